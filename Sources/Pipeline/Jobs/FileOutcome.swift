internal import Anonymizer
internal import Catalog
internal import Vault

/// What became of one input file, before it is released.
struct FileOutcome: Sendable {
  enum Result: Sendable {
    case staged(StagedInstance)
    case withheld(WithholdReason)
    /// Not in the cohort.
    case skipped
    /// Released in an earlier run; only its UIDs were asked for.
    case mapped
    /// The disk is full: nothing is wrong with the file.
    case noSpace
  }

  let number: Int
  let bytes: Int
  var result: Result
  var pairs: [Crosswalk.Pair] = []
  /// What the file says about its patient, also when it is withheld.
  var patient: PatientStatement?
}

/// A de-identified file in the vault's staging folder.
struct StagedInstance: Sendable {
  let path: String
  let instance: CatalogInstance
}
