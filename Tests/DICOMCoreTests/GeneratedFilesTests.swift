import TableGeneration
import Testing

@Suite struct GeneratedFilesTests {
  @Test func `generated files are fresh`() throws {
    let root = repositoryRoot()
    let files = try GeneratedFile.all(root: root)
    let stale = files.filter { $0.isStale(root: root) }.map(\.path)
    #expect(stale.isEmpty, "run: \(GeneratedFile.command)")
    #expect(files.count == 6)
  }

  @Test func `a table with a short row is refused`() {
    #expect(throws: GenerationError.self) { try TSV("tag\tname\n(0010,0010)\n", name: "short.tsv") }
    #expect(throws: GenerationError.self) { try TSV("# only a comment\n", name: "empty.tsv") }
  }
}
