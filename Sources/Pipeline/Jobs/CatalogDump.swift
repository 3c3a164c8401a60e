internal import Catalog

/// Prints the catalog of a data set.
public struct CatalogDump {
  private let catalog: Catalog

  public init(dataSet: String) throws {
    catalog = try Catalog(path: DataSetFolder(at: Paths.absolute(dataSet)).catalogPath)
  }

  public func run(_ output: (String) -> Void) throws { try catalog.dump(output) }
}
