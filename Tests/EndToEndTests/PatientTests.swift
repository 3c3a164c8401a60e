import EndToEndSupport
import Foundation
import Testing

/// Who is one patient, from the outside.
@Suite(.needs(.python)) struct PatientTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  /// Pseudonym by series number, which every image of these tests has for a name.
  private func patients(_ workspace: Workspace) throws -> [String: String] {
    let numbers = try workspace.values(["SeriesNumber"])
    return try Dictionary(
      uniqueKeysWithValues: workspace.catalog().map { (try #require(numbers[$0.path])[0], $0.patient) })
  }

  /// An image of a study of its own; its number names it.
  private func image(_ number: Int, _ set: [String: Image.Value], study: Int? = nil, order: Int? = nil)
    -> Image
  {
    let own: [String: Image.Value] = [
      "SeriesNumber": "\(number)", "StudyInstanceUID": "2.25.9\(study ?? number)",
      "SeriesInstanceUID": "2.25.8\(number)", "SOPInstanceUID": "2.25.7\(number)",
    ]
    return Image("IM\(order ?? number)", set.merging(own) { $1 })
  }

  @Test func `blank and ANONYMOUS are a patient per study, to be reviewed`() throws {
    try workspace.build([
      image(1, ["PatientID": ""]), image(2, ["PatientID": "ANONYMOUS"]),
      image(3, ["PatientID": "anonymous"], study: 2), image(4, ["PatientID": "0000"]),
      image(5, ["PatientID": "  "], study: 1), image(6, ["PatientID": "KNOWN-1"]),
    ])
    let outcome = try workspace.deid()
    #expect(outcome.code == 2)
    #expect(outcome.text.contains("review    5  patient-id-missing"))
    let found = try patients(workspace)
    #expect(found["1"] == found["5"])
    #expect(found["2"] == found["3"])
    #expect(Set(found.values).count == 4)
  }

  @Test func `an ID of two birth dates is a patient per study, whatever the order of files`() throws {
    let born: [Image.Value] = ["19500101", "19500101", "19770707", "19500101"]
    func images(_ order: [Int]) -> [Image] {
      zip(born.indices, order).map {
        image($0, ["PatientID": "DOUBLE", "PatientBirthDate": born[$0]], order: $1)
      }
    }
    let (reversed, later) = (try Workspace(), try Workspace())
    try workspace.build(images([0, 1, 2, 3]))
    try reversed.build(images([9, 8, 1, 6]))
    let summary = try workspace.summary()
    #expect(summary.review == ["patient-id-contradictory": 4])
    #expect(Set(try patients(workspace).values).count == 4)
    try reversed.summary(options: ["--threads", "4"])
    try expectSame(workspace, reversed)
    // The file that shows it comes in a later run: what was released before comes back.
    try later.build(Array(images([0, 1, 2, 3])[..<2]))
    #expect(try later.summary().review == [:])
    #expect(Set(try patients(later).values).count == 1)
    try later.build(Array(images([0, 1, 2, 3])[2...]))
    try later.summary()
    try expectSame(workspace, later)
  }

  @Test func `an ID of two sexes is a patient per study, and other sexes do not count`() throws {
    try workspace.build([
      image(1, ["PatientID": "A1", "PatientSex": "M"]), image(2, ["PatientID": "A1", "PatientSex": "F"]),
      image(3, ["PatientID": "A2", "PatientSex": "M"]), image(4, ["PatientID": "A2", "PatientSex": "O"]),
      image(5, ["PatientID": "A2", "PatientSex": ""]),
    ])
    #expect(try workspace.summary().review == ["patient-id-contradictory": 2])
    let found = try patients(workspace)
    #expect(found["1"] != found["2"])
    #expect(Set(["3", "4", "5"].map { found[$0] }).count == 1)
  }

  @Test func `spellings of one number are one patient`() throws {
    let spellings: [Image.Value] = ["12345", "0012345", "123-45", " 12345 ", "１２３４５", "１２３－４５"]
    try workspace.build(
      spellings.enumerated().map {
        image($0, ["PatientID": $1, "SpecificCharacterSet": "ISO_IR 192"])
      } + [image(90, ["PatientID": "123450"]), image(91, ["PatientID": "X12345"])])
    #expect(try workspace.summary().review == [:])
    let found = try patients(workspace)
    #expect(Set(spellings.indices.map { found["\($0)"] }).count == 1)
    #expect(Set(found.values).count == 3)
  }

  @Test func `one number at two hospitals is two patients`() throws {
    let other = try Workspace()
    for workspace in [workspace, other] { try workspace.build([image(1, ["PatientID": "12345"])]) }
    try workspace.summary(options: ["--site", "A"])
    try other.summary(options: ["--site", "B"])
    #expect(try patients(workspace) != patients(other))
    let dates = try [workspace, other].map { try $0.values(["StudyDate"]).values.first }
    #expect(dates[0] != dates[1])
  }

  @Test func `one number of two issuers is two patients, and without an issuer one per study`() throws {
    try workspace.build([
      image(1, ["PatientID": "7", "IssuerOfPatientID": "EAST", "PatientBirthDate": "19500101"]),
      image(2, ["PatientID": "7", "IssuerOfPatientID": "WEST", "PatientBirthDate": "19600101"]),
      image(3, ["PatientID": "7", "IssuerOfPatientID": "EAST", "PatientBirthDate": "19500101"]),
      image(4, ["PatientID": "7"]),
    ])
    #expect(try workspace.summary().review == ["patient-id-contradictory": 1])
    let found = try patients(workspace)
    #expect(found["1"] == found["3"])
    #expect(Set(found.values).count == 3)
  }

  @Test func `an issuer in some files only does not split a patient`() throws {
    try workspace.build([
      image(1, ["PatientID": "7", "IssuerOfPatientID": "EAST"]), image(2, ["PatientID": "7"]),
      image(3, ["PatientID": "7", "IssuerOfPatientID": "EAST"]),
    ])
    #expect(try workspace.summary().review == [:])
    #expect(Set(try patients(workspace).values).count == 1)
  }

  @Test func `dates of one patient move together, and intervals stay`() throws {
    try workspace.build([
      image(1, ["PatientID": "7", "StudyDate": "20240301"]),
      image(2, ["PatientID": "007", "StudyDate": "20240229"]),
      image(3, ["PatientID": "8", "StudyDate": "20240301"]),
    ])
    try workspace.summary()
    let dates = try Python.run(
      statements: """
        import datetime, pathlib
        found = {}
        for path in pathlib.Path(sys.argv[1]).rglob("*.dcm"):
            dataset = pydicom.dcmread(path)
            found[int(dataset.SeriesNumber)] = datetime.datetime.strptime(dataset.StudyDate, "%Y%m%d")
            print(dataset.PatientBirthDate == "" and dataset.StudyTime == "101500")
        print((found[1] - found[2]).days, found[1] != found[3], found[1].year < 1900)
        """, [workspace.dataSet + "/images"])
    #expect(dates == ["True", "True", "True", "1 True True"])
  }
}
