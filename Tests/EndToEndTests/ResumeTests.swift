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

  @Test(arguments: ["PatientID", "StudyInstanceUID", "SOPInstanceUID"])
  func `what comes from a changed file replaces what came from it before`(keyword: String) throws {
    let (workspace, fresh) = (try Workspace(), try Workspace())
    try workspace.build([Image("IM1"), Image("IM2")])
    try workspace.summary()
    for changed in [workspace, fresh] { try changed.build([Image("IM1", [keyword: "2.25.4711"])]) }
    try fresh.copy(workspace.input + "/IM2", as: "IM2")
    #expect(try workspace.summary().released == 2)
    try fresh.summary()
    try expectSame(workspace, fresh)
  }

  @Test func `a released file that is broken now is withheld, and its output withdrawn`() throws {
    let workspace = try Workspace()
    try workspace.build([Image("IM1"), Image("IM2")])
    try workspace.summary()
    try workspace.write("input/IM1", "broken".utf8)
    let summary = try workspace.summary()
    #expect(summary.quarantined == ["not-dicom": 1])
    #expect(summary.released == 1)
    #expect(workspace.images.count == 1)
    #expect(try workspace.catalog().count == 1)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a run that was interrupted goes on where it stopped`(signal: Int32) throws {
    let (replicas, halted) = (try Replicas.shared(), try Workspace())
    let run = try halted.start(from: replicas.inputs)
    #expect(run.reaches { !halted.images.isEmpty })
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
    ["--profile", "basic"], ["--site", "elsewhere"], ["--pixel-check", "off"],
  ])
  func `another configuration is refused for a data set that has files`(options: [String]) throws {
    let workspace = try Workspace()
    try workspace.build([Image("IM1")])
    try workspace.summary()
    let outcome = try workspace.deid(options: options)
    #expect(outcome.code == 64)
    #expect(outcome.errorText.split(separator: "\n").count == 1)
    #expect(outcome.errorText.contains("another profile, site, subject list or pixel check"))
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
