public import DICOMCore

/// Private attributes that are known not to identify.
///
/// PS3.15 Table E.3.10-1, edition 2026a.
public enum SafePrivateTable {
  /// The VR of a safe attribute; nil for one that is not listed.
  ///
  /// - Parameters:
  ///   - creator: the value of the private creator, without padding.
  ///   - group: the group, as (2001,xx7D) has 0x2001.
  ///   - element: the low byte of the element number, as (2001,xx7D) has 0x7D.
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
