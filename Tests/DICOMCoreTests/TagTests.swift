import DICOMCore
import Testing

@Suite struct TagTests {
  @Test(arguments: ["(0010,0010)", "0010,0010", "00100010", " (0010, 0010) "])
  func `a tag is read in any of its forms`(text: String) {
    #expect(Tag(text) == .patientName)
  }

  @Test(arguments: ["", "0010", "(0010,00100)", "(001G,0010)", "PatientName", "(0010,0010", "-0100010"])
  func `anything else is no tag`(text: String) {
    // A missing parenthesis is forgiven.
    #expect(Tag(text) == (text == "(0010,0010" ? .patientName : nil))
  }

  @Test func `a tag knows its place`() {
    let creator = Tag(group: 0x0019, element: 0x0010)
    #expect(creator.isPrivate && creator.isPrivateCreator && !creator.isGroupLength)
    #expect(!Tag(group: 0x0019, element: 0x1010).isPrivateCreator)
    #expect(!Tag(group: 0x0019, element: 0x000F).isPrivateCreator)
    #expect(!Tag.patientName.isPrivate && !Tag.patientName.isPrivateCreator)
    #expect(Tag(group: 0x0010, element: 0).isGroupLength)
    #expect(Tag.patientName.description == "(0010,0010)")
    #expect(Tag.studyDate < .patientName && Tag.item.description == "(FFFE,E000)")
  }

  @Test(arguments: ["PN", "OB", "UV", "ZZ"])
  func `a VR prints as it reads`(text: String) {
    #expect(VR(text)?.description == text)
  }

  @Test(arguments: ["", "P", "PNX", "pn", "P1", "??"])
  func `two capital letters are a VR and nothing else`(text: String) {
    #expect(VR(text) == nil)
  }

  @Test func `a VR knows what it holds`() {
    #expect(VR.PN.hasCharacterSet && VR.PN.isText && VR.PN.isMultiValued && !VR.PN.hasLongLength)
    #expect(VR.DA.isText && !VR.DA.hasCharacterSet)
    #expect(VR.UT.hasCharacterSet && !VR.UT.isMultiValued && VR.UT.hasLongLength)
    #expect(VR.UN.isOther && VR.UN.hasLongLength && !VR.UN.isText)
    #expect(!VR.US.isText && !VR.US.isOther && !VR.US.hasLongLength && VR.SQ.hasLongLength)
  }

  @Test(arguments: [
    ("1.2.840.10008.1.2", true), ("2.25.0", true), ("0.0", true), ("", false), ("1..2", false),
    ("1.02", false),
    ("1.2.", false), (".1", false), ("1.2a", false), ("1.2 ", false),
    (String(repeating: "1", count: 64), true),
    (String(repeating: "1", count: 65), false),
  ])
  func `a UID has 64 digits and dots at most`(text: String, isValid: Bool) {
    #expect(UID(rawValue: text).isValid == isValid)
  }
}
