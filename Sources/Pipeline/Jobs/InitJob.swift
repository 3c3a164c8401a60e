internal import Foundation
internal import Vault

/// Makes the two sides of a project: a vault with a new key, and an empty data set.
public struct InitJob: Sendable {
  let vault: String
  let dataSet: String
  let project: String
  let regime: String

  public init(vault: String, dataSet: String, project: String, regime: String) {
    self.vault = Paths.absolute(vault)
    self.dataSet = Paths.absolute(dataSet)
    self.project = project
    self.regime = regime
  }

  /// Returns the real paths of the two folders.
  public func run() throws -> (vault: String, dataSet: String) {
    try Paths.refuseNesting(vault: vault, dataSet: dataSet)
    let name = UUID().uuidString.lowercased()
    // The data set first: when it cannot be made, no key lies around.
    let folder = try DataSetFolder.create(
      at: dataSet, manifest: DataSetFolder.Manifest(dataset: name, project: project, regime: regime, created: Date()))
    do {
      let made = try Vault.create(
        at: vault, project: Vault.Project(name: project, regime: regime, dataset: name))
      try Journal(path: made.journalPath).checkpoint()
      return (made.path, folder.path)
    } catch {
      try? FileManager.default.removeItem(atPath: dataSet)
      throw error
    }
  }
}
