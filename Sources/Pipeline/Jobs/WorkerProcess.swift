internal import Foundation
internal import Synchronization

/// The worker as a child process: it gets its order on standard input, and ends when that is closed.
final class WorkerProcess: Sendable {
  enum End: Equatable {
    case done
    /// It said why on standard error.
    case failed(code: Int32)
    case interrupted
    case killed(signal: Int32)
  }

  /// The code of a worker that stopped at a signal, its files in hand finished.
  static let interruptedCode: Int32 = 130
  /// The code of a worker that met a full disk or a broken vault.
  static let failedCode: Int32 = 70

  private let current = Mutex<Int32>(0)

  /// Runs one order to its end.
  func run(_ order: DeidentifyWorker.Order) throws -> End {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["worker"]
    // Else DCMTK first parses its own dictionary, 40 ms for what we replace at once.
    process.environment = ProcessInfo.processInfo.environment.merging(["DCMDICTPATH": "/dev/null"]) { $1 }
    let pipe = Pipe()
    process.standardInput = pipe
    try process.run()
    current.withLock { $0 = process.processIdentifier }
    defer { current.withLock { $0 = 0 } }
    try? pipe.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(order) + Data("\n".utf8))
    process.waitUntilExit()
    try? pipe.fileHandleForWriting.close()
    guard process.terminationReason == .exit else { return .killed(signal: process.terminationStatus) }
    switch process.terminationStatus {
    case 0: return .done
    case Self.interruptedCode: return .interrupted
    case let code: return .failed(code: code)
    }
  }

  /// Asks the running worker to finish the files in hand, or ends it at once.
  func signal(_ number: Int32) {
    current.withLock { if $0 > 0 { kill($0, number) } }
  }
}

/// The child's side of `WorkerProcess`.
public enum WorkerMain {
  /// Reads the order, does it and returns the exit code.
  public static func run() -> Int32 {
    guard let line = readLine(),
      let order = try? JSONDecoder().decode(DeidentifyWorker.Order.self, from: Data(line.utf8))
    else { return WorkerProcess.failedCode }
    // The terminal's SIGINT reaches the whole group; the supervisor decides what it means and sends SIGTERM.
    _ = signal(SIGINT, SIG_IGN)
    let requested = Mutex(false)
    let interruption = SignalWatch([SIGTERM]) { _ in requested.withLock { $0 = true } }
    defer { withExtendedLifetime(interruption) {} }
    // Nobody reads what an orphan does: it ends with its supervisor.
    DispatchQueue.global().async {
      while readLine() != nil {}
      _exit(WorkerProcess.failedCode)
    }
    do {
      try DeidentifyWorker(order).run { requested.withLock { $0 } }
      return 0
    } catch JobError.interrupted {
      return WorkerProcess.interruptedCode
    } catch {
      FileHandle.standardError.write(Data("tokumei: \(JobFailure.text(error))\n".utf8))
      return WorkerProcess.failedCode
    }
  }
}
