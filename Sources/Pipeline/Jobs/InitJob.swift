internal import Anonymizer
internal import Foundation
internal import Vault

/// Makes the two sides of a project: a vault with a key, and an empty data set.
public struct InitJob: Sendable {
  let vault: String
  let dataSet: String
  let project: String
  let regime: String
  let keyFile: String?

  /// With the key file of another vault, a second machine makes the same pseudonyms.
  public init(vault: String, dataSet: String, project: String, regime: String, keyFile: String?) {
    self.vault = Paths.absolute(vault)
    self.dataSet = Paths.absolute(dataSet)
    self.project = project
    self.regime = regime
    self.keyFile = keyFile
  }

  /// Returns the real paths of the two folders.
  public func run() throws -> (vault: String, dataSet: String) {
    try Paths.refuseNesting(vault: vault, dataSet: dataSet)
    let key = try keyFile.map { path throws in try Vault.key(at: path) } ?? Vault.newKey()
    let name = try Self.name(ofDataSetOf: project, key: key)
    // The data set first: when it cannot be made, no key lies around.
    let folder = try DataSetFolder.create(
      at: dataSet,
      manifest: DataSetFolder.Manifest(dataset: name, project: project, regime: regime, created: Date()))
    do {
      let made = try Vault.create(
        at: vault, project: Vault.Project(name: project, regime: regime, dataset: name), key: key)
      try Journal(path: made.journalPath).checkpoint()
      return (made.path, folder.path)
    } catch {
      try? FileManager.default.removeItem(atPath: dataSet)
      throw error
    }
  }

  /// Names the data set towards its vault; the same for the same project and key.
  static func name(ofDataSetOf project: String, key: [UInt8]) throws -> String {
    guard let key = ProjectKey(bytes: key) else { throw VaultError.keyDamaged(path: "key") }
    return Pseudonyms(key: key).fingerprint(project.utf8, of: .value).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
