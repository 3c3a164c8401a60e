internal import Foundation

/// A folder of its own for one test, with a vault and a data set; gone with the value.
public final class Workspace: Sendable {
  public let path: String
  private let isOwner: Bool
  public var vault: String { path + "/vault" }
  public var dataSet: String { path + "/dataset" }
  public var input: String { path + "/input" }
  public var key: String { vault + "/key" }

  /// Makes the folders with `tokumei init`.
  ///
  /// All workspaces have one key, so that data sets can be compared and a failure comes again.
  public init(initialised: Bool = true, in parent: String? = nil) throws {
    isOwner = true
    let base = parent ?? FileManager.default.temporaryDirectory.path
    path = URL(filePath: base).resolvingSymlinksInPath().path + "/tokumei-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: input, withIntermediateDirectories: true)
    guard initialised else { return }
    let key = try write("key", Array(0..<32), mode: 0o600)
    let made = try tokumei(
      "init", vault, dataSet, "--project", "tests", "--regime", "coded-research", "--key", key)
    guard made.code == 0 else { throw Failure("init: \(made.errorText)") }
  }

  /// A folder that has a vault and a data set already; it stays.
  public init(of folder: String) throws {
    path = folder
    isOwner = false
  }

  deinit { remove() }

  func remove() {
    if isOwner { try? FileManager.default.removeItem(atPath: path) }
  }

  /// What an unprivileged process can still use in the temporary folder.
  static var freeBytes: Int {
    let attributes = try? FileManager.default.attributesOfFileSystem(
      forPath: FileManager.default.temporaryDirectory.path)
    return (attributes?[.systemFreeSize] as? NSNumber)?.intValue ?? 0
  }

  /// Runs the binary to its end.
  public func tokumei(_ arguments: String...) throws -> Outcome {
    try Program.run(Locations.binary, arguments, folder: path)
  }

  /// The arguments of `deid` for this workspace.
  public func arguments(_ inputs: [String], _ options: [String]) -> [String] {
    ["deid"] + inputs + ["--output", dataSet, "--vault", vault] + options
  }

  /// De-identifies `inputs`, by default the input folder.
  public func deid(_ inputs: String..., options: [String] = []) throws -> Outcome {
    try start(inputs.isEmpty ? [input] : inputs, options).wait()
  }

  /// De-identifies the input folder of another workspace, which stays as long as that takes.
  public func deid(from other: Workspace, options: [String] = []) throws -> Outcome {
    try start(from: other, options: options).wait()
  }

  /// Starts `deid` and does not wait.
  public func start(from other: Workspace, options: [String] = []) throws -> Program {
    try start([other.input], options, keeping: [self, other])
  }

  private func start(_ inputs: [String], _ options: [String], keeping kept: [Workspace] = []) throws
    -> Program
  {
    try Program(Locations.binary, arguments(inputs, options), folder: path, keeping: kept)
  }

  /// Runs `deid --json` and returns the numbers; throws unless it ends with 0 or 2.
  @discardableResult public func summary(_ inputs: String..., options: [String] = []) throws -> Summary {
    try Summary(start(inputs.isEmpty ? [input] : inputs, options + ["--json"]).wait())
  }

  /// The same for the input folder of another workspace.
  @discardableResult public func summary(from other: Workspace, options: [String] = []) throws -> Summary {
    try Summary(start(from: other, options: options + ["--json"]).wait())
  }

  /// Writes a file below the workspace and returns its path.
  @discardableResult public func write(_ name: String, _ bytes: some Sequence<UInt8>, mode: Int = 0o644)
    throws
    -> String
  {
    let file = path + "/" + name
    let folder = URL(filePath: file).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let isWritten = FileManager.default.createFile(
      atPath: file, contents: Data(bytes), attributes: [.posixPermissions: mode])
    guard isWritten else { throw Failure("\(file): cannot be written") }
    return file
  }

  /// Writes small images into the input folder; their paths are relative to it.
  public func build(_ images: [Image]) throws {
    let placed = images.map { Image("\(input)/\($0.path)", $0.set, without: $0.remove, syntax: $0.syntax) }
    try Python.run("build.py", input: try JSONEncoder().encode(placed))
  }

  /// Copies a file or folder into the input folder and returns the new path.
  @discardableResult public func copy(_ source: String, as name: String) throws -> String {
    let target = input + "/" + name
    let folder = URL(filePath: target).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: source, toPath: target)
    return target
  }
}
