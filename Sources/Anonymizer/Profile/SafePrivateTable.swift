public import DICOMCore

/// Private attributes that are known not to identify.
///
/// PS3.15 Table E.3.10-1, edition 2026a.
public enum SafePrivateTable {
  /// The VR of a safe attribute; UN where the table leaves it open, nil for one that is not listed.
  ///
  /// `creator` is the private creator's value without padding; for (2001,xx7D) `element` is 0x7D.
  public static func vr(creator: String, group: UInt16, element: UInt8) -> VR? {
    guard let index = creators.binarySearch(creator, key: \.self) else { return nil }
    let key = UInt64(index) << 24 | UInt64(group) << 8 | UInt64(element)
    return packedRows.binarySearch(key, key: { $0 >> 16 })
      .map { VR(rawValue: UInt16(truncatingIfNeeded: packedRows[$0])) }
  }

  public static func contains(creator: String, group: UInt16, element: UInt8) -> Bool {
    vr(creator: creator, group: group, element: element) != nil
  }

  public static var count: Int { packedRows.count }
}
