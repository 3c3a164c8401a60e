internal import DICOMCore

extension VR {
  /// The VR that an element of implicit VR gets in explicit VR; `isSigned` is Pixel Representation (0028,0103).
  ///
  /// PS3.5 §6.2.2 and §A.
  static func repaired(for tag: Tag, isSigned: Bool) -> VR {
    if tag.isPrivate { return tag.isPrivateCreator ? .LO : .UN }
    guard let entry = DataDictionary.entry(for: tag) else { return .UN }
    guard entry.hasAlternativeVR, entry.vr == .US else { return entry.vr }
    if lookupTables.contains(tag) { return .OW }
    return isSigned ? .SS : .US
  }

  /// Gray Lookup Table Data and LUT Data, which may be longer than US allows.
  private static let lookupTables = [Tag(rawValue: 0x0028_1200), Tag(rawValue: 0x0028_3006)]
}
