internal import Anonymizer
internal import Catalog
internal import Vault

/// Moves staged files into the data set, batch by batch, on one thread.
///
/// The order is what makes "done" true after a power cut: files are flushed, then renamed, and the renames
/// are flushed (by the next batch's flush, or the last one) before catalog and journal say so.
final class Releaser {
  private let dataSet: String
  private let staging: String
  private let journal: Journal
  private let catalog: Catalog
  private let crosswalk: Crosswalk
  private let levels: PatientLevels
  private let mapsUIDs: Bool

  /// Renamed, but not known to be on the disk.
  private var unflushed: [(result: FileResult, instance: CatalogInstance?)] = []
  /// Pseudonymous UID of what is not in the journal yet, with its path.
  private var recent: [String: String] = [:]
  private var lastFolder = ""

  init(
    dataSet: String, staging: String, journal: Journal, catalog: Catalog, crosswalk: Crosswalk,
    levels: PatientLevels,
    mapsUIDs: Bool
  ) {
    self.dataSet = dataSet
    self.staging = staging
    self.journal = journal
    self.catalog = catalog
    self.crosswalk = crosswalk
    self.levels = levels
    self.mapsUIDs = mapsUIDs
  }

  /// Releases a batch in walk order.
  func release(_ batch: [FileOutcome]) throws {
    if batch.contains(where: { if case .noSpace = $0.result { true } else { false } }) {
      throw JobError.diskFull
    }
    levels.update(try journal.add(batch.compactMap(\.patient)))
    try FileSystem.flush(staging)
    try settle()
    try crosswalk.add(batch.flatMap(\.pairs))
    let placed = try batch.map { ($0, try disposition(of: $0)) }
    // Noted before the renames: should the process die, the next one knows what to look for.
    try journal.intend(
      placed.compactMap { outcome, disposition in
        guard case .place(let staged) = disposition else { return nil }
        return (outcome.number, staged.instance.uid, staged.instance.path)
      })
    for (outcome, disposition) in placed { try carryOut(disposition, of: outcome) }
  }

  /// Makes everything released so far final.
  func finish() throws {
    try FileSystem.flush(dataSet)
    try settle()
    try catalog.checkpoint()
    try journal.checkpoint()
  }

  private func settle() throws {
    try catalog.add(unflushed.compactMap(\.instance))
    try journal.close(unflushed.map(\.result))
    unflushed.removeAll(keepingCapacity: true)
    recent.removeAll(keepingCapacity: true)
  }

  private enum Disposition {
    case place(StagedInstance)
    case close(FileResult)
    case mapped
  }

  private func disposition(of outcome: FileOutcome) throws -> Disposition {
    switch outcome.result {
    case .staged(let staged): return try disposition(of: staged, outcome)
    case .withheld(let reason):
      var result = FileResult(number: outcome.number, state: .quarantined)
      result.reason = reason.rawValue
      return .close(result)
    case .skipped: return .close(FileResult(number: outcome.number, state: .skipped))
    case .mapped: return .mapped
    case .noSpace: throw JobError.diskFull
    }
  }

  private func disposition(of staged: StagedInstance, _ outcome: FileOutcome) throws -> Disposition {
    let instance = staged.instance
    if let statement = outcome.patient, statement.level != levels.required(for: statement) {
      // What an earlier file of the walk said makes this pseudonym wrong: again at the end.
      FileSystem.remove(staged.path)
      return .close(FileResult(number: outcome.number, state: .again))
    }
    if let path = try existing(instance.uid, besides: outcome.number) {
      let same = FileSystem.haveSameBytes(staged.path, path)
      FileSystem.remove(staged.path)
      var result = FileResult(number: outcome.number, state: same ? .duplicate : .quarantined)
      result.reason = same ? nil : WithholdReason.sameUID.rawValue
      return .close(result)
    }
    recent[instance.uid] = staged.path
    return .place(staged)
  }

  private func carryOut(_ disposition: Disposition, of outcome: FileOutcome) throws {
    switch disposition {
    case .close(let result): unflushed.append((result, nil))
    case .mapped: try journal.markMapped(outcome.number)
    case .place(let staged):
      let instance = staged.instance
      let target = dataSet + "/" + instance.path
      let folder = String(target.prefix(upTo: target.lastIndex(of: "/") ?? target.endIndex))
      if folder != lastFolder { try FileSystem.makeFolders(folder) }
      lastFolder = folder
      try FileSystem.move(staged.path, to: target)
      recent[instance.uid] = target
      var result = FileResult(number: outcome.number, state: .released)
      result.review = instance.review
      result.instance = instance.uid
      result.output = instance.path
      result.patient = outcome.patient
      result.mapped = mapsUIDs
      unflushed.append((result, instance))
    }
  }

  /// Where another file of the same SOP Instance UID is, released or about to be.
  private func existing(_ uid: String, besides number: Int) throws -> String? {
    if let path = recent[uid] { return path }
    guard let release = try journal.release(ofInstance: uid), release.number != number else { return nil }
    return dataSet + "/" + release.output
  }
}
