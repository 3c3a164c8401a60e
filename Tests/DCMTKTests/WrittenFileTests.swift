import DCMTK
import DICOMCore
import TestSupport
import Testing

/// What a written file keeps of its input, and what not.
@Suite struct WrittenFileTests {
  private static func image(fragments: Bool = true) -> DataSetBuilder {
    var image = DataSetBuilder.ct
    if fragments {
      image.fragments(
        [0, 0, 0, 0], [0xFF, 0xD8, 1, 2, 3, 0xFF, 0xD9, 0], [UInt8](repeating: 0xA5, count: 1 << 17))
    }
    return image
  }

  @Test(arguments: [
    UID.jpegBaseline, .htj2k, UID(rawValue: "1.2.840.10008.1.2.4.110"), UID(rawValue: "1.2.840.10008.1.2.5"),
    UID(rawValue: "1.2.840.10008.1.2.4.90"), UID(rawValue: "1.2.840.10008.1.2.8.1"),
  ])
  func `fragments are kept byte for byte and the transfer syntax with them`(syntax: UID) throws {
    let image = Self.image()
    let input = image.file(transferSyntax: syntax)
    let edited = try Edited(input, [.patientName: .set(Array("SUBJECT-1".utf8)), .kvp: .remove])
    #expect(edited.structure.transferSyntax?.uid == syntax)
    #expect(edited.structure.pixelBytes == 4 + 8 + 1 << 17)
    let frames = try #require(input.firstRange(of: [0xE0, 0x7F, 0x10, 0x00]))
    #expect(
      edited.bytes.suffix(from: edited.bytes.count - (input.count - frames.lowerBound))
        == input[frames.lowerBound...])
    #expect(edited.dataSet[.patientName] == "SUBJECT-1" && !edited.dataSet.has(.kvp))
  }

  @Test func `nothing of the preamble and the file meta information is carried over`() throws {
    var image = DataSetBuilder.ct
    image.set(.sopInstanceUID, "1.2.777")
    let edited = try Edited(
      Self.talkative(image, hasLength: true), [.sopInstanceUID: .set(Array(Edited.newInstance.rawValue.utf8))]
    )
    #expect(edited.bytes.prefix(128).allSatisfy { $0 == 0 })
    for text in ["SENTINEL", "1.2.777", "1.2.888"] { #expect(!edited.bytes.contains(Array(text.utf8))) }
    #expect(edited.bytes.contains(Array(Edited.newInstance.rawValue.utf8)))
    #expect(edited.bytes.contains(Array(FileMeta.implementationClass.rawValue.utf8)))
  }

  /// DCMTK believes the length: the engine must see the elements behind it, and removes all of group 0002.
  @Test func `file meta information behind a wrong group length is in the data set`() throws {
    let edited = try Edited(Self.talkative(.ct, hasLength: false))
    #expect(edited.dataSet[privateInformation] == "SENTINEL")
  }

  private let privateInformation = Tag(group: 2, element: 0x0102)

  /// A file that says too much before its data set.
  private static func talkative(_ image: DataSetBuilder, hasLength: Bool) -> [UInt8] {
    let prefix = image.prefix(transferSyntax: .explicitVRLittleEndian)
    var meta = DataSetBuilder(explicitVRLittleEndian: prefix[132...])
    meta.set(Tag(group: 2, element: 0x16), .AE, "SENTINEL")
    meta.set(Tag(group: 2, element: 0x13), .SH, "SENTINEL")
    meta.set(Tag(group: 2, element: 0x100), .UI, "1.2.888")
    meta.set(Tag(group: 2, element: 0x102), .OB, Array("SENTINEL".utf8))
    let length = meta.encoded.bytes.count - 12
    if hasLength {
      meta.set(Tag(group: 2, element: 0), .UL, [UInt8(length & 0xFF), UInt8(length >> 8), 0, 0])
    }
    let preamble = Array(repeatElement(Array("SENTINEL".utf8), count: 16).joined())
    return preamble + Array("DICM".utf8) + meta.encoded.bytes + image.encoded.bytes
  }

  @Test(arguments: [UID.explicitVRLittleEndian, .implicitVRLittleEndian, .explicitVRBigEndian])
  func `group lengths and trailing padding are gone`(syntax: UID) throws {
    var image = DataSetBuilder.ct
    image.set(Tag(group: 8, element: 0), .UL, [1, 0, 0, 0])
    image.set(Tag(group: 0x10, element: 0), .UL, [1, 0, 0, 0])
    image.sequence(.requestAttributesSequence) {
      $0.set(Tag(group: 0x40, element: 0), .UL, [1, 0, 0, 0])
      $0.set(.scheduledProcedureStepID, "S")
    }
    image.set(.dataSetTrailingPadding, .OB, Array("SENTINEL".utf8))
    let edited = try Edited(image.file(transferSyntax: syntax))
    #expect(!edited.dataSet.tags.contains { $0.isGroupLength })
    #expect(edited.dataSet.items(.requestAttributesSequence).first?.tags == [.scheduledProcedureStepID])
    #expect(!edited.bytes.contains(Array("SENTINEL".utf8)))
  }

  @Test func `bytes behind the last element are gone`() throws {
    let edited = try Edited(DataSetBuilder.ct.file() + [0x53, 0x45, 0x4E])
    #expect(edited.bytes.suffix(8) == [1, 0, 2, 0, 3, 0, 4, 0])
  }

  @Test func `writing is repeatable`() throws {
    for syntax in [UID.explicitVRLittleEndian, .deflated, .htj2k] {
      let input = Self.image(fragments: syntax == .htj2k).file(transferSyntax: syntax)
      #expect(try Edited(input).bytes == Edited(input).bytes)
    }
  }
}
