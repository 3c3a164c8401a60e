internal import Anonymizer
internal import Dispatch
internal import Synchronization
internal import Vault

extension DeidentifyJob {
  /// Plans everything and leaves nothing behind, neither in the vault nor in the data set.
  public func plan() throws -> RunSummary {
    try VaultLock.hold(vault, as: .run) { try planAlone() }
  }

  private func planAlone() throws -> RunSummary {
    let engine = Engine(profile: profile, pseudonyms: Pseudonyms(key: key, temporal: profile.temporal))
    let processor = FileProcessor(
      engine: engine,
      resolver: PatientResolver(
        pseudonyms: engine.pseudonyms, site: configuration.site, rule: profile.identifierRule,
        subjects: try configuration.subjects.map { text throws in
          try SubjectTable(csv: text, rule: profile.identifierRule)
        },
        levels: PatientLevels([:])),
      pixelCheck: configuration.pixelCheck, mapsUIDs: false, staging: vault.stagingPath)
    let queue = BoundedQueue<(number: Int, file: FoundFile)>(costLimit: .max, countLimit: 256)
    let summary = Mutex(RunSummary())
    let workers = WorkerPool(threads: configuration.threads).run { _ in
      while let (number, file) = queue.pop() {
        let outcome = processor.outcome(number: number, path: file.path, bytes: file.size, writes: false)
        queue.finish(count: 1, cost: 0)
        summary.withLock { $0.add(outcome) }
      }
    }
    var source = FolderSource(inputs: configuration.inputs)
    var number = 0
    while let entry = source.next() {
      number += 1
      switch entry {
      case .file(let file): _ = queue.push((number, file), cost: 0)
      case .unusable(let file, let isLink):
        let reason: WithholdReason = isLink ? .linkOutside : .unreadable
        summary.withLock { $0.add(FileOutcome(number: 0, bytes: file.size, result: .withheld(reason))) }
      }
    }
    queue.close()
    workers.wait()
    return summary.withLock { $0 }
  }
}

extension RunSummary {
  fileprivate mutating func add(_ outcome: FileOutcome) {
    files += 1
    bytes += outcome.bytes
    switch outcome.result {
    case .staged, .mapped: released += 1
    case .withheld(let reason): quarantined[reason.rawValue, default: 0] += 1
    case .skipped: notInCohort += 1
    case .noSpace: break
    }
  }
}
