internal import DICOMCore

/// Dates of the patient's history move by one shift, so that every interval stays.
///
/// PS3.15 §E.3.6, Retain Longitudinal Temporal Information with Modified Dates.
enum DateRule {
  /// Returns nil where the value is no date or time, or cannot be understood: the Basic Profile then decides.
  static func clean(
    _ element: DataElement, at index: Int, _ disposition: Disposition, in walk: PlanWalk
  ) -> Decision? {
    guard let value = walk.dataSet.value(of: element) else { return nil }
    let shift = walk.instance.shift
    let moved: [UInt8]?
    switch disposition.vr {
    case .DT: moved = shift.shiftedDT(value)
    case .DA: moved = together(element, at: index, in: walk)?.date ?? shift.shiftedDA(value)
    // The time of day stays unless the profile shifts to the second.
    case .TM: moved = together(element, at: index, in: walk)?.time ?? shift.shiftedTM(value)
    default: return nil
    }
    guard let moved else { return nil }
    if moved == Array(value.trimmingPadding) { return .kept(disposition.rule) }
    return Decision(action: .clean, replacement: .value(moved), rule: disposition.rule)
  }

  /// Shifts a date and its time as one instant, where the shift has seconds.
  private static func together(
    _ element: DataElement, at index: Int, in walk: PlanWalk
  ) -> (date: [UInt8], time: [UInt8])? {
    guard walk.instance.shift.seconds != 0, let partner = walk.engine.dateTimePairs.partner(of: element.tag),
      let other = walk.sibling(partner, of: index),
      let value = walk.dataSet.value(of: element),
      let otherValue = walk.dataSet.value(of: walk.dataSet.elements[other])
    else { return nil }
    let isDate = DataDictionary.entry(for: element.tag)?.vr == .DA
    return walk.instance.shift.shifted(date: isDate ? value : otherValue, time: isDate ? otherValue : value)
  }
}

/// Which DA and TM attributes tell one instant: their keywords differ only in "Date" and "Time".
struct DateTimePairs: Sendable {
  private let partners: [Tag: Tag]

  init() {
    var partners: [Tag: Tag] = [:]
    DataDictionary.forEachEntry { entry, keyword in
      guard entry.vr == .DA, entry.mask == UInt32.max, keyword.contains("Date"),
        let time = DataDictionary.tag(forKeyword: keyword.replacingDateByTime)
      else { return }
      partners[entry.tag] = time
      partners[time] = entry.tag
    }
    self.partners = partners
  }

  func partner(of tag: Tag) -> Tag? { partners[tag] }
}

extension String {
  fileprivate var replacingDateByTime: String {
    split(separator: "Date", omittingEmptySubsequences: false).joined(separator: "Time")
  }
}
