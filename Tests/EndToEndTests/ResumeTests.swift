import EndToEndSupport
import Foundation
import Testing

/// A second run does what is missing, and nothing else.
@Suite(.needs(.python)) struct ResumeTests {
  @Test func `a second run changes nothing`() throws {
    let workspace = try Workspace()
    let first = try workspace.summary(Locations.sampleData)
    let before = try FolderListing.entries(below: workspace.dataSet + "/images")
    let dump = try workspace.tokumei("catalog", "dump", workspace.dataSet).text
    #expect(try workspace.summary(Locations.sampleData) == first)
    #expect(try FolderListing.entries(below: workspace.dataSet + "/images") == before)
    #expect(try workspace.tokumei("catalog", "dump", workspace.dataSet).text == dump)
  }

  @Test(.needs(.strace)) func `a second run opens no file, and an added file is done alone`() throws {
    let workspace = try Workspace()
    try workspace.build((0..<5).map { Image("IM\($0)") })
    try workspace.summary()
    #expect(try opened(workspace) == [])
    try workspace.build([Image("later/IM9", ["PatientID": "P2"])])
    #expect(try opened(workspace) == [workspace.input + "/later/IM9"])
    #expect(workspace.images.count == 6)
  }

  /// The input files that a run opens.
  private func opened(_ workspace: Workspace) throws -> Set<String> {
    let log = workspace.path + "/opened"
    let outcome = try Program.run(
      "strace",
      ["-f", "-qq", "-e", "trace=openat,open", "-o", log, Locations.binary]
        + workspace.arguments([workspace.input], []))
    #expect(outcome.code == 0)
    let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    let files = Set(Locations.files(below: workspace.input))
    return Set(
      lines.compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) }.filter(files.contains)
    )
  }

  @Test func `another object under a known name is another file, and what was released stays`() throws {
    let workspace = try Workspace()
    try workspace.build([Image("IM1"), Image("IM2")])
    try workspace.summary()
    // The next CD in the same drive has the same names.
    try workspace.build([Image("IM1", ["SOPInstanceUID": "2.25.4711"])])
    try workspace.summary()
    #expect(workspace.images.count == 3)
    #expect(try workspace.catalog().count == 3)
  }

  @Test func `the same object with other bytes under its name is withheld, and what was released stays`()
    throws
  {
    let workspace = try Workspace()
    try workspace.build([Image("IM1"), Image("IM2")])
    try workspace.summary()
    try workspace.build([Image("IM1", ["PatientID": "4711"])])
    #expect(try workspace.summary().quarantined == ["same-uid-different-content": 1])
    #expect(workspace.images.count == 2)
  }

  @Test func `a released file that is broken now is withheld, and what was released stays`() throws {
    let workspace = try Workspace()
    try workspace.build([Image("IM1"), Image("IM2")])
    try workspace.summary()
    try workspace.write("input/IM1", "broken".utf8)
    #expect(try workspace.summary().quarantined == ["not-dicom": 1])
    #expect(workspace.images.count == 2)
    #expect(try workspace.catalog().count == 2)
  }

  @Test func `a released file that somebody deleted is made again`() throws {
    let (workspace, whole) = (try Workspace(), try Workspace())
    for made in [workspace, whole] {
      try made.build([Image("IM1"), Image("IM2")])
      try made.summary()
    }
    let image = try #require(Locations.files(below: workspace.dataSet + "/images").first)
    try FileManager.default.removeItem(atPath: image)
    try workspace.summary()
    try expectSame(workspace, whole)
  }

  @Test func `a key or a catalog that is not the data set's is refused`() throws {
    let workspace = try Workspace()
    try workspace.build([Image("IM1")])
    try workspace.summary()
    let key = workspace.vault + "/key"
    let right = try Data(contentsOf: URL(filePath: key))
    try Data(repeating: 7, count: 32).write(to: URL(filePath: key))
    #expect(try workspace.deid().code == 64)
    try right.write(to: URL(filePath: key))
    try FileManager.default.removeItem(atPath: workspace.dataSet + "/catalog.sqlite")
    let outcome = try workspace.deid()
    #expect(outcome.code == 64)
    #expect(outcome.errorText.contains("catalog.sqlite"))
  }

  @Test func `a map is never written into a side or over another file`() throws {
    let workspace = try Workspace()
    try workspace.build([Image("IM1")])
    for path in [workspace.vault + "/key", workspace.dataSet + "/map.csv", workspace.input + "/IM1"] {
      let outcome = try workspace.deid(options: ["--uid-map", path])
      #expect(outcome.code == 64)
    }
    #expect(workspace.images.isEmpty)
    #expect(try workspace.summary().released == 1)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a run that was interrupted goes on where it stopped`(signal: Int32) throws {
    let (replicas, halted) = (try Replicas.shared(), try Workspace())
    let run = try halted.start(from: replicas.inputs)
    // From the first file on; more are to come than can be in flight then.
    #expect(run.reaches { !Locations.files(below: halted.vault + "/staging").isEmpty })
    run.send(signal)
    let outcome = try run.wait()
    #expect(outcome.code == 130)
    #expect(outcome.errorText.contains("interrupted; run the same command again"))
    #expect(halted.images.count < replicas.whole.images.count)
    try halted.summary(from: replicas.inputs)
    try expectSame(replicas.whole, halted)
  }

  @Test func `one and four threads make the same data set`() throws {
    let (replicas, one, four) = (try Replicas.shared(), try Workspace(), try Workspace())
    #expect(try one.summary(from: replicas.inputs, options: ["--threads", "1"]) == replicas.summary)
    #expect(try four.summary(from: replicas.inputs, options: ["--threads", "4"]) == replicas.summary)
    try expectSame(one, four)
  }

  @Test func `the comparison sees a changed byte, a missing file and a changed manifest`() throws {
    let (one, other) = (try Workspace(), try Workspace())
    for workspace in [one, other] { try workspace.summary(Locations.sampleData + "/CD_VILLEFICTIVE") }
    try expectSame(one, other)
    let image = try other.dataSet + "/" + #require(other.images.first)
    var bytes = try #require(FileManager.default.contents(atPath: image))
    bytes[bytes.count - 1] ^= 1
    try bytes.write(to: URL(filePath: image))
    #expect(try DataSetComparison.differences(one, other).count == 1)
    try FileManager.default.removeItem(atPath: image)
    #expect(try DataSetComparison.differences(one, other).first?.hasPrefix("only in the first") == true)
  }

  @Test(arguments: [
    ["--profile", "basic"], ["--pixel-check", "off"],
  ])
  func `another configuration is refused for a data set that has files`(options: [String]) throws {
    let workspace = try Workspace()
    try workspace.build([Image("IM1")])
    try workspace.summary()
    let outcome = try workspace.deid(options: options)
    #expect(outcome.code == 64)
    #expect(outcome.errorText.split(separator: "\n").count == 1)
    #expect(outcome.errorText.contains("another profile or pixel check"))
    #expect(workspace.images.count == 1)
  }

  @Test func `two projects with different keys share no pseudonym`() throws {
    let (one, other) = (try Workspace(), try Workspace(initialised: false))
    try one.build([Image("IM1"), Image("IM2")])
    let made = try other.tokumei("init", other.vault, other.dataSet, "--project", "tests", "--regime", "gdpr")
    #expect(made.code == 0)
    #expect(try one.summary(one.input) == other.summary(one.input))
    let names = try [one, other].map { workspace in
      Set(try workspace.catalog().flatMap { [$0.patient, $0.study, $0.series, $0.instance] })
    }
    #expect(names[0].isDisjoint(with: names[1]))
  }
}
