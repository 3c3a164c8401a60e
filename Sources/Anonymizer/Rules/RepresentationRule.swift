internal import DICOMCore

/// What is kept must be what its attribute says: a name in a number's place is not a number.
enum RepresentationRule {
  /// Returns a rule when the element's VR cannot carry the attribute.
  static func mismatch(of element: DataElement, with disposition: Disposition) -> RuleID? {
    if element.kind == .encapsulated { return disposition.vr.isOther ? nil : .wrongVR }
    if disposition.vr == .SQ { return element.length == 0 ? nil : .opaqueSequence }
    // UN is how an attribute travels whose VR some writer did not know; its bytes are judged by the attribute's VR.
    guard element.vr != disposition.vr, element.vr != .UN else { return nil }
    // Bytes in a text's place may be any text; a binary number in the place of a written one is a number.
    let isNumber = disposition.vr == .IS || disposition.vr == .DS
    if disposition.vr.isText, !element.vr.isText { return isNumber && !element.vr.isOther ? nil : .wrongVR }
    return element.vr.isText && !disposition.vr.isText ? .wrongVR : nil
  }

  static func decide(_ element: DataElement, _ disposition: Disposition, in walk: PlanWalk) -> Decision {
    guard let value = walk.dataSet.value(of: element) else {
      // Left on disk: bulk data, or text too long to read, which nobody has looked at.
      return disposition.vr.isText ? .removed(.invalidValue) : .kept(disposition.rule)
    }
    let isWritten = disposition.vr.isText && (element.vr.isText || element.vr == .UN)
    guard isWritten, !fits(value, disposition.vr) || !fits(value, element.tag) else {
      return .kept(disposition.rule)
    }
    switch walk.action(of: element.tag, disposition) {
    case .zero: return Decision(action: .zero, replacement: .empty, rule: .invalidValue)
    case .dummy: return .dummy(for: element, disposition.vr, rule: .invalidValue)
    default: return .removed(.invalidValue)
    }
  }

  /// Whether a value of numbers, a date, a time, an age or a UID has only the characters of its VR, PS3.5 §6.2.
  static func fits(_ value: ArraySlice<UInt8>, _ vr: VR) -> Bool {
    switch vr {
    case .DS: value.allSatisfy { isDigit($0) || isOneOf($0, "+-.eE\\ \0") }
    case .IS: value.allSatisfy { isDigit($0) || isOneOf($0, "+-\\ \0") }
    case .DA: value.allSatisfy { isDigit($0) || isOneOf($0, ".-\\ \0") }
    case .DT: value.allSatisfy { isDigit($0) || isOneOf($0, ".+-\\ \0") }
    case .TM: value.allSatisfy { isDigit($0) || isOneOf($0, ".:-\\ \0") }
    case .UI: value.allSatisfy { isDigit($0) || isOneOf($0, ".\\ \0") }
    case .AS: value.allSatisfy { isDigit($0) || isOneOf($0, "DWMY\\ \0") }
    default: true
    }
  }

  /// Whether a code that the catalog, the report or every text depends on can be one of its defined terms.
  private static func fits(_ value: ArraySlice<UInt8>, _ tag: Tag) -> Bool {
    switch tag {
    case .modality: value.trimmingPadding.allSatisfy { isDigit($0) || (0x41...0x5A).contains($0) }
    case .specificCharacterSet:
      value.trimmingPadding.split(separator: 0x5C).allSatisfy { term in
        term.trimmingPadding.isEmpty || term.starts(with: "ISO".utf8) || term.starts(with: "GB".utf8)
      }
    default: true
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isOneOf(_ byte: UInt8, _ characters: StaticString) -> Bool {
    for index in 0..<characters.utf8CodeUnitCount where unsafe characters.utf8Start[index] == byte {
      return true
    }
    return false
  }
}
