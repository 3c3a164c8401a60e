import EndToEndSupport
import Foundation
import Testing

@Suite(.needs(.python)) struct LargeInstanceTests {
  /// 200 MiB.
  private static let mostKiB = 200 << 10

  @Test(.needs(.freeSpace(gigabytes: 5)))
  func `an instance of more than 2 GiB is released without being loaded`() throws {
    let workspace = try Workspace()
    let small = try Workspace(initialised: false)
    try small.build([
      Image("IM1", ["Rows": 512, "Columns": 512, "NumberOfFrames": 4200, "BitsStored": 16, "HighBit": 15])
    ])
    let length = try #require(
      Int(try Python.run("large.py", [small.input + "/IM1", workspace.input + "/large"])[0]))
    #expect(length > Int(Int32.max))
    let memory = try Memory(ofRunIn: workspace)
    #expect(memory.summary.first?.hasPrefix("1 files: 1 released, 0 withheld") == true)
    #expect(memory.peakKiB <= Self.mostKiB)
    let file = try workspace.dataSet + "/" + #require(workspace.images.first)
    let handle = try #require(FileHandle(forReadingAtPath: file))
    defer { try? handle.close() }
    let end = try handle.seekToEnd()
    try handle.seek(toOffset: end - 4)
    #expect(try handle.readToEnd() == Data("last".utf8))
    try handle.seek(toOffset: end - UInt64(length))
    #expect(try handle.read(upToCount: 5) == Data("first".utf8))
  }
}
