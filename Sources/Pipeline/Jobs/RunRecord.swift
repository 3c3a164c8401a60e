internal import Anonymizer
internal import Catalog
internal import Foundation
internal import Vault

/// What a finished run leaves for people on the de-identified side: manifest and report.
struct RunRecord {
  let configuration: DeidentifyConfiguration
  let profile: ConfidentialityProfile
  let vault: Vault
  let dataSet: DataSetFolder

  func write(journal: Journal) throws {
    let catalog = try Catalog(path: dataSet.catalogPath)
    var manifest = try dataSet.manifest()
    manifest.profile = profile.name
    manifest.methods = (["113100"] + profile.appliedOptions.options.map(\.codeValue))
    manifest.pixelCheck = configuration.pixelCheck.rawValue
    manifest.totals = try catalog.totals()
    try dataSet.write(manifest)
    try catalog.checkpoint()
  }
}
