/// The UIDs that the standard itself assigns: exact entries of its registry, not everything under its root.
///
/// PS3.6 Table A-1.
public enum RegisteredUIDs {
  /// What a registered UID names, and so in which attributes it is no instance of a hospital.
  public enum Kind: Character, Sendable, CaseIterable {
    /// A SOP class, meta SOP class or service class.
    case sopClass = "C"
    case transferSyntax = "T"
    /// An atlas or device coordinate system, or the clock of a synchronization.
    case frameOfReference = "F"
    /// A SOP instance everybody has, such as a colour palette.
    case sopInstance = "I"
    case codingScheme = "S"
    /// An application context, a hosting model or an LDAP object.
    case other = "O"
  }

  public static func contains(_ uid: UID) -> Bool { kind(of: uid) != nil }

  /// Nil for a UID that the registry does not list, whatever its root.
  public static func kind(of uid: UID) -> Kind? { kinds[uid.rawValue] }

  /// `bytes` are a UID without padding.
  public static func contains(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: root) && kinds[String(decoding: bytes, as: UTF8.self)] != nil
  }

  /// All registered UIDs with their kinds.
  public static let kinds: [String: Kind] = {
    var kinds: [String: Kind] = [:]
    for line in registry.split(separator: "\n") {
      guard let letter = line.first, let kind = Kind(rawValue: letter) else { continue }
      kinds[String(line.dropFirst(2))] = kind
    }
    return kinds
  }()

  private static let root = Array("1.2.840.10008.".utf8)
}
