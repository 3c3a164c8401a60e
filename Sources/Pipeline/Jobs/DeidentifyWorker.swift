internal import Anonymizer
internal import Catalog
internal import DICOMCore
internal import Foundation
internal import Vault

/// The process that touches hostile files: walks the inputs, runs the pool and releases what it made.
///
/// It may die at any moment; the supervisor reads from the journal how far it came.
public struct DeidentifyWorker: Sendable {
  /// What the worker is started for.
  public enum Task: String, Codable, Sendable {
    case walk
    /// The files that were open when a worker died, one at a time.
    case alone
    /// The files whose patient turned out to need another pseudonym.
    case again
    /// The pictures of the report, since a decoder may crash as well.
    case thumbnails
  }

  /// What the supervisor sends on standard input.
  public struct Order: Codable, Sendable {
    public let task: Task
    public let run: Int
    public let configuration: DeidentifyConfiguration
  }

  /// All that is between the walk and the journal, at most this much: what a crash makes do again.
  private static let bytesInFlight = 256 << 20
  private static let filesInFlight = 256
  private static let batch = 64

  private let order: Order
  private let journal: Journal
  private let processor: FileProcessor
  private let levels: PatientLevels
  private let vault: Vault
  private let crosswalk: Crosswalk

  public init(_ order: Order) throws {
    let configuration = order.configuration
    self.order = order
    vault = try Vault(at: configuration.vault)
    guard let key = ProjectKey(bytes: try vault.key()) else {
      throw VaultError.keyDamaged(path: vault.keyPath)
    }
    let profile = try ConfidentialityProfile(yaml: configuration.profile)
    journal = try Journal(path: vault.journalPath)
    crosswalk = Crosswalk(journal: journal, key: key.subkey(for: .valueEncryption))
    levels = PatientLevels(try journal.patientLevels())
    let engine = Engine(profile: profile, pseudonyms: Pseudonyms(key: key, temporal: profile.temporal))
    processor = FileProcessor(
      engine: engine,
      resolver: PatientResolver(
        pseudonyms: engine.pseudonyms, site: configuration.site, rule: profile.identifierRule,
        subjects: try configuration.subjects.map { text throws in
          try SubjectTable(csv: text, rule: profile.identifierRule)
        },
        levels: levels),
      pixelCheck: configuration.pixelCheck, mapsUIDs: configuration.mapsUIDs, staging: vault.stagingPath)
  }

  /// Does the task; throws `JobError.interrupted` when a signal ended it early.
  public func run(_ interruption: @escaping @Sendable () -> Bool) throws {
    try VaultLock.hold(vault, as: .worker) {
      try clearLeftovers()
      do { try perform(interruption) } catch {
        // What failed half-way leaves nothing lying about.
        try? clearStaging()
        throw error
      }
    }
    if interruption() { throw JobError.interrupted }
  }

  private func perform(_ interruption: @escaping @Sendable () -> Bool) throws {
    switch order.task {
    case .walk: try walk(interruption)
    case .alone: try alone(interruption)
    case .again: try again(interruption)
    case .thumbnails: try thumbnails()
    }
  }

  /// What a killed worker left behind: staged files, which never had their final name, and renamed ones whose
  /// rows were not closed.
  private func clearLeftovers() throws {
    let leftovers = try journal.leftovers()
    if !leftovers.isEmpty {
      for leftover in leftovers { FileSystem.withdraw(leftover.output, from: order.configuration.dataSet) }
      try Catalog(path: order.configuration.dataSet + "/catalog.sqlite").withdraw(leftovers.map(\.instance))
      try journal.forgetLeftovers()
    }
    try clearStaging()
  }

  private func clearStaging() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: vault.stagingPath) {
      try FileManager.default.removeItem(atPath: vault.stagingPath + "/" + name)
    }
  }

  private func thumbnails() throws {
    let catalog = try Catalog(path: order.configuration.dataSet + "/catalog.sqlite")
    let samples = try catalog.samples(perModality: Thumbnails.perModality)
    try RunRecord.write(
      Thumbnails.render(samples: samples, dataSet: order.configuration.dataSet), to: vault)
  }

  private func releaser() throws -> Releaser {
    Releaser(
      dataSet: order.configuration.dataSet, staging: vault.stagingPath, journal: journal,
      catalog: try Catalog(path: order.configuration.dataSet + "/catalog.sqlite"), crosswalk: crosswalk,
      levels: levels, mapsUIDs: order.configuration.mapsUIDs)
  }

  private func walk(_ interruption: @escaping @Sendable () -> Bool) throws {
    let progress = Progress(isEnabled: order.configuration.showsProgress)
    let inputs = order.configuration.inputs
    if order.configuration.showsProgress {
      DispatchQueue.global(qos: .utility).async { progress.set(total: FolderSource.total(of: inputs)) }
    }
    var source = FolderSource(inputs: inputs)
    try pool(progress) { submit in
      while !interruption() {
        var found: [(file: FoundFile, reason: WithholdReason?)] = []
        while found.count < Self.batch, let entry = source.next() { found.append(entry.noted) }
        guard !found.isEmpty else { return }
        let claims = try journal.claim(
          found.map(\.file), run: order.run, configuration: order.configuration.digest,
          mapping: order.configuration.mapsUIDs)
        for (entry, claim) in zip(found, claims) {
          switch claim {
          case .done(_, let number, let output?) where !isInDataSet(output):
            try journal.reopen(number)
            guard submit(.file(number: number, path: entry.file.path, bytes: entry.file.size)) else { return }
          case .done: progress.add(files: 1, bytes: entry.file.size, withheld: 0)
          case .map(let number):
            guard submit(.map(number: number, path: entry.file.path, bytes: entry.file.size)) else { return }
          case .process(let number):
            let work = entry.reason.map {
              PoolWork.refuse(number: number, bytes: entry.file.size, reason: $0)
            }
            guard submit(work ?? .file(number: number, path: entry.file.path, bytes: entry.file.size)) else {
              return
            }
          }
        }
      }
    }
  }

  /// Somebody may have deleted a released file since.
  private func isInDataSet(_ output: String) -> Bool {
    FileManager.default.fileExists(atPath: order.configuration.dataSet + "/" + output)
  }

  private func again(_ interruption: @escaping @Sendable () -> Bool) throws {
    let files = try journal.again()
    try pool(Progress(isEnabled: false)) { submit in
      for file in files where !interruption() {
        guard submit(.file(number: file.number, path: file.path, bytes: file.size)) else { return }
      }
    }
  }

  private func alone(_ interruption: @Sendable () -> Bool) throws {
    let releaser = try releaser()
    for file in try journal.open(inRun: order.run) where !interruption() {
      try journal.markAlone(file.number)
      try releaser.release([processor.outcome(number: file.number, path: file.path, bytes: file.size)])
      try releaser.finish()
    }
  }

  private func pool(_ progress: Progress, _ feed: (_ submit: (PoolWork) -> Bool) throws -> Void) throws {
    let pool = FilePool(
      processor: processor, releaser: try releaser(), progress: progress,
      threads: order.configuration.threads,
      bytesInFlight: Self.bytesInFlight, filesInFlight: Self.filesInFlight, batch: Self.batch)
    try pool.run(feed)
    progress.finish()
  }
}

extension FolderSource.Entry {
  fileprivate var noted: (file: FoundFile, reason: WithholdReason?) {
    switch self {
    case .file(let file): (file, nil)
    case .unusable(let file, let isLink): (file, isLink ? .linkOutside : .unreadable)
    }
  }
}
