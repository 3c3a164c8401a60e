public import Crypto

/// The 256-bit secret of a project; everything pseudonymous comes from it, and no output shows it.
public struct ProjectKey: Sendable {
  private let key: SymmetricKey

  /// Bytes in a key.
  public static let byteCount = 32

  /// Nil unless there are exactly 32 bytes.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    key = SymmetricKey(data: Array(bytes))
  }

  /// What a subkey is for; the raw value is HKDF's info, so a changed one changes every pseudonym of its
  /// kind.
  public enum Purpose: String, Sendable, CaseIterable {
    case uid = "tokumei/1/uid"
    case patient = "tokumei/1/patient"
    case dateShift = "tokumei/1/date-shift"
    case dateShiftSeconds = "tokumei/1/date-shift-seconds"
    /// Look-ups in the vault by keyed fingerprints of original values.
    case fingerprint = "tokumei/1/fingerprint"
    /// Encryption of original values in the vault's crosswalk.
    case valueEncryption = "tokumei/1/value-encryption"
    /// The hash chain of the audit log.
    case auditChain = "tokumei/1/audit-chain"
  }

  /// A 256-bit key for one purpose, which tells nothing about the project key or another subkey.
  ///
  /// HKDF-SHA-256, RFC 5869.
  public func subkey(for purpose: Purpose) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, info: Array(purpose.rawValue.utf8), outputByteCount: Self.byteCount)
  }
}

extension ProjectKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Never the bytes.
  public var description: String { "ProjectKey" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
