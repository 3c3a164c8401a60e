/// Decodes text with code extensions, one run of characters of the same set at a time.
///
/// PS3.5 §6.1.2.5.
struct ISO2022Decoder {
  /// How much of what encoders get wrong is forgiven.
  enum Tolerance: Comparable {
    /// Nothing.
    case strict
    /// Vendors' supersets of the two-byte sets, delimiters inside a two-byte run, G1 that outlives a
    /// delimiter.
    case vendor
    /// Also bytes that mean nothing: each becomes U+FFFD.
    case damaged
  }

  private let initial: (g0: GraphicSet, g1: GraphicSet?)
  private let delimiters: ASCIISet
  private let tolerance: Tolerance
  private var g0: GraphicSet
  private var g1: GraphicSet?
  private var text = ""

  init(g0: GraphicSet, g1: GraphicSet?, delimiters: ASCIISet, tolerance: Tolerance) {
    initial = (g0, g1)
    self.delimiters = delimiters
    self.tolerance = tolerance
    self.g0 = g0
    self.g1 = g1
  }

  mutating func decode(_ bytes: ArraySlice<UInt8>) -> String? {
    var rest = bytes
    while let byte = rest.first {
      let length: Int?
      switch byte {
      case 0x1B: length = designate(rest.dropFirst())
      case 0x00...0x20, 0x7F: length = control(byte)
      case 0x21...0x7E: length = delimiters.contains(byte) ? delimiter(byte, in: rest) : left(rest)
      default: length = right(rest)
      }
      if let length {
        rest = rest.dropFirst(length)
      } else if tolerance == .damaged {
        text.unicodeScalars.append("\u{FFFD}")
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    return text
  }

  private mutating func designate(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let designation = Designation.leading(bytes) else { return nil }
    if designation.isG1 { g1 = designation.set } else { g0 = designation.set }
    return 1 + designation.code.count
  }

  /// Space and controls stand outside the sets; the end of a line or page returns to the first set.
  private mutating func control(_ byte: UInt8) -> Int? {
    text.unicodeScalars.append(Unicode.Scalar(byte))
    if (0x09...0x0D).contains(byte) { reset() }
    return 1
  }

  /// A delimiter is one only while G0 has one-byte characters; else it is half of a kanji, like the 5C of 本.
  private mutating func delimiter(_ byte: UInt8, in bytes: ArraySlice<UInt8>) -> Int? {
    guard g0.bytesPerCharacter == 1 else { return left(bytes) }
    text.unicodeScalars.append(Unicode.Scalar(byte))
    reset()
    return 1
  }

  private mutating func left(_ bytes: ArraySlice<UInt8>) -> Int? {
    let isOneByte = g0.bytesPerCharacter == 1
    let run = bytes.prefix { (0x21...0x7E).contains($0) && !(isOneByte && delimiters.contains($0)) }
    let whole = run.count - run.count % g0.bytesPerCharacter
    if whole > 0 { return append(run.prefix(whole), of: g0) }
    // One byte is left of a two-byte run: an encoder that did not return to ASCII before a delimiter.
    guard tolerance > .strict, let byte = run.first, delimiters.contains(byte) else { return nil }
    text.unicodeScalars.append(Unicode.Scalar(byte))
    reset()
    return 1
  }

  private mutating func right(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let g1 else { return nil }
    let places: ClosedRange<UInt8> = g1.has96Places ? 0xA0...0xFF : 0xA1...0xFE
    let run = bytes.prefix { places.contains($0) }
    let whole = run.count - run.count % g1.bytesPerCharacter
    return whole > 0 ? append(run.prefix(whole), of: g1) : nil
  }

  /// Appends a run; a damaged run is tried character by character, so that one bad code costs one character.
  private mutating func append(_ run: ArraySlice<UInt8>, of set: GraphicSet) -> Int? {
    let codes = ArraySlice(run.map { $0 & 0x7F })
    if let decoded = set.text(of: codes, vendor: tolerance > .strict) {
      text += decoded
      return run.count
    }
    guard tolerance == .damaged else { return nil }
    let first = codes.prefix(set.bytesPerCharacter)
    text += set.text(of: first, vendor: true) ?? "\u{FFFD}"
    return first.count
  }

  private mutating func reset() {
    g0 = initial.g0
    if tolerance == .strict || initial.g1 != nil { g1 = initial.g1 }
  }
}

/// A few characters below 0x80.
struct ASCIISet: ExpressibleByStringLiteral, Sendable {
  private var bits: UInt128 = 0

  init(stringLiteral value: StaticString) {
    for byte in value.description.utf8 where byte < 0x80 { bits |= 1 << UInt128(byte) }
  }

  func contains(_ byte: UInt8) -> Bool { byte < 0x80 && bits >> UInt128(byte) & 1 == 1 }
}
