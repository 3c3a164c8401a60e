internal import DICOMCore

/// Turns the tables, the selected options and the profile's own rules into one disposition per attribute.
struct DispositionCompiler {
  private let options: ProfileOptions
  private let local: [Tag: Action]

  init(profile: ConfidentialityProfile) {
    options = profile.options
    local = Dictionary(profile.rules.map { ($0.tag, $0.action) }) { _, last in last }
  }

  func disposition(tag: Tag, vr: VR) -> Disposition {
    if let action = local[tag] { return Self.disposition(local: action, vr: vr) }
    // Overlay Data goes by Table E.1-1, and the rest of the plane describes nothing without it.
    if tag.group & 0xFF00 == 0x6000 {
      return Disposition(vr: vr, verdict: .compound, compound: .remove, rule: .basicProfile)
    }
    if let row = ConfidentialityTable.row(for: tag) { return disposition(row: row, vr: vr) }
    return unlisted(vr: vr)
  }

  func disposition(row: ConfidentialityRow, vr: VR) -> Disposition {
    let base: RuleID = row.source == .tableE11 ? .basicProfile : .additions
    if row.source == .classUID {
      return Disposition(vr: vr, verdict: .keep, compound: [], rule: .classUID)
    }
    // Two options may speak of one attribute: what one of them keeps is kept (PS3.15 §E.3, column by column).
    if let option = row.keep.intersection(options).options.first {
      return Disposition(vr: vr, verdict: .keep, compound: row.basic, rule: .option(option))
    }
    // What no rule can clean yet follows the Basic Profile.
    if let option = row.clean.intersection(options).options.first, Self.isCleanable(vr) {
      return Disposition(vr: vr, verdict: .clean, compound: row.basic, rule: .option(option))
    }
    return Disposition(vr: vr, verdict: .compound, compound: row.basic, rule: base)
  }

  /// Dates and times are shifted, sequences are walked.
  private static func isCleanable(_ vr: VR) -> Bool { vr == .DA || vr == .DT || vr == .TM || vr == .SQ }

  private static func disposition(local action: Action, vr: VR) -> Disposition {
    let verdict: Disposition.Verdict = action == .keep ? .keep : action == .clean ? .clean : .compound
    return Disposition(vr: vr, verdict: verdict, compound: CompoundAction(action), rule: .local)
  }

  /// A known attribute that no table lists: what its VR may identify goes, the rest stays.
  private func unlisted(vr: VR) -> Disposition {
    let any: CompoundAction = [.remove, .zero, .dummy]
    switch vr {
    case .PN, .AE:
      return Disposition(vr: vr, verdict: .compound, compound: any, rule: .representation)
    case .UI:
      return Disposition(vr: vr, verdict: .compound, compound: [.replaceUID], rule: .representation)
    case .DA, .DT:
      if options.contains(ProfileOption.retainLongitudinalTemporalInformationFullDates) {
        return Disposition(
          vr: vr, verdict: .keep, compound: any,
          rule: .option(.retainLongitudinalTemporalInformationFullDates))
      }
      if options.contains(ProfileOption.retainLongitudinalTemporalInformationModifiedDates) {
        return Disposition(
          vr: vr, verdict: .clean, compound: any,
          rule: .option(.retainLongitudinalTemporalInformationModifiedDates))
      }
      return Disposition(vr: vr, verdict: .compound, compound: any, rule: .representation)
    default:
      return Disposition(vr: vr, verdict: .keep, compound: any, rule: .notIdentifying)
    }
  }
}
