import DICOMCore
import TestSupport
import Testing

@Suite struct DataSetEncoderTests {
  @Test(
    arguments: [
      (VR.LO, "abc", [0x4C, 0x4F, 4, 0, 0x61, 0x62, 0x63, 0x20]),
      (.UI, "1.2", [0x55, 0x49, 4, 0, 0x31, 0x2E, 0x32, 0]),
      (.OB, "a", [0x4F, 0x42, 0, 0, 2, 0, 0, 0, 0x61, 0]),
      (.UT, "a", [0x55, 0x54, 0, 0, 2, 0, 0, 0, 0x61, 0x20]), (.US, "ab", [0x55, 0x53, 2, 0, 0x61, 0x62]),
      (.PN, "", [0x50, 0x4E, 0, 0]), (.UN, "", [0x55, 0x4E, 0, 0, 0, 0, 0, 0]),
      (.UV, "12345678", [0x55, 0x56, 0, 0, 8, 0, 0, 0, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38]),
    ] as [(VR, String, [UInt8])])
  func `an element is encoded with its VR's length field and padding`(vr: VR, value: String, bytes: [UInt8]) {
    var encoder = DataSetEncoder()
    encoder.append(Tag(group: 0x0102, element: 0x0304), vr, value)
    #expect(encoder.bytes == [2, 1, 4, 3] + bytes)
  }

  @Test func `a sequence has defined lengths`() {
    var item = DataSetEncoder()
    item.append(.codeValue, .SH, "1")
    var encoder = DataSetEncoder()
    encoder.append(.anatomicRegionSequence, items: [item, DataSetEncoder()])
    let expected: [UInt8] =
      [8, 0, 0x18, 0x22, 0x53, 0x51, 0, 0, 26, 0, 0, 0, 0xFE, 0xFF, 0, 0xE0, 10, 0, 0, 0]
      + [8, 0, 0, 1, 0x53, 0x48, 2, 0, 0x31, 0x20] + [0xFE, 0xFF, 0, 0xE0, 0, 0, 0, 0]
    #expect(encoder.bytes == expected)
  }

  @Test func `what is encoded reads as it was`() {
    let report = DataSetBuilder.sr
    let again = DataSetBuilder(explicitVRLittleEndian: report.encoded.bytes[...])
    #expect(again.encoded.bytes == report.encoded.bytes)
    #expect(again.items(.contentSequence).first?[.textValue] == "seen by Dr. Doe")
  }

  @Test func `file meta information starts with its own length and names this program`() {
    let meta = FileMeta(
      sopClass: UID(rawValue: "1.2.840.10008.5.1.4.1.1.2"), sopInstance: UID(rawValue: "2.25.1"),
      transferSyntax: .htj2k)
    let read = DataSetBuilder(explicitVRLittleEndian: meta.encoded[...])
    #expect(read.tags.map(\.element) == [0, 1, 2, 3, 0x10, 0x12, 0x13])
    #expect(read.tags.allSatisfy { $0.group == 2 })
    let length = read.bytes(Tag(group: 2, element: 0))?.reversed().reduce(0) { $0 << 8 | Int($1) }
    #expect(length == meta.encoded.count - 12)
    #expect(read[Tag(group: 2, element: 0x10)] == "1.2.840.10008.1.2.4.201")
    #expect(read[Tag(group: 2, element: 0x12)] == FileMeta.implementationClass.rawValue)
    #expect(FileMeta.implementationClass.isValid)
    #expect(FileMeta.implementationVersion.utf8.count <= 16)
  }
}
