/// A unique identifier as its value field holds it, without padding.
///
/// PS3.5 §9.1.
public struct UID: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// At most 64 characters, digits and dots, no empty component and no leading zero.
  public var isValid: Bool {
    guard (1...64).contains(rawValue.utf8.count) else { return false }
    return rawValue.utf8.split(separator: 0x2E, omittingEmptySubsequences: false).allSatisfy { component in
      guard let first = component.first else { return false }
      return component.allSatisfy { (0x30...0x39).contains($0) } && (first != 0x30 || component.count == 1)
    }
  }

  public static func < (lhs: UID, rhs: UID) -> Bool { lhs.rawValue < rhs.rawValue }
}
