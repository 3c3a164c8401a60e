import DCMTK
import DICOMCore
import Foundation
import TestSupport
import Testing

/// Files of other projects that pydicom reads and DCMTK does not.
@Suite struct RepairedCorpusTests {
  private static let folder = "../shared/corpus/files"
  private static let isThere = FileManager.default.fileExists(atPath: folder)

  struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let repair: StructureRepair
    let pixelBytes: Int
    /// Elements of the root that pydicom finds in the original only.
    let dropped: Int
    /// Of which pydicom keeps the second one, and we the first.
    let different: [String]
  }

  private static let samples = [
    Sample(
      testDescription: "pydicom_pydicom__SC_rgb_jpeg.dcm", repair: .implicitElements, pixelBytes: 3498,
      dropped: 0, different: []),
    Sample(
      testDescription: "fo-dicom_fo-dicom__GH364.dcm", repair: .strayItems, pixelBytes: 107_763, dropped: 0,
      different: []),
    Sample(
      testDescription: "fo-dicom_fo-dicom__FreezePattern.dcm", repair: .strayItems, pixelBytes: 786_432,
      dropped: 15, different: ["(0008,0032)"]),
  ]

  private static let script = """
    import sys, pydicom
    read = lambda path: {tag: dataset[tag] for dataset in [pydicom.dcmread(path)]
      for tag in list(dataset._dict) if tag.group != 0xFFFE}
    original, copy = read(sys.argv[1]), read(sys.argv[2])
    print(len(original.keys() - copy.keys()), len(copy.keys() - original.keys()))
    print(original[0x7FE00010].value == copy[0x7FE00010].value)
    for tag in sorted(original.keys() & copy.keys()):
      if original[tag] != copy[tag]: print(tag)
    """

  @Test(
    .enabled(if: isThere || Python.isRequired, "../shared/corpus is not there"), arguments: samples)
  func `DCMTK and pydicom read the copy`(sample: Sample) throws {
    let original = "\(Self.folder)/\(sample.testDescription)"
    let before = try FileStructure(path: original)
    #expect(before.repair == sample.repair)
    #expect(throws: DCMTKError.self) {
      _ = try DICOMFile(path: original, syntax: before.transferSyntax).dataSet()
    }
    let folder = try TemporaryFolder()
    try RepairedCopy.write(of: original, to: folder.output())
    let after = try FileStructure(path: folder.output())
    #expect(after.repair == nil && after.pixelBytes == sample.pixelBytes)
    let (dataSet, syntax) = try DICOMFile(path: folder.output(), syntax: after.transferSyntax).dataSet()
    #expect(syntax == before.transferSyntax?.uid)
    #expect(dataSet.elements.last { $0.depth == 0 }?.tag == .pixelData)
    guard Python.path != nil || Python.isRequired else { return }
    let lines = try Python.run(Self.script, [original, folder.output()])
    #expect(lines == ["\(sample.dropped) 0", "True"] + sample.different)
  }
}
