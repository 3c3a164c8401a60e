import DCMTK
import DICOMCore
import Foundation
import TestSupport
import Testing

/// The written files as pydicom reads them.
@Suite struct IndependentReaderTests {
  private static let script = """
    import sys, pydicom
    dataset = pydicom.dcmread(sys.argv[1])
    print(dataset.preamble == bytes(128), dataset.file_meta.TransferSyntaxUID, dataset.file_meta.MediaStorageSOPInstanceUID)
    print("|".join(str(dataset[name].value) for name in ("PatientName", "AccessionNumber", "StudyDate", "Rows")))
    print("KVP" in dataset, dataset.PatientIdentityRemoved)
    print(dataset.RequestAttributesSequence[0].CodeMeaning)
    if dataset.file_meta.TransferSyntaxUID.is_compressed and "Pixel" in str(dataset):
      print(len(dataset.PixelData))
    else:
      print(dataset.pixel_array.tolist())
    """

  @Test(
    .needsPython,
    arguments: [
      UID.implicitVRLittleEndian, .explicitVRLittleEndian, .explicitVRBigEndian, .deflated, .jpegBaseline,
      .htj2k,
    ])
  func `an edited file is what was asked for`(syntax: UID) throws {
    let isEncapsulated = syntax == .jpegBaseline || syntax == .htj2k
    var image = DataSetBuilder.ct
    image.set(.pixelData, .OW, [1, 0, 2, 0, 3, 0, 4, 1])
    image.sequence(.requestAttributesSequence) { $0.set(.codeMeaning, "Liver") }
    if isEncapsulated { image.fragments([], [0xFF, 0xD8, 0xFF, 0xD9]) }
    let edited = try Edited(
      image.file(transferSyntax: syntax),
      [
        .patientName: .set(Array("SUBJECT-1".utf8)), .accessionNumber: .empty, .kvp: .remove,
        .studyDate: .set(Array("18830423".utf8)), .codeMeaning: .set(Array("REMOVED".utf8)),
      ], inserted: DataSetBuilder { $0.set(.patientIdentityRemoved, "YES") })
    let folder = try TemporaryFolder()
    let lines = try Python.run(Self.script, [folder.file(edited.bytes)])
    #expect(
      lines == [
        "True \(syntax.rawValue) \(Edited.newInstance.rawValue)", "SUBJECT-1||18830423|2", "False YES",
        "REMOVED",
        isEncapsulated ? "20" : "[[1, 2], [3, 260]]",
      ])
  }
}

enum Python {
  static let path = ProcessInfo.processInfo.environment["TOKUMEI_PYTHON"]
  /// Everything that this machine can check has to be checked.
  static let isRequired = ProcessInfo.processInfo.environment["TOKUMEI_REQUIRE_SHARED"] == "1"

  /// The lines that the script prints; fails when it does.
  static func run(_ script: String, _ arguments: [String]) throws -> [String] {
    let path = try #require(path, "TOKUMEI_PYTHON is not set, and TOKUMEI_REQUIRE_SHARED=1 wants it")
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: path)
    process.arguments = ["-W", "ignore", "-c", script] + arguments
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

extension Trait where Self == ConditionTrait {
  static var needsPython: Self {
    .enabled(
      if: Python.path != nil || Python.isRequired, "TOKUMEI_PYTHON is not set: no comparison with pydicom")
  }
}
