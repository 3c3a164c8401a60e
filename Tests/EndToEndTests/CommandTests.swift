import EndToEndSupport
import Foundation
import Testing

/// The commands around `deid`, as a person or a program uses them.
@Suite struct CommandTests {
  private static let commands = [
    ["init"], ["deid"], ["explain"], ["quarantine", "list"], ["quarantine", "show"], ["catalog", "dump"],
    ["profile", "list"],
  ]

  @Test(arguments: commands) func `the help of a command has an example`(command: [String]) throws {
    let outcome = try Program.run(Locations.binary, command + ["--help"])
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("Example: tokumei \(command.joined(separator: " "))"))
  }

  @Test func `the help of the tool has an example and the exit codes`() throws {
    let text = try Program.run(Locations.binary, ["--help"]).text
    #expect(text.contains("tokumei init vault dataset"))
    #expect(text.contains("Exit codes: 0"))
    #expect(!text.contains("worker"))
  }

  @Test func `the shipped profiles are listed`() throws {
    let lines = try Program.run(Locations.binary, ["profile", "list"]).lines
    for name in ["basic", "midi", "research"] { #expect(lines.contains { $0.hasPrefix(name + " ") }) }
  }

  @Test(.needs(.python)) func `explain says attribute, action, rule and source`() throws {
    let workspace = try Workspace(initialised: false)
    try workspace.build([Image("IM1", ["PatientName": "Zqx^Sentinel", "PatientID": "ZQX-8675309"])])
    let file = workspace.input + "/IM1"
    let lines = try workspace.tokumei("explain", file).lines.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(lines.allSatisfy { $0.count == 5 })
    let name = try #require(lines.first { $0[0] == "(0010,0010)" })
    #expect(name[1] == "PatientName")
    #expect(name[2] == "Z")
    #expect(name[4].contains("PS3.15"))
    #expect(!lines.contains { $0[0] == "(0028,0010)" })
    let all = try workspace.tokumei("explain", file, "--all", "--profile", "basic")
    #expect(all.text.contains("(0028,0010)"))
    #expect(!all.allText.lowercased().contains("zqx"))
    for line in try workspace.tokumei("explain", file, "--json", "--all").lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
      #expect(Set(try #require(object).keys) == ["action", "attribute", "keyword", "rule", "source"])
    }
  }

  @Test func `explain names the reason for a file that it cannot explain`() throws {
    let workspace = try Workspace(initialised: false)
    let outcome = try workspace.tokumei("explain", try workspace.write("notes", "Call the ward".utf8))
    #expect(outcome.code == 64)
    #expect(outcome.errorText.hasSuffix("notes: the file is not DICOM\n"))
    #expect(try workspace.tokumei("explain", "nowhere").code == 64)
  }

  @Test(.needs(.python)) func `the quarantine tells number, reason and, when asked, where from`() throws {
    let workspace = try Workspace()
    try workspace.build([Image("folder/IM1")])
    try workspace.write("input/empty", [])
    try workspace.write("input/notes", "Call the ward".utf8)
    _ = try workspace.deid()
    let list = try workspace.tokumei("quarantine", "list", "--vault", workspace.vault)
    let cells = list.lines.map { $0.split(separator: "\t").map(String.init) }
    #expect(
      cells.map { $0[1...] } == [
        ["empty", "0", "the file has no bytes"], ["not-dicom", "13", "the file is not DICOM"],
      ])
    #expect(!list.text.contains(workspace.path))
    #expect(
      try workspace.tokumei("quarantine", "list", "--vault", workspace.vault, "--paths").lines
        == ["empty", "notes"].map { workspace.input + "/" + $0 })
    let shown = try workspace.tokumei("quarantine", "show", cells[1][0], "--vault", workspace.vault).text
    #expect(shown.contains("not-dicom: the file is not DICOM"))
    #expect(shown.contains(workspace.input + "/notes"))
    #expect(try workspace.tokumei("quarantine", "show", "4711", "--vault", workspace.vault).code == 64)
  }

  @Test(.needs(.python)) func `the catalog is dumped in order, a line per released file`() throws {
    let workspace = try Workspace()
    try workspace.build((0..<4).map { Image("IM\($0)", ["SOPInstanceUID": "2.25.3\($0)"]) })
    try workspace.summary()
    let dump = try workspace.tokumei("catalog", "dump", workspace.dataSet).lines
    #expect(dump.count == 4)
    #expect(dump == dump.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for (line, file) in zip(try workspace.catalog(), workspace.images) {
      #expect(line.path == file)
      #expect(file == "images/\(line.patient)/\(line.study)/\(line.series)/\(line.instance).dcm")
    }
    #expect(try workspace.tokumei("catalog", "dump", workspace.vault).code == 64)
  }

  @Test func `a dry run counts what a run does and writes nothing`() throws {
    let workspace = try Workspace()
    let (vault, dataSet) = try (
      FolderListing.entries(below: workspace.vault), FolderListing.entries(below: workspace.dataSet)
    )
    let planned = try workspace.deid(Locations.sampleData, options: ["--dry-run"])
    let json = try workspace.summary(Locations.sampleData, options: ["--dry-run"])
    #expect(try FolderListing.entries(below: workspace.vault) == vault)
    #expect(try FolderListing.entries(below: workspace.dataSet) == dataSet)
    #expect(planned.text.contains("62 files: 52 would be released, 10 withheld"))
    let done = try workspace.summary(Locations.sampleData)
    #expect(json.files == done.files)
    #expect(json.released == done.released)
    #expect(json.quarantined == done.quarantined)
  }

  @Test func `JSON is all that --json prints, and nobody sees a progress bar`() throws {
    let workspace = try Workspace()
    let outcome = try workspace.deid(Locations.sampleData, options: ["--json"])
    let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    #expect(object?["released"] as? Int == 52)
    #expect(outcome.errors.isEmpty)
  }
}
