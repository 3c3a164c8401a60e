import DCMTK
import DICOMCore
import TestSupport
import Testing

@Suite struct DICOMFileTests {
  private static let syntaxes: [UID] = [
    .implicitVRLittleEndian, .explicitVRLittleEndian, .explicitVRBigEndian, .deflated,
  ]

  @Test(arguments: syntaxes, [true, false])
  func `a file is read as it was built`(syntax: UID, undefinedLengths: Bool) throws {
    let folder = try TemporaryFolder()
    for builder in [DataSetBuilder.ct, .sr] {
      let bytes = builder.file(transferSyntax: syntax, undefinedLengths: undefinedLengths)
      let path = try folder.file(bytes)
      let (dataSet, found) = try DICOMFile(path: path, syntax: TransferSyntax(syntax)).dataSet()
      #expect(found == syntax)
      let (expected, tags) = (builder.dataSet, dataSet.elements.map(\.tag))
      #expect(tags == expected.elements.map(\.tag))
      #expect(dataSet.elements.map(\.depth) == expected.elements.map(\.depth))
      #expect(dataSet.elements.map(\.end) == expected.elements.map(\.end))
      #expect(dataSet.elements.map(\.kind) == expected.elements.map(\.kind))
      #expect(DataSetBuilder(dataSet).encoded.bytes == builder.encoded.bytes)
    }
  }

  @Test func `long values stay on disk, and long text is read`() throws {
    var image = DataSetBuilder.ct
    image.set(.pixelData, .OW, [UInt8](repeating: 7, count: 1 << 17))
    image.set(.textValue, .UT, [UInt8](repeating: 0x41, count: 1 << 17))
    let folder = try TemporaryFolder()
    let (dataSet, _) = try DICOMFile(path: folder.file(image.file()), syntax: nil).dataSet()
    let pixels = try #require(dataSet.index(of: .pixelData))
    #expect(dataSet.elements[pixels].range == nil && dataSet.elements[pixels].length == 1 << 17)
    #expect(dataSet.value(.textValue)?.count == 1 << 17)
    #expect(try Edited(image.file()).bytes.suffix(1 << 17) == image.file().suffix(1 << 17))
  }

  @Test(arguments: syntaxes)
  func `a file that is not edited is written as it was, but for its file meta information`(syntax: UID) throws
  {
    for builder in [DataSetBuilder.ct, .sr] {
      let edited = try Edited(builder.file(transferSyntax: syntax))
      #expect(edited.dataSet.encoded.bytes == builder.encoded.bytes)
      #expect(edited.structure.transferSyntax?.uid == syntax)
      if syntax != .deflated {
        // Sequences get undefined lengths.
        let body = builder.file(transferSyntax: syntax, undefinedLengths: true)
          .dropFirst(builder.prefix(transferSyntax: syntax).count)
        #expect(edited.bytes.suffix(body.count) == body)
      }
    }
  }

  @Test(arguments: syntaxes)
  func `elements are removed, emptied and set`(syntax: UID) throws {
    var image = DataSetBuilder.ct
    image.set(.smallestImagePixelValue, 3)
    image.set(.dataSetTrailingPadding, .OB, [0, 0])
    let edited = try Edited(
      image.file(transferSyntax: syntax),
      [
        .kvp: .remove, .accessionNumber: .empty, .patientName: .set(Array("SUBJECT-1".utf8)),
        .studyInstanceUID: .set(Array("2.25.815".utf8)), .studyDate: .set(Array("18830423".utf8)),
        .smallestImagePixelValue: .set([0x34, 0x12]),
      ])
    var expected = image
    expected.remove(.kvp)
    expected.remove(.dataSetTrailingPadding)
    expected.set(.accessionNumber, "")
    expected.set(.patientName, "SUBJECT-1")
    expected.set(.studyInstanceUID, "2.25.815")
    expected.set(.studyDate, "18830423")
    expected.set(.smallestImagePixelValue, 0x1234)
    #expect(edited.dataSet.encoded.bytes == expected.encoded.bytes)
  }

  @Test(arguments: syntaxes)
  func `nested elements are edited and sequences emptied or removed`(syntax: UID) throws {
    var report = DataSetBuilder.sr
    report.sequence(.referencedImageSequence) { $0.set(.referencedSOPInstanceUID, "1.2.3") }
    report.sequence(.requestAttributesSequence) { $0.set(.scheduledProcedureStepID, "S") }
    let edited = try Edited(
      report.file(transferSyntax: syntax),
      [
        .textValue: .set(Array("REMOVED".utf8)), .codeMeaning: .empty, .relationshipType: .remove,
        .referencedImageSequence: .empty, .requestAttributesSequence: .remove,
      ])
    let item = try #require(edited.dataSet.items(.contentSequence).first)
    #expect(item[.textValue] == "REMOVED" && !item.has(.relationshipType))
    #expect(item.items(.conceptNameCodeSequence).first?[.codeMeaning] == "")
    #expect(item.items(.conceptNameCodeSequence).first?[.codeValue] == "121071")
    #expect(edited.dataSet.has(.referencedImageSequence))
    #expect(edited.dataSet.items(.referencedImageSequence).isEmpty)
    #expect(!edited.dataSet.has(.requestAttributesSequence))
  }

  @Test(arguments: syntaxes)
  func `inserted attributes take their place and replace equal ones`(syntax: UID) throws {
    let inserted = DataSetBuilder {
      $0.set(.patientID, "SUBJECT-1")
      $0.set(.patientIdentityRemoved, "YES")
      $0.sequence(.deidentificationMethodCodeSequence) { $0.set(.codeValue, "113100") }
    }
    let edited = try Edited(DataSetBuilder.ct.file(transferSyntax: syntax), inserted: inserted)
    #expect(edited.dataSet[.patientID] == "SUBJECT-1" && edited.dataSet[.patientIdentityRemoved] == "YES")
    #expect(edited.dataSet.items(.deidentificationMethodCodeSequence).first?[.codeValue] == "113100")
    #expect(edited.dataSet.tags == edited.dataSet.tags.sorted())
    #expect(edited.dataSet.tags.count == DataSetBuilder.ct.tags.count + 2)
  }

  @Test func `an existing file is not overwritten`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(DataSetBuilder.ct.file())
    let file = try DICOMFile(path: path, syntax: nil)
    let meta = FileMeta(
      sopClass: UID(rawValue: "1"), sopInstance: UID(rawValue: "2"), transferSyntax: .explicitVRLittleEndian)
    #expect(throws: DCMTKError.self) { try file.write(to: path, meta: meta) }
    #expect(try bytes(ofFile: path) == DataSetBuilder.ct.file())
  }

  @Test func `an attribute younger than DCMTK keeps its VR in implicit VR`() throws {
    var image = DataSetBuilder.ct
    image.sequence(Tag(group: 0x0008, element: 0x1301)) { $0.set(.codeMeaning, "Sarcoidosis") }
    image.set(.nameToUse, .LT, "Jane")
    let folder = try TemporaryFolder()
    let path = try folder.file(image.file(transferSyntax: .implicitVRLittleEndian))
    let (dataSet, _) = try DICOMFile(path: path, syntax: nil).dataSet()
    #expect(DataSetBuilder(dataSet).encoded.bytes == image.encoded.bytes)
  }

  @Test func `a file without file meta information gets some`() throws {
    let edited = try Edited(DataSetBuilder.ct.bare(.init(isImplicit: true)))
    #expect(edited.structure.transferSyntax?.uid == .implicitVRLittleEndian)
    #expect(edited.dataSet.encoded.bytes == DataSetBuilder.ct.encoded.bytes)
  }
}
