public import Catalog
public import Foundation

/// The de-identified side: a folder that may leave the hospital.
public struct DataSetFolder: Sendable {
  public let path: String

  public var imagesPath: String { path + "/images" }
  public var catalogPath: String { path + "/catalog.sqlite" }
  public var manifestPath: String { path + "/manifest.json" }
  public var reportPath: String { path + "/report" }

  /// What the data set says of itself; the same runs give the same manifest but for `created`.
  public struct Manifest: Codable, Equatable, Sendable {
    public var format = "tokumei-dataset"
    public var version = 1
    /// Names the data set towards its vault.
    public var dataset: String
    public var project: String
    public var regime: String
    public var created: Date
    public var profile: String?
    /// Codes of CID 7050 that the instances claim.
    public var methods: [String]?
    public var pixelCheck: String?
    public var totals: Catalog.Totals?

    public init(dataset: String, project: String, regime: String, created: Date) {
      self.dataset = dataset
      self.project = project
      self.regime = regime
      self.created = created
    }
  }

  /// Makes an empty data set at `path`, which must be absent or empty.
  public static func create(at path: String, manifest: Manifest) throws -> DataSetFolder {
    let folder = DataSetFolder(path: path)
    if let entries = try? FileManager.default.contentsOfDirectory(atPath: path), !entries.isEmpty {
      throw JobError.notEmpty(path: path)
    }
    do {
      for made in [folder.imagesPath, folder.reportPath] {
        try FileManager.default.createDirectory(atPath: made, withIntermediateDirectories: true)
      }
    } catch { throw JobError.unwritable(path: path) }
    try folder.write(manifest)
    try Catalog(path: folder.catalogPath).checkpoint()
    return folder
  }

  /// Opens the data set at `path`.
  public init(at path: String) throws {
    self.init(path: path)
    _ = try manifest()
  }

  private init(path: String) { self.path = path }

  public func manifest() throws -> Manifest {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    guard let data = FileManager.default.contents(atPath: manifestPath),
      let manifest = try? decoder.decode(Manifest.self, from: data), manifest.format == "tokumei-dataset"
    else { throw JobError.notADataSet(path: path) }
    return manifest
  }

  func write(_ manifest: Manifest) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    do {
      try encoder.encode(manifest).write(to: URL(fileURLWithPath: manifestPath), options: .atomic)
    } catch { throw JobError.unwritable(path: manifestPath) }
  }
}
