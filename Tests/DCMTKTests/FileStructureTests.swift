import DCMTK
import DICOMCore
import TestSupport
import Testing

@Suite struct FileStructureTests {
  private func structure(_ bytes: [UInt8]) throws -> FileStructure {
    let folder = try TemporaryFolder()
    return try FileStructure(path: folder.file(bytes))
  }

  @Test(
    arguments: [
      UID.implicitVRLittleEndian, .explicitVRLittleEndian, .explicitVRBigEndian, .deflated,
    ], [true, false])
  func `a file is understood in every encoding`(syntax: UID, undefinedLengths: Bool) throws {
    var report = DataSetBuilder.sr
    report.set(.pixelData, .OW, [1, 0, 2, 0])
    let found = try structure(report.file(transferSyntax: syntax, undefinedLengths: undefinedLengths))
    #expect(found.transferSyntax?.uid == syntax)
    #expect(found.depth == 2)
    #expect(found.pixelBytes == 4)
  }

  @Test(arguments: [UID.jpegBaseline, .htj2k])
  func `fragments are counted without their headers`(syntax: UID) throws {
    var image = DataSetBuilder.ct
    image.fragments([0, 0, 0, 0], [0xFF, 0xD8, 0xFF, 0xD9], [1, 2])
    let found = try structure(image.file(transferSyntax: syntax))
    #expect(found.transferSyntax?.uid == syntax && found.depth == 0)
    #expect(found.pixelBytes == 10)
  }

  @Test func `pixel data of an icon does not count`() throws {
    var image = DataSetBuilder.ct
    image.sequence(.iconImageSequence) { $0.set(.pixelData, .OW, [UInt8](repeating: 0, count: 64)) }
    #expect(try structure(image.file()).pixelBytes == 8)
  }

  @Test func `a file without preamble is read from its file meta information`() throws {
    let bytes = Array(DataSetBuilder.ct.file(transferSyntax: .implicitVRLittleEndian).dropFirst(132))
    #expect(try structure(bytes).transferSyntax?.uid == .implicitVRLittleEndian)
  }

  @Test(arguments: [
    DataSetBuilder.Encoding(isImplicit: true), .init(), .init(isBigEndian: true),
    .init(isImplicit: true, hasUndefinedLengths: true),
  ])
  func `a data set without file meta information is read by its first element`(
    encoding: DataSetBuilder.Encoding
  ) throws {
    let found = try structure(DataSetBuilder.sr.bare(encoding))
    #expect(found.transferSyntax == nil && found.depth == 2)
  }

  @Test func `bytes behind the last element are too few for another`() throws {
    #expect(try structure(DataSetBuilder.ct.file() + [0, 0, 0]).pixelBytes == 8)
  }

  @Test func `items of an unknown VR count as a sequence`() throws {
    let implicit = DataSetBuilder.Encoding(isImplicit: true)
    let explicit = DataSetBuilder.Encoding()
    let tag = Tag(group: 0x0009, element: 0x1001)
    let item = DataSetBuilder { $0.sequence(.requestAttributesSequence) { $0.set(.codeMeaning, "x") } }
    let content = item.bare(implicit)
    let defined = explicit.mark(.item, content.count) + content
    let file = DataSetBuilder { $0.set(.modality, "CT") }
    let prefix = DataSetBuilder.ct.prefix(transferSyntax: .explicitVRLittleEndian) + file.bare(explicit)
    let undefined = Int(UInt32.max)
    let delimiter = explicit.mark(Tag(rawValue: 0xFFFE_E0DD), 0)
    #expect(try structure(prefix + explicit.start(tag, .UN, defined.count) + defined).depth == 2)
    #expect(try structure(prefix + explicit.start(tag, .UN, undefined) + defined + delimiter).depth == 2)
  }

  @Test(arguments: [1, 2, 64])
  func `a data set nested to the limit passes`(depth: Int) throws {
    #expect(try structure(Nesting.undefinedLengths(depth)).depth == depth)
    #expect(try structure(Nesting.definedLengths(depth)).depth == depth)
  }

  /// DCMTK would need seconds for the second and crash on the last.
  @Test(.timeLimit(.minutes(1)), arguments: [65, 5_000, 20_000])
  func `a data set nested deeper is refused`(depth: Int) throws {
    #expect(throws: StructureError.tooDeep) { try structure(Nesting.undefinedLengths(depth)) }
    #expect(throws: StructureError.tooDeep) { try structure(Nesting.bare(depth)) }
  }
}

/// Data sets of sequences within sequences.
private enum Nesting {
  private static let implicit = DataSetBuilder.Encoding(isImplicit: true)
  private static let tag = Tag.requestAttributesSequence
  private static let undefined = Int(UInt32.max)

  static func undefinedLengths(_ depth: Int) -> [UInt8] {
    DataSetBuilder.ct.prefix(transferSyntax: .implicitVRLittleEndian) + levels(depth)
  }

  /// Without file meta information.
  static func bare(_ depth: Int) -> [UInt8] {
    DataSetBuilder { $0.set(.modality, "CT") }.bare(implicit) + levels(depth)
  }

  private static func levels(_ depth: Int) -> [UInt8] {
    let start = implicit.mark(tag, undefined) + implicit.mark(.item, undefined)
    let end = implicit.mark(Tag(rawValue: 0xFFFE_E00D), 0) + implicit.mark(Tag(rawValue: 0xFFFE_E0DD), 0)
    return Array(repeatElement(start, count: depth).joined())
      + Array(repeatElement(end, count: depth).joined())
  }

  static func definedLengths(_ depth: Int) -> [UInt8] {
    var content: [UInt8] = []
    for _ in 0..<depth {
      let item = implicit.mark(.item, content.count) + content
      content = implicit.mark(tag, item.count) + item
    }
    return DataSetBuilder.ct.prefix(transferSyntax: .implicitVRLittleEndian) + content
  }
}
