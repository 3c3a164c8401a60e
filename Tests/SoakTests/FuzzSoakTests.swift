import EndToEndSupport
import Foundation
import Testing

/// Broken copies of real files: bits flipped, ends cut off, lengths that lie.
@Suite(.needs(.python)) struct FuzzSoakTests {
  private static let filesPerSeed = 1000

  @Test(.needs(.shared("corpus")), arguments: [1, 2, 3, 4, 5, 6])
  func `no run is lost over broken files, and each is accounted for`(seed: Int) throws {
    let (inputs, workspace) = (try Workspace(initialised: false), try Workspace())
    try Python.run(
      "mutate.py", [Locations.shared + "/corpus/files", inputs.input, "\(Self.filesPerSeed)", "\(seed)"])
    let files = Set(Locations.files(below: inputs.input))
    #expect(files.count == Self.filesPerSeed)
    let summary = try workspace.summary(from: inputs, options: ["--pixel-check", "off"])
    #expect(summary.files == files.count)
    #expect(summary.released + summary.withheld + summary.duplicates == files.count)
    #expect(summary.released == workspace.images.count)
    let withheld = try workspace.withheld()
    #expect(withheld.count == summary.withheld)
    #expect(Set(withheld.keys).subtracting(files) == [])
    #expect(Locations.files(below: workspace.vault + "/staging") == [])
    // A crash costs its file only; which ones those are is worth knowing.
    let crashed = withheld.filter { $0.value.hasPrefix("crashed") }.keys.sorted()
    print(
      "seed \(seed): \(summary.released) released, \(summary.withheld) withheld, \(crashed.count) crashed")
    for file in crashed { print("  \(URL(filePath: file).lastPathComponent)") }
    let unreadable = try Python.run("unreadable.py", [workspace.dataSet, workspace.vault + "/vault.sqlite"])
    #expect(unreadable == [])
  }
}
