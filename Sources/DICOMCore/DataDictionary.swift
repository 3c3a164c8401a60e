/// The registry of data elements, for files in implicit VR and for names.
///
/// PS3.6.
public enum DataDictionary {
  public struct Entry: Sendable, Hashable {
    /// The tag, with the variable digits of a repeating group zero.
    public let tag: Tag
    /// One bits where the tag is fixed: all, except in repeating groups such as (60xx,3000).
    public let mask: UInt32
    /// The first of the VRs that PS3.6 allows, but OW for "OB or OW".
    public let vr: VR
    /// Other attributes decide on the VR, as Pixel Representation does between US and SS.
    public let hasAlternativeVR: Bool
    public let isRetired: Bool
  }

  /// The entry for a standard tag, repeating groups included; nil for private and unknown tags.
  public static func entry(for tag: Tag) -> Entry? {
    position(of: tag).map { entry(at: $0) }
  }

  /// The entry with this keyword, exactly as PS3.6 spells it.
  public static func entry(forKeyword keyword: String) -> Entry? {
    positions[keyword].map { entry(at: $0) }
  }

  /// `PatientName` for (0010,0010); nil also for the few retired elements that lost their name.
  public static func keyword(for tag: Tag) -> String? {
    guard let position = position(of: tag) else { return nil }
    let keyword = keyword(at: position)
    return keyword.isEmpty ? nil : keyword
  }

  /// The tag with this keyword, that of the first group where groups repeat.
  public static func tag(forKeyword keyword: String) -> Tag? {
    entry(forKeyword: keyword)?.tag
  }

  /// Calls `body` with every entry and its keyword: first the single tags in order, then the repeating
  /// groups.
  public static func forEachEntry(_ body: (_ entry: Entry, _ keyword: String) throws -> Void) rethrows {
    for position in 0..<(exact.count + repeating.count) {
      try body(entry(at: position), keyword(at: position))
    }
  }
}

extension DataDictionary {
  /// A position counts through `exact`, then through `repeating`.
  private static func position(of tag: Tag) -> Int? {
    if tag.isPrivate { return nil }
    if let position = exact.binarySearch(tag.rawValue, key: { UInt32(truncatingIfNeeded: $0 >> 32) }) {
      return position
    }
    for (index, mask) in repeatingMasks.enumerated()
    where tag.rawValue & mask == UInt32(truncatingIfNeeded: repeating[index] >> 32) {
      return exact.count + index
    }
    return nil
  }

  private static func packed(at position: Int) -> UInt64 {
    position < exact.count ? exact[position] : repeating[position - exact.count]
  }

  private static func entry(at position: Int) -> Entry {
    let number = packed(at: position)
    // Five bits per letter of the VR, counted from the character before "A".
    let first = UInt8(truncatingIfNeeded: number >> 27) & 0x1F + 0x40
    let second = UInt8(truncatingIfNeeded: number >> 22) & 0x1F + 0x40
    return Entry(
      tag: Tag(rawValue: UInt32(truncatingIfNeeded: number >> 32)),
      mask: position < exact.count ? .max : repeatingMasks[position - exact.count],
      vr: VR(first, second),
      hasAlternativeVR: number & 1 << 20 != 0,
      isRetired: number & 1 << 21 != 0)
  }

  private static func keyword(at position: Int) -> String {
    let bytes = keywords.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: Int(packed(at: position) & 0xF_FFFF))
    return String(keywords[start..<(bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex)])
  }

  private static let positions: [String: Int] = {
    var positions: [String: Int] = [:]
    for position in 0..<(exact.count + repeating.count) {
      let keyword = keyword(at: position)
      if !keyword.isEmpty { positions[keyword] = position }
    }
    return positions
  }()
}
