import DICOMCore
import Testing

/// Expected bytes come from Python 3.11's codecs and from PS3.5 Annexes H, I, J and K.
@Suite struct CharacterSetTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let terms: String
    let hex: String
    let text: String
    var testDescription: String { "\(terms): \(text)" }

    init(_ terms: String, _ hex: String, _ text: String) {
      self.terms = terms
      self.hex = hex
      self.text = text
    }
  }

  static let examples: [Example] = [
    Example("", "44 4F 45 5E 4A 41 4E 45", "DOE^JANE"),
    Example("ISO_IR 6", "44 4F 45 5E 4A 41 4E 45", "DOE^JANE"),
    Example("ISO_IR 100", "C4 6E 65 61 73 5E 52 FC 64 69 67 65 72", "Äneas^Rüdiger"),
    Example("ISO_IR 101", "44 76 6F F8 E1 6B 5E AE 6F 66 69 65", "Dvořák^Žofie"),
    Example("ISO_IR 109", "D5 6F 72 F5", "Ġorġ"),
    Example("ISO_IR 110", "D3 BA 6E 69 F1 B9", "Ķēniņš"),
    Example("ISO_IR 144", "BB EE DA 63 65 DC D1 79 70 D3", "Люкceмбypг"),
    Example("ISO_IR 127", "E2 C8 C7 E6 EA 5E E4 E6 D2 C7 D1", "قباني^لنزار"),
    Example("ISO_IR 126", "C4 E9 EF ED F5 F3 E9 EF F2", "Διονυσιος"),
    Example("ISO_IR 138", "F9 F8 E5 EF 5E E3 E1 E5 F8 E4", "שרון^דבורה"),
    Example("ISO_IR 148", "C7 61 76 75 FE 6F F0 6C 75", "Çavuşoğlu"),
    Example("ISO_IR 166", "B9 D2 C1 CA A1 D8 C5", "นามสกุล"),
    Example("ISO_IR 203", "BC 75 76 72 65 A4", "Œuvre€"),
    Example("ISO_IR 13", "D4 CF C0 DE 5E C0 DB B3", "ﾔﾏﾀﾞ^ﾀﾛｳ"),
    Example("ISO_IR 192", "E5 B1 B1 E6 9C AC 5E E7 A7 80 E6 A8 B9", "山本^秀樹"),
    Example(
      "GB18030", "57 61 6E 67 5E 58 69 61 6F 44 6F 6E 67 3D CD F5 5E D0 A1 B6 AB 3D", "Wang^XiaoDong=王^小东="),
    Example("GB18030", "95 34 B2 35", "𠮷"),
    Example("GBK", "CD F5 5E D0 A1 96 7C", "王^小東"),
    Example(#"\ISO 2022 IR 87"#, h31, "Yamada^Tarou=山田^太郎=やまだ^たろう"),
    Example(#"ISO 2022 IR 13\ISO 2022 IR 87"#, h32, "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう"),
    Example(#"\ISO 2022 IR 149"#, i2, "Hong^Gildong=洪^吉洞=홍^길동"),
    Example(#"\ISO 2022 IR 58"#, k2, "Zhang^XiaoDong=张^小东="),
    Example(#"\ISO 2022 IR 87"#, "1B 24 42 3B 33 4B 5C 1B 28 42", "山本"),
    Example(#"\ISO 2022 IR 159"#, "1B 24 28 44 49 26 6C 3F 1B 28 42", "濵鷗"),
    Example(#"ISO 2022 IR 100\ISO 2022 IR 126"#, "C4 5E 1B 2D 46 C4 5E C4", "Ä^Δ^Ä"),
  ]

  /// PS3.5 §H.3.1.
  static let h31 = """
    59 61 6D 61 64 61 5E 54 61 72 6F 75 3D 1B 24 42 3B 33 45 44 1B 28 42 5E 1B 24 42 42 40 4F 3A 1B 28 42 3D \
    1B 24 42 24 64 24 5E 24 40 1B 28 42 5E 1B 24 42 24 3F 24 6D 24 26 1B 28 42
    """
  /// PS3.5 §H.3.2.
  static let h32 = """
    D4 CF C0 DE 5E C0 DB B3 3D 1B 24 42 3B 33 45 44 1B 28 4A 5E 1B 24 42 42 40 4F 3A 1B 28 4A 3D \
    1B 24 42 24 64 24 5E 24 40 1B 28 4A 5E 1B 24 42 24 3F 24 6D 24 26 1B 28 4A
    """
  /// PS3.5 §I.2.
  static let i2 = """
    48 6F 6E 67 5E 47 69 6C 64 6F 6E 67 3D 1B 24 29 43 FB F3 5E 1B 24 29 43 D1 CE D4 D7 3D \
    1B 24 29 43 C8 AB 5E 1B 24 29 43 B1 E6 B5 BF
    """
  /// PS3.5 §K.2.
  static let k2 = """
    5A 68 61 6E 67 5E 58 69 61 6F 44 6F 6E 67 3D 1B 24 29 41 D5 C5 5E 1B 24 29 41 D0 A1 B6 AB 3D
    """

  @Test(arguments: examples)
  func `text is read as (0008,0005) declares`(_ example: Example) {
    #expect(characterSet(example.terms).decode(bytes(example.hex), vr: .PN) == example.text)
  }

  @Test(arguments: examples)
  func `the declared reading is the first candidate`(_ example: Example) {
    let declared = characterSet(example.terms)
    let candidates = CharacterSet.candidates(for: bytes(example.hex), declared: declared, vr: .PN)
    #expect(candidates.first == Decoding(encoding: declared.encoding, text: example.text))
  }

  @Test(arguments: [
    ("", "C4"), ("ISO_IR 6", "8E 52"), ("ISO_IR 100", "8E 52 96 7B"), ("ISO_IR 13", "41 E0"),
    ("ISO_IR 126", "D2 FF"), ("ISO_IR 192", "8E 52 96 7B"), ("ISO_IR 192", "E5 B1"), ("GBK", "CD"),
    ("GB18030", "95 34 B2"), ("ISO_IR 100", "1B 24 42 3B 33 1B 28 42"),
    (#"\ISO 2022 IR 87"#, "1B 24 42 3B 1B 28 42"),
    (#"\ISO 2022 IR 87"#, "1B 24 42 29 21 1B 28 42"), (#"\ISO 2022 IR 87"#, "1B 7A 41"),
    (#"\ISO 2022 IR 87"#, "C4"),
    (#"\ISO 2022 IR 149"#, "1B 24 29 43 FB"), ("ISO_IR 999", "C4"), ("nonsense", "C4"),
  ])
  func `bytes that break the declaration have no reading`(_ terms: String, _ hex: String) {
    #expect(characterSet(terms).decode(bytes(hex), vr: .PN) == nil)
  }

  @Test(arguments: ["ISO_IR 100", "ISO-IR 100", "ISO IR 100", "iso_ir 100 ", "ISO_IR_100", "ISO_IR 100\0"])
  func `a misspelt term is understood`(_ terms: String) {
    #expect(characterSet(terms).decode([0xC4]) == "Ä")
  }

  @Test func `an extension under a misspelt term is understood`() {
    #expect(characterSet(#"\ISO 2020 IR 87"#).decode(bytes("1B 24 42 3B 33 4B 5C 1B 28 42")) == "山本")
  }

  @Test func `0x5C of JIS X 0201 separates values, and is a yen sign where a text has one value`() {
    let declared = characterSet("ISO_IR 13")
    #expect(declared.decode([0xB1, 0x5C, 0xB2], vr: .LO) == #"ｱ\ｲ"#)
    #expect(declared.decode([0x5C, 0x31, 0x30], vr: .LT) == "¥10")
  }

  @Test func `a new line ends a code extension`() {
    let text = bytes("1B 24 42 3B 33 4B 5C 0D 0A 41 42")
    #expect(characterSet(#"\ISO 2022 IR 87"#).decode(text, vr: .LT) == "山本\r\nAB")
  }

  @Test func `many threads may decode at once`() async {
    let declared = characterSet(#"\ISO 2022 IR 87"#)
    let source = bytes(Self.h31)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<500).allSatisfy { _ in declared.decode(source, vr: .PN) == "Yamada^Tarou=山田^太郎=やまだ^たろう" }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }

  private func characterSet(_ terms: String) -> CharacterSet { CharacterSet(definedTerms: Array(terms.utf8)) }
}

private func bytes(_ hex: String) -> [UInt8] {
  hex.split(separator: " ").compactMap { UInt8($0, radix: 16) }
}
