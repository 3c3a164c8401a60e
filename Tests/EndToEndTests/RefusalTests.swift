import EndToEndSupport
import Foundation
import Testing

/// What is refused before the first file is opened: code 64 and one line.
@Suite struct RefusalTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write("input/some.dcm", [1, 2, 3])
  }

  @Test func `an output folder that is not a data set`() throws {
    try workspace.write("elsewhere/thesis.doc", [1])
    let outcome = try workspace.tokumei(
      "deid", workspace.input, "--output", workspace.path + "/elsewhere", "--vault", workspace.vault)
    workspace.expectRefused(outcome, "elsewhere: not a data set of tokumei; make one with 'tokumei init")
    #expect(Locations.files(below: workspace.path + "/elsewhere").count == 1)
  }

  @Test func `a data set of another project`() throws {
    let other = try Workspace(initialised: false)
    let made = try other.tokumei("init", other.vault, other.dataSet, "--project", "other", "--regime", "gdpr")
    #expect(made.code == 0)
    let outcome = try workspace.tokumei(
      "deid", workspace.input, "--output", other.dataSet, "--vault", workspace.vault)
    workspace.expectRefused(outcome, "this data set belongs to another vault")
    #expect(other.images.isEmpty)
  }

  @Test func `a folder that is no vault`() throws {
    let outcome = try workspace.tokumei(
      "deid", workspace.input, "--output", workspace.dataSet, "--vault", workspace.input)
    workspace.expectRefused(outcome, "not a vault; make one with 'tokumei init'")
  }

  @Test(arguments: [("a", "a/b"), ("a/b", "a"), ("a", "a"), ("a", "link/b")])
  func `vault and data set within one another`(vault: String, dataSet: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path + "/link", withDestinationPath: workspace.path + "/a")
    if dataSet.hasPrefix("link") {
      try FileManager.default.createDirectory(
        atPath: workspace.path + "/a", withIntermediateDirectories: false)
    }
    let outcome = try workspace.tokumei("init", vault, dataSet, "--project", "p", "--regime", "gdpr")
    workspace.expectRefused(outcome, "must not lie within one another")
    #expect(Locations.files(below: workspace.path + "/a") == [])
  }

  @Test(arguments: ["dataset", "vault", "dataset/images", "vault/staging", "."])
  func `an input that holds a side or lies in one`(input: String) throws {
    let outcome = try workspace.deid(workspace.path + "/" + input)
    workspace.expectRefused(outcome, "the input must not be, hold or lie in the vault or the data set")
  }

  @Test func `a link to the data set as input`() throws {
    let link = workspace.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: workspace.dataSet)
    workspace.expectRefused(try workspace.deid(link), "the input must not be")
  }

  @Test(arguments: [0o644, 0o640, 0o604, 0o660])
  func `a key that others may read`(mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: workspace.key)
    workspace.expectRefused(try workspace.deid(), "others may read the project key; run 'chmod 600' on it")
    let other = try workspace.tokumei(
      "init", "v2", "d2", "--project", "p", "--regime", "gdpr", "--key", workspace.key)
    workspace.expectRefused(other, "others may read the project key")
    #expect(!Locations.exists(workspace.path + "/v2") && !Locations.exists(workspace.path + "/d2"))
  }

  @Test(arguments: [0, 31, 33]) func `a key that does not have 32 bytes`(count: Int) throws {
    try workspace.write("vault/key", [UInt8](repeating: 1, count: count), mode: 0o600)
    workspace.expectRefused(try workspace.deid(), "the project key does not have 32 bytes")
  }

  @Test func `an input that is not there`() throws {
    workspace.expectRefused(
      try workspace.deid(workspace.path + "/nowhere"), "nowhere: no such file or folder")
  }

  @Test(arguments: [
    ("nosuch", "no such profile"), ("nosuch.yaml", "no such"), ("./input/some.dcm", "some.dcm"),
  ])
  func `a profile that is not there or not one`(profile: String, text: String) throws {
    workspace.expectRefused(try workspace.deid(options: ["--profile", profile]), text)
  }

  @Test(arguments: [
    [], ["--vault", "vault"], ["--output", "dataset"],
    ["--output", "dataset", "--vault", "vault", "--thread", "2"],
    ["--output", "dataset", "--vault", "vault", "--threads", "0"],
    ["--output", "dataset", "--vault", "vault", "--threads", "many"],
    ["--output", "dataset", "--vault", "vault", "--pixel-check", "maybe"],
  ])
  func `a command line that lacks an option or has a wrong one`(options: [String]) throws {
    let outcome = try Program.run(Locations.binary, ["deid", "input"] + options, folder: workspace.path)
    #expect(outcome.code == 64)
    #expect(outcome.errorText.contains("Error:"))
    #expect(outcome.errorText.contains("Usage: tokumei deid"))
    #expect(workspace.images.isEmpty)
  }

  @Test func `an unknown command and an unknown regime`() throws {
    #expect(try workspace.tokumei("anonymise").code == 64)
    let outcome = try workspace.tokumei("init", "v2", "d2", "--project", "p", "--regime", "none")
    #expect(outcome.code == 64)
    #expect(outcome.errorText.contains("coded-research"))
    #expect(!Locations.exists(workspace.path + "/v2"))
  }

  @Test func `a second init over the first`() throws {
    let outcome = try workspace.tokumei(
      "init", workspace.vault, workspace.dataSet, "--project", "p", "--regime", "gdpr")
    #expect(outcome.code == 64)
    #expect(outcome.errorText.contains("exists and is not empty"))
    #expect(FileManager.default.contents(atPath: workspace.key) == Data(0..<32))
  }

  @Test(.needs(.python)) func `a second run at the same time`() throws {
    let inputs = try Replicas.shared().inputs
    let first = try workspace.start(from: inputs)
    #expect(first.reaches { first.workerID != nil })
    // Held still, so that the two surely overlap.
    first.send(SIGSTOP)
    let second = try workspace.deid(from: inputs)
    first.send(SIGCONT)
    #expect(second.code == 64)
    #expect(second.errorText.contains("another run uses this vault"))
    #expect(try first.wait().code == 2)
    #expect(try workspace.summary(from: inputs).released == workspace.images.count)
  }
}
