import DICOMCore
import TestSupport
import Testing

@Suite struct DataSetTests {
  private static let dataSet = DataSet.ct {
    $0.set(.patientName, .PN, "DOE^JANE \0\0")
    $0.sequence(.requestAttributesSequence) { $0.set(.requestedProcedureID, "NESTED") }
    $0.set(.studyDescription, "")
    $0.set(.seriesDescription, .LO, [0x83, 0x84])
    $0.onDisk(.pixelData, .OW, length: 512)
  }

  @Test func `values are found in the root without padding`() {
    #expect(Self.dataSet.ascii(.patientName) == "DOE^JANE")
    #expect(Self.dataSet.ascii(.patientID) == "0012345")
    #expect(Self.dataSet.value(.rows) == [2])
    #expect(Self.dataSet.value(.seriesDescription).map(Array.init) == [0x83, 0x84])
  }

  @Test(arguments: [
    Tag.requestedProcedureID, .institutionName, .studyDescription, .seriesDescription, .pixelData,
    .requestAttributesSequence,
  ])
  func `what is nested, missing, empty, not ASCII, on disk or a sequence is no ASCII`(tag: Tag) {
    #expect(Self.dataSet.ascii(tag) == nil)
  }

  @Test func `a value keeps its padding until it is asked for by tag`() throws {
    let index = try #require(Self.dataSet.index(of: .patientName))
    let value = Self.dataSet.value(of: Self.dataSet.elements[index])
    #expect(value.map(Array.init) == Array("DOE^JANE \0\0 ".utf8))
  }

  @Test func `an element ends behind everything inside it`() throws {
    let index = try #require(Self.dataSet.index(of: .requestAttributesSequence))
    let elements = Self.dataSet.elements
    #expect(elements[index].kind == .sequence && elements[index].end == index + 3)
    #expect(elements[index + 1].kind == .item && elements[index + 1].depth == 1)
    #expect(elements[index + 2].tag == .requestedProcedureID && elements[index + 2].depth == 1)
    #expect(Self.dataSet.index(of: .requestedProcedureID) == nil)
  }

  @Test(arguments: [
    ("", ""), ("  ", ""), (" a ", "a"), ("a\0", "a"), ("a \0 ", "a"), ("\0a", "\0a"), ("a b", "a b"),
  ])
  func `padding is spaces on both sides and NULs behind`(text: String, trimmed: String) {
    #expect(Array(Array(text.utf8)[...].trimmingPadding) == Array(trimmed.utf8))
  }
}
