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
  /// Nil plans without writing.
  let staging: String?

  /// Never throws: whatever goes wrong is a reason to withhold this file.
  func outcome(number: Int, path: String, bytes: Int, writes: Bool = true) -> FileOutcome {
    var outcome = FileOutcome(number: number, bytes: bytes, result: .mapped)
    do {
      let structure = try FileStructure(path: path)
      let file = try DICOMFile(path: path, syntax: structure.transferSyntax)
      let (dataSet, found) = try file.dataSet()
      let syntax = structure.transferSyntax?.uid ?? found
      var facts = InstanceFacts(dataSet: dataSet, transferSyntax: syntax)
      facts.complete(
        metaSOPClass: structure.metaSOPClass, content: engine.pseudonyms.fingerprint(dataSet.bytes, of: .file)
      )
      guard let patient = resolver.identity(of: facts) else {
        outcome.result = .skipped
        return outcome
      }
      outcome.patient = patient.statement
      let context = InstanceContext(
        facts: facts, patient: patient.name, shift: engine.pseudonyms.shift(patient.key),
        review: patient.review.map { [$0] } ?? [], pixelCheck: pixelCheck)
      let plan = engine.plan(for: dataSet, of: context, detail: mapsUIDs ? .replacedUIDs : [])
      if let reason = plan.withheld {
        outcome.result = .withheld(reason)
        return outcome
      }
      outcome.pairs = pairs(patient, plan)
      guard writes, let staging else { return outcome }
      let staged = "\(staging)/\(number).dcm"
      outcome.result = try write(file, plan, structure, facts, to: staged).map { size in
        .staged(
          StagedInstance(path: staged, instance: entry(facts, plan, size)))
      }.get()
    } catch let error as StructureError {
      outcome.result = .withheld(WithholdReason(error))
    } catch let error as WriteFailure {
      outcome.result =
        error == .noSpace ? .noSpace : .withheld(error == .unwritable ? .unwritable : .pixelDataChanged)
    } catch {
      outcome.result = .withheld(.unparsed)
    }
    return outcome
  }

  private enum WriteFailure: Error {
    case noSpace
    case unwritable
    case pixelDataChanged
  }

  private func write(
    _ file: borrowing DICOMFile, _ plan: EditPlan, _ structure: FileStructure, _ facts: InstanceFacts,
    to path: String
  ) throws -> Result<Int, any Error> {
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
      return .success(Int(status.st_size))
    } catch {
      _ = unsafe unlink(path)
      if error is WriteFailure { return .failure(error) }
      return .failure(
        FileSystem.isFull(at: path, for: structure.pixelBytes) ? WriteFailure.noSpace : .unwritable)
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
