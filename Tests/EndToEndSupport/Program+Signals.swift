internal import Glibc
internal import Foundation

extension Program {
  public func send(_ signal: Int32) { kill(processID, signal) }

  /// The worker that this program supervises, or nil when there is none at the moment.
  public var workerID: Int32? {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.lazy.compactMap(Int32.init).first { id in
      guard let status = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8),
        let end = status.lastIndex(of: ")")
      else { return false }
      let fields = status[end...].split(separator: " ")
      return fields.count > 2 && fields[1] != "Z" && Int32(fields[2]) == processID
    }
  }

  /// Sends a signal to the worker; false when there was none.
  @discardableResult public func sendToWorker(_ signal: Int32) -> Bool {
    guard let id = workerID else { return false }
    return kill(id, signal) == 0
  }

  /// Waits until something is so, or the program has ended; says whether it is so.
  public func reaches(_ condition: () -> Bool) -> Bool {
    while !condition() {
      guard isRunning else { return false }
      usleep(500)
    }
    return isRunning
  }

  /// Waits until something outside is so; false when that takes too long.
  public static func waits(_ condition: () -> Bool) -> Bool {
    let end = Date(timeIntervalSinceNow: patience)
    while !condition() {
      guard Date() < end else { return false }
      usleep(1000)
    }
    return true
  }
}

/// Who runs the tests.
enum UserID {
  static let isRoot = geteuid() == 0
}

/// The rights of nobody, for what root may always do.
public enum LesserUser {
  static let options = ["--reuid=65534", "--regid=65534", "--clear-groups"]

  /// Runs a program without root's rights.
  public static func run(_ executable: String, _ arguments: [String]) throws -> Outcome {
    guard UserID.isRoot else { return try Program.run(executable, arguments) }
    return try Program.run("setpriv", options + [executable] + arguments)
  }
}

/// A shell that sees mounts nobody else does.
public enum PrivateMount {
  static let options = UserID.isRoot ? ["--mount"] : ["--map-root-user", "--mount"]

  /// Runs a script of sh; what it mounts is gone afterwards.
  public static func run(_ script: String, _ arguments: [String]) throws -> Outcome {
    try Program.run("unshare", options + ["sh", "-euc", script, "sh"] + arguments)
  }
}
