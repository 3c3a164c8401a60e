internal import Foundation

/// The identified side: a folder that never leaves the hospital.
public struct Vault: Sendable {
  public let path: String
  public let project: Project

  /// What `tokumei init` fixed.
  public struct Project: Codable, Equatable, Sendable {
    public var version = 1
    public let name: String
    /// The legal basis; recorded and shown, its rules come later.
    public let regime: String
    /// Names the data set that belongs to this vault; its manifest holds the same.
    public let dataset: String

    public init(name: String, regime: String, dataset: String) {
      self.name = name
      self.regime = regime
      self.dataset = dataset
    }
  }

  public var keyPath: String { path + "/key" }
  public var journalPath: String { path + "/vault.sqlite" }
  /// Files that are written but not released.
  public var stagingPath: String { path + "/staging" }
  /// Released files that were called back.
  public var quarantinePath: String { path + "/quarantine" }
  public var reportPath: String { path + "/report" }
  private var projectPath: String { path + "/project.json" }

  /// A new project key.
  public static func newKey() -> [UInt8] { KeyFile.random() }

  /// Reads the key of another vault; refuses a file that others may read.
  public static func key(at path: String) throws(VaultError) -> [UInt8] { try KeyFile.read(at: path) }

  /// Makes a vault with this key at `path`, which must be absent or empty.
  public static func create(at path: String, project: Project, key: [UInt8]) throws -> Vault {
    let files = FileManager.default
    if let entries = try? files.contentsOfDirectory(atPath: path), !entries.isEmpty {
      throw VaultError.exists(path: path)
    }
    let vault = Vault(path: path, project: project)
    let ownerOnly: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
    for folder in [path, vault.stagingPath, vault.quarantinePath, vault.reportPath] {
      do {
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: ownerOnly)
      } catch { throw VaultError.unwritable(path: folder) }
    }
    // An empty folder that was there keeps its mode otherwise.
    try files.setAttributes(ownerOnly, ofItemAtPath: path)
    try KeyFile.create(at: vault.keyPath, key)
    // There from the start, so that a dry run adds nothing.
    for role in VaultLock.Role.allCases { _ = files.createFile(atPath: role.path(in: vault), contents: nil) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    do {
      try encoder.encode(project).write(to: URL(fileURLWithPath: vault.projectPath), options: .atomic)
    } catch { throw VaultError.unwritable(path: vault.projectPath) }
    return vault
  }

  /// Opens the vault at `path`.
  public init(at path: String) throws(VaultError) {
    let projectPath = path + "/project.json"
    guard let data = FileManager.default.contents(atPath: projectPath),
      let project = try? JSONDecoder().decode(Project.self, from: data), project.version == 1
    else { throw .notAVault(path: path) }
    self.init(path: path, project: project)
  }

  private init(path: String, project: Project) {
    self.path = path
    self.project = project
  }

  /// Reads the project key; refuses one that others may read.
  public func key() throws(VaultError) -> [UInt8] { try KeyFile.read(at: keyPath) }
}
