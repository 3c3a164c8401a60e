extension GeneratedFile {
  /// Attribute types per SOP class as sorted integers: class 8 bits, sequence 8, attribute 8, type 8.
  static func attributeTypes(root: String) throws -> GeneratedFile {
    let name = "standard/attribute_types.tsv"
    let table = try TSV(root: root, name)
    let tags = Dictionary(
      try PS36Row.all(root: root).map { ($0.keyword, $0.tag.value) }, uniquingKeysWith: { first, _ in first })
    let classes = Array(Set(table["sop_class_uid"])).sorted()
    let paths = Array(Set(table["path"])).sorted()
    let attributes = Array(Set(table["tag"])).sorted()
    guard [classes, paths, attributes].allSatisfy({ $0.count <= 256 }) else {
      throw GenerationError(file: name, what: "has more classes, sequences or attributes than a byte counts")
    }
    let sequences = try paths.map { path in
      guard let tag = path.isEmpty ? 0 : tags[path] else {
        throw GenerationError(file: name, what: "has a path that is not one keyword")
      }
      return "0x" + hex(tag, digits: 8)
    }
    let rows = try table.records.map { record in
      guard let sopClass = classes.firstIndex(of: record["sop_class_uid", default: ""]),
        let path = paths.firstIndex(of: record["path", default: ""]),
        let attribute = attributes.firstIndex(of: record["tag", default: ""]),
        let type = types.firstIndex(of: record["type", default: ""])
      else { throw GenerationError(file: name, what: "has an unknown type") }
      return sopClass << 24 | path << 16 | attribute << 8 | type
    }
    let body = """
      extension AttributeTypes {
        static let sopClasses = [
      \(wrapped(classes.map { "\"\($0)\"" }))
        ]

        /// The sequence an attribute stands in, 0 outside of sequences.
        static let sequences: [UInt32] = [
      \(wrapped(sequences))
        ]

        static let attributes: [UInt32] = [
      \(wrapped(attributes.compactMap { TagPattern($0) }.map { "0x" + hex($0.value, digits: 8) }))
        ]

        static let packedTypes: [UInt32] = [
      \(wrapped(rows.sorted().map { "0x" + hex($0, digits: 8) }))
        ]
      }
      """
    return GeneratedFile(
      path: "Sources/Anonymizer/Profile/AttributeTypes+Generated.swift", from: [name], body)
  }
}

/// In the order of the raw values of `AttributeType`.
private let types = ["1", "1C", "2", "2C", "3"]
