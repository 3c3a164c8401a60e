extension CharacterSet {
  /// Every plausible reading of bytes, most believable first, each text once; never empty.
  ///
  /// Devices mislabel text, so a search for names must run on all of these: escape sequences whatever is
  /// declared, then the declaration, UTF-8, CP932, EUC-JP, what the declaration hints at, and ISO 8859-1
  /// last.
  public static func candidates(for bytes: [UInt8], declared: CharacterSet, vr: VR = .LO) -> [Decoding] {
    candidates(for: bytes[...], declared: declared, vr: vr)
  }

  /// The same for a part of a larger buffer.
  public static func candidates(
    for bytes: ArraySlice<UInt8>, declared: CharacterSet, vr: VR = .LO
  ) -> [Decoding] {
    var ladder = Ladder()
    if bytes.isPlainASCII {
      ladder.add(declared.encoding, declared.decode(bytes, vr: vr))
      // An ASCII reading stands beside JIS X 0201's ¥ and ‾.
      ladder.add(.ascii, String(decoding: bytes, as: UTF8.self))
      return ladder.decodings
    }
    if bytes.contains(ASCII.escape) {
      let reading = declared.escaped(bytes, vr: vr)
      ladder.add(reading.encoding, reading.text)
      if reading.encoding == .iso2022 { return ladder.decodings }
    }
    ladder.add(declared.encoding, declared.decode(bytes, vr: vr))
    let utf8 = String(validating: bytes, as: UTF8.self)
    ladder.add(.utf8, utf8)
    ladder.add(.twiceEncoded, utf8.flatMap(decodedOnceMore))
    for encoding in [IconvEncoding.cp932, .eucJP] { ladder.addEastAsian(encoding, bytes) }
    if declared.announced.contains(149) { ladder.addEastAsian(.cp949, bytes) }
    if declared.announced.contains(58) || declared.coding == .gbk { ladder.addEastAsian(.gb18030, bytes) }
    ladder.add(.latin1, String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })))
    return ladder.decodings
  }

  /// The first reading with escape sequences that works, from the sets that value 1 declares.
  private func escaped(_ bytes: ArraySlice<UInt8>, vr: VR) -> Decoding {
    var (g0, g1): (GraphicSet, GraphicSet?) = (.ascii, nil)
    if case .sets(let left, let right, _) = coding { (g0, g1) = (left, right) }
    let steps: [(TextEncoding, ISO2022Decoder.Tolerance)] = [(.iso2022, .strict), (.iso2022Vendor, .vendor)]
    for (encoding, tolerance) in steps {
      var decoder = ISO2022Decoder(g0: g0, g1: g1, delimiters: vr.delimiters, tolerance: tolerance)
      if let text = decoder.decode(bytes) { return Decoding(encoding: encoding, text: text) }
    }
    var decoder = ISO2022Decoder(g0: g0, g1: g1, delimiters: vr.delimiters, tolerance: .damaged)
    return Decoding(encoding: .iso2022Damaged, text: decoder.decode(bytes) ?? "")
  }
}

/// Readings in order, without repetition.
private struct Ladder {
  private(set) var decodings: [Decoding] = []

  mutating func add(_ encoding: TextEncoding, _ text: String?) {
    guard let text else { return }
    let isKnown = decodings.contains { $0.text.unicodeScalars.elementsEqual(text.unicodeScalars) }
    if isKnown { return }
    decodings.append(Decoding(encoding: encoding, text: text))
  }

  /// Almost any bytes are valid in these, so a reading counts only when it shows an East Asian character.
  mutating func addEastAsian(_ encoding: IconvEncoding, _ bytes: ArraySlice<UInt8>) {
    guard let text = encoding.text(of: bytes), text.unicodeScalars.contains(where: \.isEastAsian) else {
      return
    }
    add(TextEncoding(encoding), text)
  }
}

extension Unicode.Scalar {
  /// Kana, kanji, hangul, their compatibility and half-width forms, and user-defined characters (外字).
  var isEastAsian: Bool {
    switch value {
    case 0x1100...0x11FF, 0x3005...0x30FF, 0x3130...0x318F, 0x3400...0x9FFF, 0xAC00...0xD7A3: true
    case 0xE000...0xFAFF, 0xFF61...0xFFDC, 0x20000...0x3FFFF: true
    default: false
    }
  }
}

/// Undoes one step too many: text whose characters are all bytes of a Western code page is read as those
/// bytes.
private func decodedOnceMore(_ text: String) -> String? {
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars {
    guard let byte = UInt8(exactly: scalar.value) ?? windows1252[scalar] else { return nil }
    bytes.append(byte)
  }
  if let utf8 = String(validating: bytes, as: UTF8.self) { return utf8 }
  let cp932 = IconvEncoding.cp932.text(of: bytes)
  return cp932.flatMap { $0.unicodeScalars.contains(where: \.isEastAsian) ? $0 : nil }
}

/// The characters that Windows code page 1252 has in place of the controls 0x80–0x9F.
private let windows1252: [Unicode.Scalar: UInt8] = [
  "€": 0x80, "‚": 0x82, "ƒ": 0x83, "„": 0x84, "…": 0x85, "†": 0x86, "‡": 0x87, "ˆ": 0x88, "‰": 0x89,
  "Š": 0x8A,
  "‹": 0x8B, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96,
  "—": 0x97,
  "˜": 0x98, "™": 0x99, "š": 0x9A, "›": 0x9B, "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
]
