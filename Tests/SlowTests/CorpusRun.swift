import EndToEndSupport
import Synchronization
import Testing

/// One run over a folder of files that nobody here wrote, kept for all tests that look at it.
final class CorpusRun: Sendable {
  let folder: String
  let withheld: [String: String]
  private let workspace: Workspace
  private let summary: Summary
  private let map: String

  private static let runs = Mutex<[String: CorpusRun]>([:])

  static func of(_ folder: String) throws -> CorpusRun {
    try runs.withLock { runs in
      let run = try runs[folder] ?? CorpusRun(folder)
      runs[folder] = run
      return run
    }
  }

  private init(_ folder: String) throws {
    self.folder = folder
    workspace = try Workspace()
    workspace.staysUntilExit()
    map = workspace.path + "/uids.csv"
    summary = try workspace.summary(folder, options: ["--pixel-check", "off", "--uid-map", map])
    withheld = try workspace.withheld()
  }

  func expectEachAccounted() throws {
    let files = Set(Locations.files(below: folder))
    #expect(!files.isEmpty)
    #expect(summary.files == files.count)
    #expect(summary.released + summary.withheld + summary.duplicates == files.count)
    #expect(summary.released == workspace.images.count)
    #expect(Set(withheld.keys).subtracting(files) == [])
    #expect(!withheld.values.contains { $0.hasPrefix("crashed") })
    let pairs = try workspace.pairs(map: map, inputs: [folder])
    let released = Set(pairs.map { String($0.prefix { $0 != "\t" }) })
    #expect(released.count == summary.released)
    #expect(released.isDisjoint(with: withheld.keys))
    let others = files.subtracting(released).subtracting(withheld.keys)
    #expect(others.count == summary.duplicates)
  }

  func findings() throws -> [String] {
    try workspace.findings(pairs: workspace.pairs(map: map, inputs: [folder]))
  }
}
