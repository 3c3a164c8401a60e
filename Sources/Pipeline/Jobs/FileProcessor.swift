internal import Anonymizer
internal import Catalog
internal import DCMTK
internal import DICOMCore
internal import Glibc
internal import Vault

/// The way of one file from the input to the staging folder.
///
/// Nothing turns back; what cannot go on is
/// withheld.
struct FileProcessor: Sendable {
  let engine: Engine
  let resolver: PatientResolver
  let pixelCheck: PixelCheck
  let mapsUIDs: Bool
  /// The vault's folder for files that are not released; a file's number keeps its name apart.
  let staging: String

  /// Never throws: whatever goes wrong is a reason to withhold this file.
  ///
  /// Without `writes`, nothing stays behind.
  func outcome(number: Int, path: String, bytes: Int, writes: Bool = true) -> FileOutcome {
    var outcome = FileOutcome(number: number, bytes: bytes, result: .mapped)
    do {
      try process(path, writes: writes, into: &outcome)
    } catch StructureError.unwritable {
      outcome.result = FileSystem.isFull(at: staging + "/", for: bytes) ? .noSpace : .withheld(.unwritable)
    } catch let error as StructureError {
      outcome.result = .withheld(WithholdReason(error))
    } catch WriteFailure.noSpace {
      outcome.result = .noSpace
    } catch WriteFailure.unwritable {
      outcome.result = .withheld(.unwritable)
    } catch WriteFailure.pixelDataChanged {
      outcome.result = .withheld(.pixelDataChanged)
    } catch {
      outcome.result = .withheld(.unparsed)
    }
    return outcome
  }

  private func process(_ path: String, writes: Bool, into outcome: inout FileOutcome) throws {
    let structure = try FileStructure(path: path)
    // Others can read such a file and DCMTK cannot.
    let repaired = structure.repair.map { _ in "\(staging)/\(outcome.number).repaired" }
    defer { if let repaired { FileSystem.remove(repaired) } }
    if let repaired { try RepairedCopy.write(of: path, to: repaired) }
    let file = try DICOMFile(path: repaired ?? path, syntax: structure.transferSyntax)
    let (dataSet, found) = try file.dataSet()
    var facts = InstanceFacts(dataSet: dataSet, transferSyntax: structure.transferSyntax?.uid ?? found)
    facts.complete(
      metaSOPClass: structure.metaSOPClass, content: engine.pseudonyms.fingerprint(dataSet.bytes, of: .file))
    guard let patient = resolver.identity(of: facts) else {
      outcome.result = .skipped
      return
    }
    outcome.patient = patient.statement
    let plan = plan(for: dataSet, facts, patient)
    if let reason = plan.withheld {
      outcome.result = .withheld(reason)
      return
    }
    outcome.pairs = pairs(patient, plan)
    guard writes else { return }
    let staged = "\(staging)/\(outcome.number).dcm"
    let size = try write(file, plan, structure, facts, to: staged)
    outcome.result = .staged(StagedInstance(path: staged, instance: entry(facts, plan, size)))
  }

  private func plan(
    for dataSet: DataSet, _ facts: InstanceFacts, _ patient: PatientResolver.Identity
  ) -> EditPlan {
    let context = InstanceContext(
      facts: facts, patient: patient.name, shift: engine.pseudonyms.shift(patient.key),
      review: patient.review.map { [$0] } ?? [], pixelCheck: pixelCheck)
    return engine.plan(for: dataSet, of: context, detail: mapsUIDs ? .replacedUIDs : [])
  }

  private enum WriteFailure: Error {
    case noSpace
    case unwritable
    case pixelDataChanged
  }

  /// Returns the size of the written file.
  private func write(
    _ file: borrowing DICOMFile, _ plan: EditPlan, _ structure: FileStructure, _ facts: InstanceFacts,
    to path: String
  ) throws -> Int {
    try file.apply(plan.changes, inserted: plan.inserted)
    let meta = FileMeta(
      sopClass: facts.sopClass, sopInstance: plan.identity.instance, transferSyntax: facts.transferSyntax)
    do {
      try file.write(to: path, meta: meta)
      // The one loss that nobody would notice: DCMTK drops pixel data it does not understand.
      let written = try FileStructure(path: path)
      guard written.pixelBytes == structure.pixelBytes + structure.pixelBytes % 2 else {
        throw WriteFailure.pixelDataChanged
      }
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { throw WriteFailure.unwritable }
      return Int(status.st_size)
    } catch {
      FileSystem.remove(path)
      if let failure = error as? WriteFailure { throw failure }
      throw FileSystem.isFull(at: path, for: structure.pixelBytes) ? WriteFailure.noSpace : .unwritable
    }
  }

  private func pairs(_ patient: PatientResolver.Identity, _ plan: EditPlan) -> [Crosswalk.Pair] {
    var pairs = [
      Crosswalk.Pair(
        kind: .patient,
        fingerprint: engine.pseudonyms.fingerprint(Array(patient.original.utf8), of: .patient),
        original: patient.original, pseudonym: patient.name)
    ]
    for uid in plan.replacedUIDs {
      pairs.append(
        Crosswalk.Pair(
          kind: .uid, fingerprint: engine.pseudonyms.fingerprint(Array(uid.old.rawValue.utf8), of: .uid),
          original: uid.old.rawValue, pseudonym: uid.new.rawValue))
    }
    return pairs
  }

  private func entry(_ facts: InstanceFacts, _ plan: EditPlan, _ size: Int) -> CatalogInstance {
    CatalogInstance(
      patient: plan.identity.patient, study: plan.identity.study.rawValue,
      series: plan.identity.series.rawValue,
      uid: plan.identity.instance.rawValue, size: size, modality: facts.modality,
      sopClass: facts.sopClass.rawValue,
      transferSyntax: facts.transferSyntax.rawValue, rows: facts.rows, columns: facts.columns,
      frames: facts.frames,
      review: plan.review.isEmpty ? nil : plan.review.map(\.rawValue).sorted().joined(separator: ","))
  }
}

extension EditPlan {
  /// The plan in the terms of the DCMTK layer.
  fileprivate var changes: [ElementChange] {
    edits.compactMap { edit in
      switch edit.replacement {
      case .unchanged: nil
      case .removed: ElementChange(index: edit.index, operation: .remove)
      case .empty: ElementChange(index: edit.index, operation: .empty)
      case .value(let value): ElementChange(index: edit.index, operation: .set(value))
      }
    }
  }
}
