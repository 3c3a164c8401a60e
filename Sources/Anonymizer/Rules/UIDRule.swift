internal import DICOMCore

/// U: instance UIDs become pseudonyms, the same everywhere in the project.
///
/// PS3.15 §E.3.9.
enum UIDRule {
  /// Returns the new value field and the pairs that changed; nil when every value is a well-known one and
  /// stays.
  static func replacement(
    of field: ArraySlice<UInt8>, in tag: Tag, by pseudonyms: Pseudonyms
  ) -> (value: [UInt8], pairs: [ReplacedUID])? {
    var value: [UInt8] = []
    var pairs: [ReplacedUID] = []
    for original in field.split(separator: 0x5C, omittingEmptySubsequences: false) {
      if !value.isEmpty || original.startIndex > field.startIndex { value.append(0x5C) }
      let trimmed = original.trimmingPadding
      guard !trimmed.isEmpty else { continue }
      let old = UID(rawValue: String(decoding: trimmed, as: UTF8.self))
      let new = isWellKnown(old, in: tag) ? old : pseudonyms.uid(old)
      value += new.rawValue.utf8
      guard new != old else { continue }
      pairs.append(ReplacedUID(old: old, new: new))
    }
    return pairs.isEmpty ? nil : (value, pairs)
  }

  /// The registry's own objects, which a reference may name: a printer, a colour palette, the Talairach frame.
  ///
  /// A class or a syntax in an instance's place is a careless device's, and not one of them.
  static func isWellKnown(_ uid: UID, in tag: Tag) -> Bool {
    guard uid.rawValue.utf8.starts(with: "1.2.840.10008.".utf8) else { return false }
    switch RegisteredUIDs.kind(of: uid) {
    case .sopInstance: return holdsInstances(tag)
    case .frameOfReference: return DataDictionary.keyword(for: tag)?.contains("Frame") == true
    default: return false
    }
  }

  private static func holdsInstances(_ tag: Tag) -> Bool {
    switch tag {
    case .sopInstanceUID, .referencedSOPInstanceUID, .referencedColorPaletteInstanceUID,
      .paletteColorLookupTableUID,
      .uid, .selectorUIValue:
      true
    default: false
    }
  }
}
