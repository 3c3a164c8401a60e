import DICOMCore
import Testing

@Suite struct PersonNameTests {
  static let japanese = CharacterSet(definedTerms: Array(#"\ISO 2022 IR 87"#.utf8))

  @Test func `three groups of five components are told apart`() {
    let name = PersonName("Yamada^Tarou^M^Dr^Jr=山田^太郎=やまだ^たろう")
    #expect(name.alphabetic.components == ["Yamada", "Tarou", "M", "Dr", "Jr"])
    #expect((name.ideographic.family, name.ideographic.given) == ("山田", "太郎"))
    #expect((name.phonetic.family, name.phonetic.given, name.phonetic.suffix) == ("やまだ", "たろう", ""))
  }

  /// 本 is 4B 5C, 緯 is 30 5E and 秀 is 3D 28: they contain the bytes of a backslash, a caret and an equals
  /// sign.
  @Test(
    arguments: [
      ([0x3B, 0x33, 0x4B, 0x5C], "山本"), ([0x30, 0x5E], "緯"), ([0x3D, 0x28], "秀"),
    ] as [([UInt8], String)])
  func `kanji that contain the byte of a delimiter stay whole`(_ codes: [UInt8], _ text: String) {
    let bytes = Array("A^B=".utf8) + [0x1B, 0x24, 0x42] + codes + [0x1B, 0x28, 0x42] + Array("^X".utf8)
    let names = PersonName.values(decoding: bytes, in: Self.japanese)
    #expect(names?.count == 1)
    #expect(names?.first?.ideographic.family == text)
    #expect(PersonName(decoding: bytes, in: Self.japanese)?.ideographic.given == "X")
  }

  @Test func `several values are several names`() {
    let names = PersonName.values(decoding: Array(#"DOE^JANE\ROE^RICHARD "#.utf8), in: .standard)
    #expect(names?.map(\.alphabetic.given) == ["JANE", "RICHARD"])
  }

  @Test func `empty parts and padding are no names`() {
    #expect(PersonName("").isEmpty)
    #expect(PersonName("^^ = ^　\0").isEmpty)
    #expect(!PersonName("==x").isEmpty)
  }

  @Test func `parts beyond the standard's are kept`() {
    let name = PersonName("a^b^c^d^e^f=1=2=3")
    #expect(name.alphabetic.components.last == "f")
    #expect(name.groups.last?.family == "3")
  }

  @Test func `a combining mark does not hide a delimiter`() {
    #expect(PersonName("A^\u{301}B").alphabetic.components.count == 2)
  }

  @Test func `bytes that break the character set are no name`() {
    #expect(PersonName(decoding: [0x8E, 0x52], in: .standard) == nil)
    #expect(PersonName.values(decoding: [0x8E, 0x52], in: .standard) == nil)
  }
}
