internal import DICOMCore

extension UID {
  /// A UID from the 128 bits of a UUID, which needs no registration.
  ///
  /// PS3.5 §B.2.
  init(uuid: UInt128) {
    // 2¹²⁸ < 10³⁹. UInt64 divides in one instruction, so the number is cut into three pieces first.
    var digits: [UInt8] = Array("2.25.".utf8)
    digits.reserveCapacity(44)
    let (high, low) = uuid.quotientAndRemainder(dividingBy: UInt128(Self.piece))
    let (top, middle) = high.quotientAndRemainder(dividingBy: UInt128(Self.piece))
    let pieces = [UInt64(top), UInt64(middle), UInt64(low)]
    let first = pieces.firstIndex { $0 != 0 } ?? 2
    digits.append(contentsOf: String(pieces[first]).utf8)
    for piece in pieces[(first + 1)...] { append(piece, to: &digits) }
    self.init(rawValue: String(decoding: digits, as: UTF8.self))
  }

  /// 10¹⁹, the largest power of ten in 64 bits.
  private static let piece: UInt64 = 10_000_000_000_000_000_000
}

/// Appends a piece with its leading zeros, 19 digits.
private func append(_ piece: UInt64, to digits: inout [UInt8]) {
  let start = digits.count
  digits.append(contentsOf: repeatElement(0x30, count: 19))
  var rest = piece
  var index = start + 18
  while rest > 0 {
    digits[index] += UInt8(truncatingIfNeeded: rest % 10)
    rest /= 10
    index -= 1
  }
}

extension UInt128 {
  /// With the version (bits 76–79) and variant (bits 62–63) of a UUID of custom content.
  ///
  /// RFC 9562 §5.8.
  var markedAsVersion8: UInt128 {
    let version: UInt128 = 0xF << 76
    let variant: UInt128 = 0b11 << 62
    return self & ~version & ~variant | 8 << 76 | 0b10 << 62
  }
}
