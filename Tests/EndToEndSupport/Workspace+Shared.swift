internal import Glibc
internal import Synchronization

/// Files of the same patients, the last of which contradict the first, and what a run makes of them.
///
/// Shared by the tests of a process, which only read them. There are more than a run has in flight at once.
public struct Replicas: Sendable {
  public let inputs: Workspace
  /// The data set of an undisturbed run.
  public let whole: Workspace
  public let summary: Summary
  /// How long that run took.
  let seconds: Double

  private static let made = Result { try Replicas(copies: 5) }

  public static func shared() throws -> Replicas { try made.get() }

  public init(copies: Int) throws {
    inputs = try Workspace(initialised: false)
    try Python.run("replicate.py", [Locations.sampleData, inputs.input, "\(copies)"])
    whole = try Workspace()
    let start = ContinuousClock.now
    summary = try whole.summary(from: inputs)
    seconds = (ContinuousClock.now - start) / .seconds(1)
    inputs.staysUntilExit()
    whole.staysUntilExit()
  }
}

extension Workspace {
  private static let shared = Mutex<[Workspace]>([])

  /// For what several tests use: a static value never goes away by itself.
  public func staysUntilExit() {
    Self.shared.withLock { shared in
      if shared.isEmpty { atexit { Workspace.forgetShared() } }
      shared.append(self)
    }
  }

  private static func forgetShared() {
    for workspace in shared.withLock({ $0 }) { workspace.remove() }
  }
}
