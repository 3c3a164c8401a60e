internal import Glibc
internal import Testing

/// Kills runs at random moments and resumes them until enough kills hit; what comes out is compared each time.
public struct KillDrill: Sendable {
  private let kills: Int
  private var random: SeededGenerator

  public init(kills: Int, seed: UInt64) {
    self.kills = kills
    random = SeededGenerator(seed: seed)
  }

  private enum Victim: CaseIterable {
    case supervisor
    case both
    case worker
  }

  /// Runs the drill on `replicas` and returns how many data sets it took.
  public mutating func run(_ replicas: Replicas) throws -> Int {
    var (landed, dataSets) = (0, 0)
    while landed < kills {
      let workspace = try Workspace()
      landed += try complete(workspace, replicas, limit: kills - landed)
      dataSets += 1
      try expectSame(replicas.whole, workspace)
      let summary = try workspace.summary(from: replicas.inputs)
      #expect(summary == replicas.summary)
      #expect(Locations.files(below: workspace.vault + "/staging") == [])
    }
    return dataSets
  }

  /// Brings one data set to its end and returns how many kills hit on the way.
  private mutating func complete(_ workspace: Workspace, _ replicas: Replicas, limit: Int) throws -> Int {
    var landed = 0
    while true {
      let run = try workspace.start(from: replicas.inputs)
      while landed < limit {
        // From before the worker starts to the end of the run, and beyond it now and then.
        usleep(UInt32.random(in: 0..<UInt32(replicas.seconds * 700_000), using: &random))
        guard run.isRunning else { break }
        let victim = Victim.allCases.randomElement(using: &random) ?? .both
        guard kill(victim, of: run) else { continue }
        landed += 1
        if victim != .worker { break }
      }
      let outcome = try run.wait()
      if outcome.code == 128 + SIGKILL { continue }
      guard outcome.code == 0 || outcome.code == 2 else {
        throw Failure("deid: code \(outcome.code): \(outcome.errorText)")
      }
      return landed
    }
  }

  /// The worker's process is looked up first: without its supervisor it is nobody's child.
  private func kill(_ victim: Victim, of run: Program) -> Bool {
    let worker = run.workerID
    switch victim {
    case .worker: return worker.map { Glibc.kill($0, SIGKILL) == 0 } ?? false
    case .supervisor: run.send(SIGKILL)
    case .both:
      run.send(SIGKILL)
      if let worker { _ = Glibc.kill(worker, SIGKILL) }
    }
    return true
  }
}

/// SplitMix64: the same numbers for the same seed, so that a failure can be looked for again.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
