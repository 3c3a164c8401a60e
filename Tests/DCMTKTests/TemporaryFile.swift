import Foundation

/// A folder that goes when its owner does.
struct TemporaryFolder: ~Copyable {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "tokumei-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  /// Path of a file with these bytes.
  func file(_ bytes: [UInt8], name: String = "input.dcm") throws -> String {
    let file = url.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Path of a file that is not there yet.
  func output(_ name: String = "output.dcm") -> String { url.appending(path: name).path }
}

func bytes(ofFile path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }
