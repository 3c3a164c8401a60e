import EndToEndSupport
import Foundation
import Testing

/// `--subjects`: the hospital assigns the numbers and names the cohort.
@Suite(.needs(.python)) struct SubjectTests {
  private static let built = Result {
    let inputs = try Workspace(initialised: false)
    try inputs.build([
      Image("a", ["PatientID": "00123", "AccessionNumber": "0077"]),
      Image("b", ["PatientID": "00123", "AccessionNumber": "0078", "StudyInstanceUID": "2.25.11"]),
      Image("c", ["PatientID": "456", "StudyInstanceUID": "2.25.12"]),
      Image("d", ["PatientID": "789", "StudyInstanceUID": "2.25.13"]),
      Image("e", ["PatientID": "", "StudyInstanceUID": "2.25.14"]),
    ])
    inputs.staysUntilExit()
    return inputs
  }
  private let workspace: Workspace
  private let inputs: Workspace

  init() throws {
    workspace = try Workspace()
    inputs = try Self.built.get()
  }

  private func deid(_ csv: some Sequence<UInt8>) throws -> Outcome {
    try workspace.deid(from: inputs, options: ["--subjects", try workspace.write("subjects.csv", csv)])
  }

  @Test func `assigned subjects get their number, others are skipped and counted`() throws {
    let outcome = try deid("patient_id,subject\n123,S-001\n456,S-002\n".utf8)
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("5 files: 3 released, 0 withheld, 2 not in the cohort"))
    #expect(try workspace.catalog().map(\.patient).sorted() == ["S-001", "S-001", "S-002"])
    let written = try workspace.values(["PatientID"])
    for line in try workspace.catalog() { #expect(written[line.path] == [line.patient]) }
  }

  @Test func `a list of accession numbers is the cohort`() throws {
    let outcome = try deid("accession,patient_id,subject\r\n78,123,S-001\r\n".utf8)
    #expect(outcome.text.contains("5 files: 1 released, 0 withheld, 4 not in the cohort"))
  }

  @Test func `a list from a Japanese Excel is read`() throws {
    let head = Array("patient_id,subject,".utf8) + [0x8E, 0x81, 0x96, 0xBC]
    let outcome = try deid(
      head + Array("\r\n456,S-002,".utf8) + [0x8E, 0x52, 0x93, 0x63] + Array("\r\n".utf8))
    #expect(outcome.text.contains("1 released"))
  }

  @Test(arguments: [
    ("patient_id,subject\n123,S 1/\n", [2]), ("patient_id,subject\n123,S1\n456,S1\n", [3, 2]),
    ("patient_id,subject\n123,S1\n123,S2\n", [3, 2]), ("patient_id\n123\n", [1]), ("", [1]),
    ("patient_id,subject\n123,123\n", [2]), ("patient_id,subject\n,S1\n456\n", [2, 3]),
    ("patient_id,subject\n\"123,S1\n", [2]), ("patient_id,subject,accession\n123,S1,\n", [2]),
  ])
  func `a list that cannot be right is refused by its lines, without a value`(csv: String, lines: [Int])
    throws
  {
    let outcome = try deid(csv.utf8)
    #expect(outcome.code == 64)
    for line in lines { #expect(outcome.errorText.contains("line \(line)")) }
    // The path of the workspace holds digits of its own.
    let said = outcome.allText.split(separator: "/").last.map(String.init) ?? ""
    for value in ["123", "456", "S1", "S2"] { #expect(!said.contains(value)) }
    #expect(workspace.images.isEmpty)
  }

  @Test func `a longer list takes in who was skipped before`() throws {
    _ = try deid("patient_id,subject\n999,S-001\n".utf8)
    #expect(workspace.images.isEmpty)
    let outcome = try deid("patient_id,subject\n999,S-001\n123,S-009\n".utf8)
    #expect(outcome.code == 0)
    #expect(!workspace.images.isEmpty)
  }
}
