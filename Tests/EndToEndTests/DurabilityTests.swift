import EndToEndSupport
import Foundation
import Testing

/// The order that makes "released" true after a power cut, as the kernel saw it: written, flushed, renamed, flushed,
/// noted.
@Suite(.needs(.strace), .needs(.python)) struct DurabilityTests {
  private let workspace: Workspace
  private let count = 150

  init() throws {
    workspace = try Workspace()
    try workspace.build((0..<count).map { Image("IM\($0)", ["SOPInstanceUID": "2.25.1\($0)"]) })
  }

  /// The system calls of a run.
  private func trace(_ options: [String]) throws -> (outcome: Outcome, calls: SystemCalls) {
    let log = workspace.path + "/calls"
    let traced = "openat,open,write,pwrite64,writev,rename,renameat,renameat2,fsync,fdatasync,syncfs,sendfile"
    let outcome = try Program.run(
      "strace",
      ["-f", "-qq", "-y", "-s", "8192", "-e", "trace=" + traced, "-o", log] + options + [Locations.binary]
        + workspace.arguments([workspace.input], []))
    return (outcome, try SystemCalls(log: log))
  }

  @Test func `every file is flushed before it gets its name, and its name before the catalog has it`() throws
  {
    let (outcome, calls) = try trace([])
    #expect(outcome.code == 0)
    #expect(workspace.images.count == count)
    #expect(calls.renames(into: workspace.dataSet).count == count)
    var faults: [String] = []
    for rename in calls.renames(into: workspace.dataSet) {
      let written = try #require(calls.lastWrite(to: rename.source), "never written: \(rename.source)")
      if !calls.isFlushed(after: written, before: rename.position) {
        faults.append("not flushed before its name: \(rename.source)")
      }
      let instance = String(try #require(rename.target.split(separator: "/").last).dropLast(4))
      let noted = try #require(
        calls.firstWrite(to: workspace.dataSet + "/catalog.sqlite-wal", holding: instance),
        "never in the catalog")
      if !calls.isFlushed(after: rename.position, before: noted) {
        faults.append("in the catalog before its name is flushed: \(rename.target)")
      }
    }
    #expect(faults == [])
  }

  /// The run ends at a flush of the file system that fails: of the first batch, the second or the third.
  @Test(.needs(.sqlite), arguments: [1, 2, 3])
  func `what the journal calls released has been flushed under its name`(flush: Int) throws {
    let (outcome, calls) = try trace(["-e", "inject=syncfs:error=EIO:when=\(flush)"])
    #expect(outcome.code == 70)
    let rows = try Program.run(
      "sqlite3", [workspace.vault + "/vault.sqlite", "SELECT output FROM file WHERE state = 3"])
    try #require(rows.code == 0, "\(rows.errorText)")
    let renames = Dictionary(
      calls.renames(into: workspace.dataSet).map { ($0.target, $0.position) }, uniquingKeysWith: { $1 })
    let unflushed = rows.lines.filter { output in
      guard let renamed = renames[workspace.dataSet + "/" + output] else { return true }
      return !calls.isFlushed(after: renamed, before: .max)
    }
    #expect(unflushed == [])
    #expect(try workspace.summary().released == count)
  }
}
