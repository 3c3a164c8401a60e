/// A data element tag.
///
/// PS3.5 §7.1.1.
public struct Tag: RawRepresentable, Hashable, Comparable, Sendable {
  /// The group number in the high 16 bits, the element number in the low 16.
  public let rawValue: UInt32

  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable public init(group: UInt16, element: UInt16) {
    self.init(rawValue: UInt32(group) << 16 | UInt32(element))
  }

  @inlinable public var group: UInt16 { UInt16(truncatingIfNeeded: rawValue >> 16) }
  @inlinable public var element: UInt16 { UInt16(truncatingIfNeeded: rawValue) }

  @inlinable public static func < (lhs: Tag, rhs: Tag) -> Bool { lhs.rawValue < rhs.rawValue }

  /// An odd group, PS3.5 §7.8.
  @inlinable public var isPrivate: Bool { rawValue & 0x0001_0000 != 0 }

  /// (gggg,0010–00FF) of an odd group: names the owner of a block, PS3.5 §7.8.1.
  @inlinable public var isPrivateCreator: Bool { isPrivate && (0x10...0xFF).contains(element) }

  /// (gggg,0000), retired outside group 2, PS3.5 §7.2.
  @inlinable public var isGroupLength: Bool { element == 0 }

  /// (FFFE,E000), which starts an item of a sequence or a fragment of pixel data.
  public static let item = Tag(rawValue: 0xFFFE_E000)
}

extension Tag: CustomStringConvertible, LosslessStringConvertible {
  /// `(gggg,eeee)` in upper-case hexadecimal, as the standard prints it.
  public var description: String { "(\(hex(group)),\(hex(element)))" }

  /// Reads `(gggg,eeee)`, `gggg,eeee` or `ggggeeee`.
  public init?(_ description: String) {
    let digits = description.utf8.filter { !"(), ".utf8.contains($0) }
    guard digits.count == 8, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
      return nil
    }
    self.init(rawValue: value)
  }
}

private func hex(_ number: UInt16) -> String {
  let digits = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: 4 - digits.count) + digits
}
