public import Foundation

/// What a program left behind.
public struct Outcome: Sendable {
  /// The exit code; 128 + signal when a signal ended it.
  public let code: Int32
  public let output: Data
  public let errors: Data

  public var text: String { String(decoding: output, as: UTF8.self) }
  public var errorText: String { String(decoding: errors, as: UTF8.self) }
  public var lines: [String] { text.split(separator: "\n").map(String.init) }
  /// What a person sees on the terminal.
  public var allText: String { text + errorText }
}

/// A program while it runs; its output goes to files, so it never waits for a reader.
public final class Program: Sendable {
  /// A test that waits longer hangs.
  public static let patience = 1200.0

  private let process = Process()
  private let ended = DispatchSemaphore(value: 0)
  private let outputPath: String
  private let errorPath: String
  private let name: String
  /// What it works on stays at least as long as the program.
  private let kept: [Workspace]

  /// Starts `executable`, a path or the name of a program of the system.
  public init(
    _ executable: String, _ arguments: [String], environment: [String: String] = [:], folder: String? = nil,
    input: Data = Data(), keeping kept: [Workspace] = []
  ) throws {
    self.kept = kept
    let path = executable.contains("/") ? executable : Locations.program(executable)
    guard let path, Locations.exists(path) else { throw Failure("\(executable): not found") }
    name = executable
    let base = FileManager.default.temporaryDirectory.path + "/tokumei-io-" + UUID().uuidString
    (outputPath, errorPath) = (base + ".out", base + ".err")
    let inputPath = base + ".in"
    for (path, contents) in [(outputPath, Data()), (errorPath, Data()), (inputPath, input)] {
      _ = FileManager.default.createFile(atPath: path, contents: contents)
    }
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.standardInput = FileHandle(forReadingAtPath: inputPath)
    process.standardOutput = FileHandle(forWritingAtPath: outputPath)
    process.standardError = FileHandle(forWritingAtPath: errorPath)
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.run()
    try FileManager.default.removeItem(atPath: inputPath)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: outputPath)
    try? FileManager.default.removeItem(atPath: errorPath)
  }

  public var processID: Int32 { process.processIdentifier }
  public var isRunning: Bool { process.isRunning }

  /// Waits for the end; a program that does not end is killed and fails the test.
  public func wait() throws -> Outcome {
    guard ended.wait(timeout: .now() + Self.patience) == .success else {
      kill(processID, SIGKILL)
      throw Failure("\(name) did not end")
    }
    let status = process.terminationStatus
    let code = process.terminationReason == .exit ? status : 128 + status
    return Outcome(
      code: code, output: FileManager.default.contents(atPath: outputPath) ?? Data(),
      errors: FileManager.default.contents(atPath: errorPath) ?? Data())
  }

  /// Runs a program to its end.
  @discardableResult public static func run(
    _ executable: String, _ arguments: [String], environment: [String: String] = [:], folder: String? = nil,
    input: Data = Data()
  ) throws -> Outcome {
    try Program(executable, arguments, environment: environment, folder: folder, input: input).wait()
  }

  static func succeeds(_ executable: String, _ arguments: [String]) -> Bool {
    (try? run(executable, arguments))?.code == 0
  }
}
