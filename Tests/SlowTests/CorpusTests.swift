import EndToEndSupport
import Foundation
import Testing

/// Real files of other people, as many kinds as we could find, and broken ones.
@Suite(.needs(.python), .serialized) struct CorpusTests {
  private static let corpus = Locations.shared + "/corpus"

  @Test(.needs(.shared("corpus")), arguments: ["files", "hostile", "same-uid"])
  func `every file is released or withheld, and none ends the worker`(folder: String) throws {
    try CorpusRun.of(Self.corpus + "/" + folder).expectEachAccounted()
  }

  @Test(.needs(.pydicomFiles)) func `every test file of pydicom is released or withheld`() throws {
    try CorpusRun.of(#require(Locations.pydicomFiles)).expectEachAccounted()
  }

  @Test(.needs(.shared("corpus")))
  func `of the files that pydicom can read, 97 in 100 are released`() throws {
    let run = try CorpusRun.of(Self.corpus + "/files")
    let readable = Set(try Python.run("readable.py", [run.folder]))
    #expect(readable.count > 180)
    let released = readable.subtracting(run.withheld.keys)
    #expect(Double(released.count) >= 0.97 * Double(readable.count))
  }

  /// `RECORD_GOLDEN=1` rewrites the table, and fails.
  @Test(.needs(.shared("corpus"))) func `what is withheld is in the committed table, with its reason`() throws
  {
    var lines = ["file\treason"]
    for folder in ["files", "hostile", "same-uid"] {
      let run = try CorpusRun.of(Self.corpus + "/" + folder)
      lines += run.withheld.map { "\($0.key.dropFirst(Self.corpus.count + 1))\t\($0.value)" }.sorted()
    }
    let table = Locations.root + "/docs/corpus-withheld.tsv"
    let committed = (try? String(contentsOfFile: table, encoding: .utf8)) ?? ""
    let known = committed.split(separator: "\n").map(String.init)
    let (now, before) = (Set(lines), Set(known))
    #expect(now.subtracting(before).sorted() == [], "not in the table")
    #expect(before.subtracting(now).sorted() == [], "only in the table")
    guard ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" else { return }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: table))
    Issue.record("docs/corpus-withheld.tsv is written anew; look at the difference")
  }

  @Test(
    .needs(.shared("corpus")), .needs(.dcmtkTools), .needs(.dciodvfy),
    arguments: ["files", "hostile", "same-uid"])
  func `other programs find nothing in the released that the inputs did not have`(folder: String) throws {
    let findings = try CorpusRun.of(Self.corpus + "/" + folder).findings()
    #expect(findings == [])
  }

  @Test(.needs(.pydicomFiles), .needs(.dcmtkTools), .needs(.dciodvfy))
  func `other programs find nothing new in what came from pydicom's files`() throws {
    let findings = try CorpusRun.of(#require(Locations.pydicomFiles)).findings()
    #expect(findings == [])
  }
}
