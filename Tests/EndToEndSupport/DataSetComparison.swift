public import Foundation
public import Testing

/// "The same data set" of docs/architecture.md: images, catalog and manifest; all but the time of its creation.
public enum DataSetComparison {
  /// What differs, as lines for people; empty for the same data set.
  public static func differences(_ one: Workspace, _ other: Workspace) throws -> [String] {
    var lines: [String] = []
    let (images, others) = (Set(one.images), Set(other.images))
    lines += images.subtracting(others).sorted().map { "only in the first: \($0)" }
    lines += others.subtracting(images).sorted().map { "only in the second: \($0)" }
    for image in images.intersection(others).sorted() where try bytes(one, image) != bytes(other, image) {
      lines.append("differs: \(image)")
    }
    let dumps = try [one, other].map { try $0.tokumei("catalog", "dump", $0.dataSet) }
    if dumps.contains(where: { $0.code != 0 }) { lines.append("a catalog cannot be dumped") }
    if dumps[0].output != dumps[1].output { lines.append("catalogs differ") }
    if try manifest(one) != manifest(other) { lines.append("manifests differ") }
    return lines
  }

  private static func bytes(_ workspace: Workspace, _ image: String) throws -> Data {
    try Data(contentsOf: URL(filePath: workspace.dataSet + "/" + image), options: .alwaysMapped)
  }

  /// The manifest without the time of its creation.
  private static func manifest(_ workspace: Workspace) throws -> Data {
    let data = try Data(contentsOf: URL(filePath: workspace.dataSet + "/manifest.json"))
    guard var object = try JSONSerialization.jsonObject(with: data) as? [String: Any],
      object.removeValue(forKey: "created") != nil
    else { throw Failure("the manifest has no time of creation") }
    return try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
  }
}

/// Expects two workspaces to hold the same data set.
public func expectSame(
  _ one: Workspace, _ other: Workspace, at location: SourceLocation = #_sourceLocation
) throws {
  let differences = try DataSetComparison.differences(one, other)
  #expect(differences == [], sourceLocation: location)
}

/// Everything below a folder: paths, sizes and times of change, to show that nothing was touched.
public enum FolderListing {
  public static func entries(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().map { name in
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      let changed = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return "\(name) \(attributes[.size] as? NSNumber ?? 0) \(changed)"
    }
  }
}

/// A search for bytes that should be nowhere.
public enum ByteSearch {
  /// Where `needles` are in paths or bytes below `folder`; their names are their base 64.
  public static func hits(of needles: [Data], below folder: String) throws -> [String] {
    let lines = needles.map { $0.base64EncodedString() }.joined(separator: "\n")
    return try Python.run("search.py", [folder], input: Data(lines.utf8))
  }

  /// The same for texts, as UTF-8.
  public static func hits(ofTexts needles: [String], below folder: String) throws -> [String] {
    try hits(of: needles.map { Data($0.utf8) }, below: folder)
  }
}
