public import DICOMCore

/// What the Basic Profile does with one attribute, and which options change that.
public struct ConfidentialityRow: Sendable, Hashable {
  public enum Source: UInt8, Sendable {
    /// PS3.15 Table E.1-1.
    case tableE11
    /// `profiles/additions.tsv`: attributes that Table E.1-1 forgets.
    case additions
    /// `profiles/class_uids.tsv`: UIDs of classes and registries, which are kept.
    case classUID
  }

  /// The tag, with the variable digits of a repeating group zero.
  public let tag: UInt32
  /// One bits where the tag is fixed.
  public let mask: UInt32
  public let basic: CompoundAction
  /// Options under which the attribute is kept.
  public let keep: ProfileOptions
  /// Options under which the attribute is cleaned.
  public let clean: ProfileOptions
  public let source: Source

  @inlinable public func matches(_ tag: Tag) -> Bool { tag.rawValue & mask == self.tag }
}

/// Table E.1-1 together with our additions to it.
///
/// PS3.15 Table E.1-1, edition 2026d.
public enum ConfidentialityTable {
  /// One row per attribute, sorted by tag.
  public static let rows: [ConfidentialityRow] = packedRows.map { ConfidentialityRow(packed: $0, mask: .max) }

  /// Rows for repeating groups, such as (60xx,3000); even groups only.
  public static let patterns: [ConfidentialityRow] = zip(packedPatterns, patternMasks).map { packed, mask in
    ConfidentialityRow(packed: packed, mask: mask)
  }

  /// The row for all private attributes: removed, and cleaned by the safe-private option.
  public static let privateAttributes = ConfidentialityRow(
    tag: 0x0001_0000, mask: 0x0001_0000, basic: .remove, keep: [], clean: .retainSafePrivate,
    source: .tableE11)

  /// Nil for an attribute that none of the tables lists.
  public static func row(for tag: Tag) -> ConfidentialityRow? {
    if tag.isPrivate { return privateAttributes }
    if let index = rows.binarySearch(tag.rawValue, key: \.tag) { return rows[index] }
    return patterns.first { $0.matches(tag) }
  }
}

extension ConfidentialityRow {
  /// From the top: tag 32 bits, source 2, action 6, options that keep 12, options that clean 12.
  fileprivate init(packed: UInt64, mask: UInt32) {
    self.init(
      tag: UInt32(truncatingIfNeeded: packed >> 32),
      mask: mask,
      basic: CompoundAction(rawValue: UInt8(truncatingIfNeeded: packed >> 24) & 0x3F),
      keep: ProfileOptions(rawValue: UInt16(truncatingIfNeeded: packed >> 12) & 0xFFF),
      clean: ProfileOptions(rawValue: UInt16(truncatingIfNeeded: packed) & 0xFFF),
      source: Source(rawValue: UInt8(truncatingIfNeeded: packed >> 30) & 3) ?? .tableE11)
  }
}
