import Foundation
import Imaging
import Testing

@Suite struct PNGTests {
  /// A picture in which every sample has another neighbour, so that a wrong order shows.
  static func samples(_ columns: Int, _ rows: Int, _ samplesPerPixel: Int) -> [UInt8] {
    (0..<columns * rows * samplesPerPixel).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 / 11) }
  }

  @Test(arguments: [(1, 1, 1), (160, 121, 1), (7, 160, 3)])
  func `starts with the signature and the size`(columns: Int, rows: Int, samplesPerPixel: Int) throws {
    let png = try PNG.encode(
      Self.samples(columns, rows, samplesPerPixel), columns: columns, rows: rows,
      samplesPerPixel: samplesPerPixel)
    #expect(png.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(Array(png[12..<16]) == Array("IHDR".utf8))
    #expect(number(png[16..<20]) == columns)
    #expect(number(png[20..<24]) == rows)
    // 8 bits; colour type 0 is grey, 2 is RGB.
    #expect(Array(png[24..<26]) == [8, samplesPerPixel == 1 ? 0 : 2])
    // Nothing but pixels: a time or a text could identify.
    for chunk in ["tIME", "tEXt", "zTXt", "iTXt", "eXIf"] {
      #expect(png.firstRange(of: Array(chunk.utf8)) == nil)
    }
  }

  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["TOKUMEI_PYTHON"] != nil, "TOKUMEI_PYTHON names no Python"),
    arguments: [(33, 21, 1, "L"), (21, 33, 3, "RGB")])
  func `an independent reader finds the same samples`(
    columns: Int, rows: Int, samplesPerPixel: Int, mode: String
  ) throws {
    let samples = Self.samples(columns, rows, samplesPerPixel)
    let png = try PNG.encode(samples, columns: columns, rows: rows, samplesPerPixel: samplesPerPixel)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).png")
    try Data(png).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let program = """
      import sys
      from PIL import Image
      image = Image.open(sys.argv[1])
      sys.stdout.write(f"{image.mode} {image.width} {image.height} {image.tobytes().hex()}")
      """
    let hex = samples.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(try output(ofPython: program, file.path) == "\(mode) \(columns) \(rows) \(hex)")
  }

  @Test(arguments: [(4, 4, 2), (0, 4, 1), (4, 5, 1), (-4, -4, 1)])
  func `refuses samples that do not fill the picture`(columns: Int, rows: Int, samplesPerPixel: Int) {
    let samples = [UInt8](repeating: 0, count: 16)
    #expect(throws: ImagingError.shape) {
      try PNG.encode(samples, columns: columns, rows: rows, samplesPerPixel: samplesPerPixel)
    }
  }

  private func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

  private func output(ofPython program: String, _ argument: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: ProcessInfo.processInfo.environment["TOKUMEI_PYTHON"] ?? "")
    process.arguments = ["-c", program, argument]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
