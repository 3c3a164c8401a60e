import DCMTK
import DICOMCore
import TestSupport
import Testing

@Suite struct BadFileTests {
  private static let ct = DataSetBuilder.ct.file()
  private static let explicit = DataSetBuilder.Encoding()
  private static let prefix = DataSetBuilder.ct.prefix(transferSyntax: .explicitVRLittleEndian)

  struct BadFile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let error: StructureError
    let bytes: [UInt8]

    init(_ what: String, _ error: StructureError, _ bytes: [UInt8]) {
      (testDescription, self.error, self.bytes) = (what, error, bytes)
    }
  }

  private static let undefined = Int(UInt32.max)

  private static let noDICOM: [BadFile] = [
    BadFile("no bytes", .empty, []),
    BadFile("text", .notDICOM, Array("Dear colleague, the patient is well.".utf8)),
    BadFile("an image", .notDICOM, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]),
    BadFile("a few bytes", .notDICOM, [8, 0, 5, 0]),
    BadFile("nothing behind DICM", .malformed, Array(ct.prefix(132))),
    BadFile("half a meta", .truncated, Array(ct.prefix(200))),
    BadFile(
      "an unknown syntax", .unknownTransferSyntax,
      DataSetBuilder.ct.file(transferSyntax: UID(rawValue: "1.2.3"))),
    BadFile("no syntax", .unknownTransferSyntax, DataSetBuilder.ct.file(transferSyntax: UID(rawValue: ""))),
  ]

  private static let damaged: [BadFile] = [
    BadFile("half a value", .truncated, Array(ct.dropLast(2))),
    BadFile("half a header", .truncated, Array(ct.dropLast(10))),
    BadFile("half a deflated data set", .truncated, deflated([0x01, 0x10, 0x00, 0xEF, 0xFF, 8, 0])),
    BadFile("an item outside", .truncated, prefix + explicit.mark(.item, 8) + [1, 2]),
    BadFile("a delimiter outside", .malformed, prefix + explicit.mark(Tag(rawValue: 0xFFFE_E0DD), 0)),
    BadFile(
      "a sequence past the end", .truncated,
      prefix + explicit.start(.requestAttributesSequence, .SQ, 1000) + explicit.mark(.item, 0)),
    BadFile(
      "fragments that are none", .malformed,
      prefix + explicit.start(.pixelData, .OB, undefined) + explicit.start(.modality, .CS, 0)),
    BadFile(
      "fragments without end", .truncated,
      prefix + explicit.start(.pixelData, .OB, undefined) + explicit.mark(.item, 0)),
  ]

  @Test(arguments: noDICOM + damaged)
  func `a bad file is refused for its reason`(bad: BadFile) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(bad.bytes)
    #expect(throws: bad.error) { try FileStructure(path: path) }
  }

  private static let nearMisses: [BadFile] = [
    BadFile("zeros", .notDICOM, [UInt8](repeating: 0, count: 4096)),
    BadFile("a preamble alone", .notDICOM, [UInt8](repeating: 0, count: 128)),
    BadFile("a deflated data set that is none", .malformed, deflated([0xFF, 0xFF, 0xFF])),
  ]

  @Test(arguments: nearMisses)
  func `what only looks like DICOM is refused for what it is`(bad: BadFile) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(bad.bytes)
    #expect(throws: bad.error) { try FileStructure(path: path) }
  }

  private static func deflated(_ body: [UInt8]) -> [UInt8] {
    DataSetBuilder.ct.prefix(transferSyntax: .deflated) + body
  }

  @Test func `what is no file is unreadable`() throws {
    let folder = try TemporaryFolder()
    for path in [folder.path, folder.output("missing"), "", "/dev/null"] {
      #expect(throws: StructureError.unreadable) { try FileStructure(path: path) }
    }
  }

  /// Every length: cut inside of an element the file is refused, and what passes is a shorter data set for DCMTK, too.
  @Test(arguments: [UID.explicitVRLittleEndian, .implicitVRLittleEndian, .explicitVRBigEndian])
  func `a file may be cut anywhere`(syntax: UID) throws {
    let whole = DataSetBuilder.sr.file(transferSyntax: syntax, undefinedLengths: true)
    let start = DataSetBuilder.sr.prefix(transferSyntax: syntax).count
    let folder = try TemporaryFolder()
    for count in start..<whole.count {
      let path = try folder.file(Array(whole.prefix(count)))
      guard let structure = try? FileStructure(path: path) else { continue }
      let file = try? DICOMFile(path: path, syntax: structure.transferSyntax)
      _ = try? file?.dataSet()
    }
    #expect(throws: StructureError.self) {
      try FileStructure(path: folder.file(Array(whole.prefix(start + 5 + 8))))
    }
  }

  @Test func `DCMTK's error names no file`() throws {
    do {
      _ = try DICOMFile(path: "/SENTINEL/missing.dcm", syntax: nil)
      Issue.record("a missing file was read")
    } catch {
      #expect(!"\(error)\(String(reflecting: error))".contains("SENTINEL"))
    }
  }
}
