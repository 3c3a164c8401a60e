import DICOMCore
import Testing

@Suite struct CandidatesTests {
  static let yamamoto = "山本^秀樹"
  static let inCP932: [UInt8] = [0x8E, 0x52, 0x96, 0x7B, 0x5E, 0x8F, 0x47, 0x8E, 0xF7]
  static let inEUC: [UInt8] = [0xBB, 0xB3, 0xCB, 0xDC, 0x5E, 0xBD, 0xA8, 0xBC, 0xF9]

  @Test(arguments: ["", "ISO_IR 6", "ISO_IR 100", #"\ISO 2022 IR 87"#, "ISO_IR 192", "ISO_IR 13", "GB18030"])
  func `mislabelled Shift-JIS is found`(_ terms: String) {
    let expected = Decoding(encoding: .cp932, text: Self.yamamoto)
    #expect(candidates(Self.inCP932, terms).contains(expected))
  }

  @Test(arguments: ["", "ISO_IR 100", "ISO_IR 192"])
  func `mislabelled EUC-JP is found`(_ terms: String) {
    #expect(candidates(Self.inEUC, terms).contains(Decoding(encoding: .eucJP, text: Self.yamamoto)))
  }

  @Test(arguments: ["", "ISO_IR 100", "ISO_IR 13"])
  func `undeclared UTF-8 is found`(_ terms: String) {
    let found = candidates(Array(Self.yamamoto.utf8), terms)
    #expect(found.contains(Decoding(encoding: .utf8, text: Self.yamamoto)))
  }

  @Test(arguments: ["", "ISO_IR 100", "ISO_IR 13", "ISO_IR 192"])
  func `escape sequences win over the declaration`(_ terms: String) {
    let bytes: [UInt8] = [0x1B, 0x24, 0x42, 0x3B, 0x33, 0x4B, 0x5C, 0x1B, 0x28, 0x42]
    #expect(candidates(bytes, terms).first == Decoding(encoding: .iso2022, text: "山本"))
  }

  /// ESC $ B 2D 6A, 7C 62, 79 75: JIS forms of CP932 87 8A, EE E0 and ED 95.
  @Test func `vendors' characters in JIS X 0208 are found`() {
    let bytes: [UInt8] = [0x1B, 0x24, 0x42, 0x2D, 0x6A, 0x7C, 0x62, 0x79, 0x75, 0x1B, 0x28, 0x42]
    #expect(candidates(bytes, #"\ISO 2022 IR 87"#).first == Decoding(encoding: .iso2022Vendor, text: "㈱髙﨑"))
  }

  /// dcm4che issue 196.
  @Test func `a delimiter without return to ASCII is found`() {
    let bytes: [UInt8] = [0x1B, 0x24, 0x42, 0x3B, 0x33, 0x4B, 0x5C, 0x5E, 0x1B, 0x24, 0x42, 0x42, 0x40]
    let found = candidates(bytes, #"\ISO 2022 IR 87"#, .PN)
    #expect(found.first == Decoding(encoding: .iso2022Vendor, text: "山本^太"))
  }

  @Test func `damage costs one character`() {
    let bytes: [UInt8] = [0x1B, 0x24, 0x42, 0x3B, 0x33, 0x29, 0x21, 0x4B, 0x5C, 0x1B, 0x28, 0x42, 0xC4]
    let found = candidates(bytes, #"\ISO 2022 IR 87"#)
    #expect(found.first == Decoding(encoding: .iso2022Damaged, text: "山\u{FFFD}本\u{FFFD}"))
  }

  @Test(arguments: [
    Array("山本".utf8).flatMap { Array(String(Unicode.Scalar($0)).utf8) },
    Array("ŽR–{".utf8),
  ])
  func `text encoded twice is found`(_ bytes: [UInt8]) {
    #expect(candidates(bytes, "ISO_IR 192").contains(Decoding(encoding: .twiceEncoded, text: "山本")))
  }

  @Test func `plain ASCII has one reading, but JIS X 0201 has two`() {
    #expect(candidates(Array("DOE^JANE".utf8), "ISO_IR 100").count == 1)
    #expect(candidates([0x5C, 0x31], "ISO_IR 13", .LT).map(\.text) == ["¥1", #"\1"#])
  }

  @Test func `Latin-1 is the last resort`() {
    #expect(candidates([0x81, 0xFF], "ISO_IR 192").last == Decoding(encoding: .latin1, text: "\u{81}ÿ"))
  }

  @Test func `any bytes have a candidate`() {
    var state: UInt64 = 1
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 60 == 0 ? 0x1B : UInt8(truncatingIfNeeded: state >> 40)
      }
      for terms in ["", "ISO_IR 13", #"\ISO 2022 IR 87"#, #"\ISO 2022 IR 149"#, "ISO_IR 192", "GB18030"] {
        #expect(!candidates(bytes, terms, .PN).isEmpty)
      }
    }
  }

  private func candidates(_ bytes: [UInt8], _ terms: String, _ vr: VR = .LO) -> [Decoding] {
    CharacterSet.candidates(for: bytes, declared: CharacterSet(definedTerms: Array(terms.utf8)), vr: vr)
  }
}
