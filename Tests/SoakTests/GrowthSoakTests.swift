import EndToEndSupport
import Foundation
import Testing

/// Memory does not grow with the number of files.
@Suite(.needs(.python), .needs(.shared("bench")), .needs(.shared("corpus")), .serialized)
struct GrowthSoakTests {
  /// 150 MiB.
  private static let mostKiB = 150 << 10

  @Test(.needs(.freeSpace(gigabytes: 10))) func `2,000 files and 20,000 need the same memory`() throws {
    let (few, many) = (try peak(count: 2000), try peak(count: 20_000))
    print("peak RSS: \(few / 1024) MiB for 2,000 files, \(many / 1024) MiB for 20,000")
    #expect(many <= Self.mostKiB)
    #expect(Double(many) <= 1.2 * Double(few))
  }

  private func peak(count: Int) throws -> Int {
    let workspace = try Workspace()
    let made = try Program.run(
      Locations.python,
      [Locations.shared + "/bench/make_bench.py", workspace.input, "--kind", "small", "--count", "\(count)"])
    try #require(made.code == 0, "\(made.errorText)")
    let memory = try Memory(ofRunIn: workspace, options: ["--pixel-check", "off"])
    #expect(memory.summary.first?.hasPrefix("\(count) files: ") == true)
    #expect(workspace.images.count > count / 2)
    return memory.peakKiB
  }
}
