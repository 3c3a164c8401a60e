import EndToEndSupport
import Foundation
import Testing

/// What a walk can meet: each lands in quarantine with its reason, and the good file beside it is released.
@Suite(.needs(.python)) struct BadFileTests {
  private let workspace: Workspace
  private let good: Data

  init() throws {
    workspace = try Workspace()
    try workspace.build([Image("good")])
    good = try #require(FileManager.default.contents(atPath: workspace.input + "/good"))
  }

  @Test func `a file that is not DICOM`() throws {
    try workspace.write("input/notes.txt", "Call the ward".utf8)
    try workspace.write(
      "input/picture.png",
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 7, count: 500))
    try workspace.expectWithheld(["notes.txt": "not-dicom", "picture.png": "not-dicom"], released: 1)
  }

  @Test func `a file of zero bytes`() throws {
    try workspace.write("input/nothing", [])
    try workspace.expectWithheld(["nothing": "empty"], released: 1)
  }

  @Test func `a file that ends in the middle, wherever that is`() throws {
    var expected: [String: String] = [:]
    // After the meta information, in a header of an element, in a value, in the pixels.
    for end in [good.count - 1, good.count - 64, good.count - 130, good.count / 2, 400] {
      try workspace.write("input/cut-at-\(end)", good.prefix(end))
      expected["cut-at-\(end)"] = "truncated"
    }
    try workspace.expectWithheld(expected, released: 1)
  }

  @Test(arguments: [65, 5000, 20_000])
  func `sequences nested deeper than 64 are withheld`(depth: Int) throws {
    try workspace.write("input/deep", good + Self.nested(depth))
    try workspace.expectWithheld(["deep": "too-deep"], released: 1)
  }

  @Test func `sequences nested 64 deep are no trouble`() throws {
    try FileManager.default.removeItem(atPath: workspace.input + "/good")
    try workspace.write("input/deep", good + Self.nested(64))
    #expect(try workspace.summary().released == 1)
  }

  /// Digital Signatures Sequence (FFFA,FFFA) in itself, all lengths undefined.
  private static func nested(_ depth: Int) -> [UInt8] {
    let undefined: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
    let open = [0xFA, 0xFF, 0xFA, 0xFF, 0x53, 0x51, 0, 0] + undefined + [0xFE, 0xFF, 0x00, 0xE0] + undefined
    let close: [UInt8] = [0xFE, 0xFF, 0x0D, 0xE0, 0, 0, 0, 0, 0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0]
    return (0..<depth).flatMap { _ in open } + (0..<depth).flatMap { _ in close }
  }

  @Test func `a folder that holds itself by a link is walked once`() throws {
    let files = FileManager.default
    try files.createDirectory(atPath: workspace.input + "/sub", withIntermediateDirectories: true)
    try files.createSymbolicLink(atPath: workspace.input + "/sub/loop", withDestinationPath: "..")
    try files.createSymbolicLink(atPath: workspace.input + "/self", withDestinationPath: ".")
    let summary = try workspace.summary()
    #expect(summary.files == 1)
    #expect(summary.released == 1)
  }

  @Test func `a link out of the input is not followed`() throws {
    let outside = try workspace.write("outside/secret", good)
    let links = ["to-file": outside, "to-folder": workspace.path + "/outside", "to-system": "/etc"]
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: workspace.input + "/" + name, withDestinationPath: target)
    }
    try workspace.expectWithheld(links.mapValues { _ in "link-out-of-input" }, released: 1)
  }

  @Test func `a link to nothing cannot be read`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: workspace.input + "/dangling", withDestinationPath: "not-there")
    try workspace.expectWithheld(["dangling": "unreadable"], released: 1)
  }

  @Test func `a pipe is not waited for`() throws {
    try Program.run("mkfifo", [workspace.input + "/pipe"])
    #expect(try workspace.summary().released == 1)
  }

  @Test(.needs(.lesserUser)) func `a file and a folder without permission`() throws {
    try workspace.write("input/closed", good, mode: 0o000)
    try workspace.write("input/folder/inside", good)
    // Where the package lies, nobody may be let in: what the run needs comes along.
    try workspace.copy(Locations.binary, as: "../tokumei")
    try workspace.copy(Locations.root + "/profiles/basic.yaml", as: "../basic.yaml")
    try Program.run("chown", ["-R", "65534:65534", workspace.path])
    try Program.run("chmod", ["000", workspace.input + "/folder"])
    defer { _ = try? Program.run("chmod", ["755", workspace.input + "/folder"]) }
    let outcome = try LesserUser.run(
      workspace.path + "/tokumei",
      workspace.arguments([workspace.input], ["--profile", workspace.path + "/basic.yaml"]))
    #expect(outcome.code == 2)
    #expect(outcome.text.contains("3 files: 1 released, 2 withheld"))
    #expect(outcome.text.contains("withheld  2  unreadable: the file cannot be opened or read"))
    let names = try workspace.withheld().keys.map { $0.dropFirst(workspace.input.count + 1) }.sorted()
    #expect(names == ["closed", "folder"])
    workspace.expectNothingHalfWritten()
  }

  @Test(arguments: ["1", "4"])
  func `the first of two files with one SOP Instance UID is released`(threads: String) throws {
    let uid: Image.Value = "2.25.77"
    try workspace.build([
      Image("twins/1", ["SOPInstanceUID": uid, "SeriesNumber": "1"]),
      Image("twins/2", ["SOPInstanceUID": uid, "SeriesNumber": "2"]),
    ])
    try workspace.expectWithheld(
      ["twins/2": "same-uid-different-content"], released: 2, options: ["--threads", threads])
    #expect(try workspace.values(["SeriesNumber"]).values.allSatisfy { $0 == ["1"] })
  }

  @Test func `the same file twice is a duplicate, and no fault`() throws {
    try workspace.write("input/again/good", good)
    let outcome = try workspace.deid()
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("2 files: 1 released, 0 withheld, 1 duplicates"))
    #expect(try workspace.withheld().isEmpty)
    workspace.expectNothingHalfWritten()
  }
}
