internal import Anonymizer
internal import Catalog
internal import Foundation
internal import Synchronization
internal import Vault

/// De-identifies inputs into a data set.
///
/// This process supervises: a worker process touches the files, and
/// when one of them ends it, the run goes on without that file.
public struct DeidentifyJob: Sendable {
  /// A file that dies this often without a crash of its own (SIGKILL: a user, or the kernel out of memory) is
  /// withheld.
  private static let killLimit = 3
  /// Worker processes that die with no file open before the run gives up.
  private static let idleDeathLimit = 3

  let configuration: DeidentifyConfiguration
  let vault: Vault
  private let dataSet: DataSetFolder
  let profile: ConfidentialityProfile
  let key: ProjectKey
  private let maps: MapFiles
  private let worker = WorkerProcess()

  /// Checks everything that can be checked before the first file is opened.
  public init(_ configuration: DeidentifyConfiguration, maps: MapFiles) throws {
    self.maps = maps
    try Paths.refuseNesting(vault: configuration.vault, dataSet: configuration.dataSet)
    self.configuration = configuration
    vault = try Vault(at: configuration.vault)
    dataSet = try DataSetFolder(at: configuration.dataSet)
    guard try dataSet.manifest().dataset == vault.project.dataset else {
      throw JobError.otherVault(path: configuration.dataSet)
    }
    for input in configuration.inputs {
      for side in [configuration.vault, configuration.dataSet]
      where Paths.isInside(input, side) || Paths.isInside(side, input) {
        throw JobError.inputInside(path: input)
      }
    }
    profile = try ConfidentialityProfile(yaml: configuration.profile)
    guard let key = ProjectKey(bytes: try vault.key()) else {
      throw VaultError.keyDamaged(path: vault.keyPath)
    }
    self.key = key
    guard try InitJob.name(ofDataSetOf: vault.project.name, key: vault.key()) == vault.project.dataset else {
      throw JobError.otherKey(path: vault.keyPath)
    }
    try maps.check(vault: configuration.vault, dataSet: configuration.dataSet)
  }

  /// Runs to the end, or to a signal.
  ///
  /// Every file of the inputs has an outcome in the journal afterwards.
  public func run() throws -> RunSummary {
    try VaultLock.hold(vault, as: .run) { try runAlone() }
  }

  private func runAlone() throws -> RunSummary {
    // A worker that dies before it has read its order must not take this process along.
    signal(SIGPIPE, SIG_IGN)
    let journal = try Journal(path: vault.journalPath)
    guard try !journal.hasReleases(notUnder: configuration.mixing) else {
      throw JobError.otherConfiguration(path: configuration.dataSet)
    }
    // Opened, an absent catalog would be made anew and hide what is lost.
    guard FileManager.default.fileExists(atPath: dataSet.catalogPath),
      try Catalog(path: dataSet.catalogPath).totals().instances >= journal.releasedCount()
    else { throw JobError.catalogDamaged(path: dataSet.catalogPath) }
    let run = try journal.begin(configuration: configuration.digest, profile: profile.name)
    let signals = Mutex(0)
    let watch = SignalWatch([SIGINT, SIGTERM, SIGHUP]) { [worker] _ in
      let count = signals.withLock { count in
        count += 1
        return count
      }
      worker.signal(count == 1 ? SIGTERM : SIGKILL)
      if count > 1 { _exit(WorkerProcess.interruptedCode) }
    }
    defer { withExtendedLifetime(watch) {} }
    try complete(.walk, run, journal)
    try repeatUnderOtherPseudonyms(run, journal)
    try journal.finish(run: run)
    try maps.write(from: Crosswalk(journal: journal, key: key.subkey(for: .valueEncryption)))
    let summary = try RunSummary(journal: journal, run: run)
    // A crash here costs the pictures, not the run.
    _ = try worker.run(DeidentifyWorker.Order(task: .thumbnails, run: run, configuration: configuration))
    try RunRecord(configuration: configuration, profile: profile, vault: vault, dataSet: dataSet)
      .write(journal: journal)
    return summary
  }

  /// Runs a task until a worker gets to its end, isolating whatever kills one.
  private func complete(_ task: DeidentifyWorker.Task, _ run: Int, _ journal: Journal) throws {
    var idleDeaths = 0
    while true {
      switch try worker.run(DeidentifyWorker.Order(task: task, run: run, configuration: configuration)) {
      case .done: return
      case .interrupted: throw JobError.interrupted
      case .failed(let code): throw JobError.workerReported(code: code)
      case .killed:
        if task == .again { try journal.reopenAgain(inRun: run) }
        let open = try journal.open(inRun: run)
        idleDeaths = open.isEmpty ? idleDeaths + 1 : 0
        guard idleDeaths < Self.idleDeathLimit else {
          throw JobError.workerFailed(code: WorkerProcess.failedCode)
        }
        try isolate(run, journal)
      }
    }
  }

  /// Does the files that were open one at a time; one that ends its process alone is withheld.
  private func isolate(_ run: Int, _ journal: Journal) throws {
    while try !journal.open(inRun: run).isEmpty {
      switch try worker.run(DeidentifyWorker.Order(task: .alone, run: run, configuration: configuration)) {
      case .done: return
      case .interrupted: throw JobError.interrupted
      case .failed(let code): throw JobError.workerReported(code: code)
      case .killed(let signal):
        guard let file = try journal.openAlone(inRun: run) else { continue }
        guard signal != SIGKILL || file.crashes >= Self.killLimit else { continue }
        var result = FileResult(number: file.number, state: .quarantined)
        result.reason = "\(WithholdReason.crashed.rawValue)-signal-\(signal)"
        try journal.close([result])
      }
    }
  }

  /// Takes back what was released before a later file showed that its patient ID is more than one person's.
  private func repeatUnderOtherPseudonyms(_ run: Int, _ journal: Journal) throws {
    while true {
      try journal.recall(journal.releasesAtWrongLevel().map(\.number))
      guard try !journal.again().isEmpty else { return }
      try complete(.again, run, journal)
    }
  }
}
