internal import Foundation

/// Where the tests find what they drive and compare with.
public enum Locations {
  private static let environment = ProcessInfo.processInfo.environment

  /// The package's root.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().standardizedFileURL.path
  /// Material that is not part of the package and may be missing.
  public static let shared = URL(filePath: root).deletingLastPathComponent().appending(path: "shared")
    .resolvingSymlinksInPath().path
  public static let sampleData = root + "/sample-data"
  public static let binary = environment["TOKUMEI_BINARY"] ?? root + "/.build/release/tokumei"
  public static let python = environment["TOKUMEI_PYTHON"] ?? root + "/.venv/bin/python"
  static let scripts = root + "/Tests/EndToEndSupport/Python/"

  /// Everything that this machine can check has to be checked: what is missing fails instead of skipping.
  public static let requiresEverything = environment["TOKUMEI_REQUIRE_SHARED"] == "1"

  /// The test files in pydicom's wheel, or nil where they are not.
  public static let pydicomFiles: String? = {
    let library = root + "/.venv/lib"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: library)) ?? []
    return versions.map { "\(library)/\($0)/site-packages/pydicom/data/test_files" }.first(where: exists)
  }()

  public static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// The path of a program of the system, or nil.
  public static func program(_ name: String) -> String? {
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init) + ["/usr/sbin", "/sbin"]
    return folders.map { $0 + "/" + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// All files below a folder, as absolute paths in the order of their bytes.
  public static func files(below folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.map { folder + "/" + $0 }.filter {
      var isFolder: ObjCBool = false
      return unsafe FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// Why a test cannot go on.
public struct Failure: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}
