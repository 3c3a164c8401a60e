import EndToEndSupport
import Foundation
import Testing

/// A file with a sentinel in every attribute, and broken variants of it: whatever is printed, no sentinel is in it.
@Suite(.needs(.python)) struct SentinelTests {
  private static let needles = ["ZQSENTINELQZ", "86753091", "19431207", "112233.8675"]
  private static let built = Result {
    let inputs = try Workspace(initialised: false)
    try Python.run("sentinel.py", [inputs.input])
    inputs.staysUntilExit()
    return inputs
  }
  private let workspace: Workspace
  private let inputs: Workspace
  private var variants: [String] { Locations.files(below: inputs.input) }

  init() throws {
    workspace = try Workspace()
    inputs = try Self.built.get()
  }

  @Test func `no command prints a value`() throws {
    #expect(variants.count >= 12)
    for (number, file) in variants.enumerated() {
      for options in [["--all"], ["--json", "--profile", "basic"]] {
        let outcome = try Program.run(Locations.binary, ["explain", file] + options)
        #expect([0, 64].contains(outcome.code), "\(file)")
        try workspace.write("printed/explain\(number)\(options.joined())", outcome.output + outcome.errors)
      }
    }
    for options in [
      ["--pixel-check", "off", "--dry-run"], ["--pixel-check", "off"], ["--pixel-check", "off", "--json"],
    ] {
      let outcome = try workspace.deid(from: inputs, options: options)
      #expect(outcome.code == 2)
      try workspace.write("printed/deid\(options.joined())", outcome.output + outcome.errors)
    }
    for options in [[], ["--paths"], ["--json"]] {
      let outcome = try Program.run(
        Locations.binary, ["quarantine", "list", "--vault", workspace.vault] + options)
      #expect(outcome.code == 0)
      try workspace.write("printed/list\(options.joined())", outcome.output + outcome.errors)
    }
    for number in 1...variants.count {
      let outcome = try workspace.tokumei("quarantine", "show", "\(number)", "--vault", workspace.vault)
      try workspace.write("printed/show\(number)", outcome.output + outcome.errors)
    }
    let dump = try workspace.tokumei("catalog", "dump", workspace.dataSet)
    try workspace.write("printed/dump", dump.output + dump.errors)
    let hits = try ByteSearch.hits(ofTexts: Self.needles, below: workspace.path + "/printed")
    #expect(hits == [])
  }

  @Test func `no file of the data set but an image could hold a value`() throws {
    _ = try workspace.deid(from: inputs, options: ["--pixel-check", "off"])
    #expect(!workspace.images.isEmpty)
    try FileManager.default.removeItem(atPath: workspace.dataSet + "/images")
    let hits = try ByteSearch.hits(ofTexts: Self.needles, below: workspace.dataSet)
    #expect(hits == [])
  }

  @Test func `a subject list that cannot be right is not quoted`() throws {
    let lines = "patient_id,subject\nZQSENTINELQZ,86753091 /\n86753091,A\n86753091,B\n\"ZQSENTINELQZ\n"
    let outcome = try workspace.deid(
      from: inputs, options: ["--subjects", try workspace.write("subjects.csv", lines.utf8)])
    #expect(outcome.code == 64)
    for needle in Self.needles { #expect(!outcome.allText.contains(needle)) }
  }

  @Test func `the sentinels are in the files`() throws {
    let hits = try ByteSearch.hits(ofTexts: Self.needles, below: inputs.input)
    #expect(hits.count > Self.needles.count * 4)
  }
}
