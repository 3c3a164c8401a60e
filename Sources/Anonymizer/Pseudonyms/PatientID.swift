/// A pseudonymous Patient ID (0010,0020).
public struct PatientID: RawRepresentable, Hashable, Sendable {
  /// 13 characters made from the project key, or what the hospital assigned; fit for a folder name.
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// 65 bits: among a million patients two share one with a probability of 1 in 10⁷·⁹.
  static let bitCount = 65

  /// Writes the highest 65 bits, 5 to a character.
  init(bits: UInt128) {
    let shifts = stride(from: 128 - 5, through: 128 - Self.bitCount, by: -5)
    rawValue = String(
      decoding: shifts.map { Self.alphabet[Int(truncatingIfNeeded: bits >> UInt128($0)) & 0x1F] },
      as: UTF8.self)
  }

  /// Crockford's base 32: no I, L and O, which look like 1 and 0, and no U, so that few words appear.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}
