internal import Crypto

/// HMAC-SHA-256 under one subkey, with the work on the key done once.
struct KeyedHash: Sendable {
  private let keyed: HMAC<SHA256>

  init(_ key: ProjectKey, _ purpose: ProjectKey.Purpose) {
    keyed = HMAC<SHA256>(key: key.subkey(for: purpose))
  }

  /// The first 128 bits of the code, the first byte the highest.
  func callAsFunction(_ message: ArraySlice<UInt8>) -> UInt128 {
    var hash = keyed
    hash.update(data: message)
    return hash.finalize().prefix(16).reduce(into: 0) { $0 = $0 << 8 | UInt128($1) }
  }

  func callAsFunction(_ message: [UInt8]) -> UInt128 { self(message[...]) }

  /// A number below `bound`, as good as uniform: 2⁶⁴ is so much larger that the bias is below 2⁻⁴⁸ for any
  /// bound here.
  func number(below bound: UInt64, for message: [UInt8]) -> UInt64 {
    UInt64(truncatingIfNeeded: self(message) >> 64).multipliedFullWidth(by: bound).high
  }
}
