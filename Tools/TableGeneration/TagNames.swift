extension GeneratedFile {
  /// `Tag.patientName` and its like: current attributes, and the retired ones that a table of ours lists.
  ///
  /// Computed, not stored: 4,800 stored properties take twice as long to compile and are no constants to
  /// clients.
  static func tagNames(root: String) throws -> GeneratedFile {
    let listed = try Set(
      TSV(root: root, "standard/ps315_e1.tsv")["tag"] + TSV(root: root, "additions.tsv")["tag"])
    let rows = try PS36Row.all(root: root).filter { row in
      row.tag.isExact && !row.keyword.isEmpty && (!row.isRetired || listed.contains(row.printedTag))
    }
    guard Set(rows.map { swiftIdentifier($0.keyword) }).count == rows.count else {
      throw GenerationError(
        file: "standard/ps36_dictionary.tsv", what: "has keywords that give the same Swift name")
    }
    let lines = rows.map { row in
      let tag = hex(row.tag.value >> 16, digits: 4) + "_" + hex(row.tag.value & 0xFFFF, digits: 4)
      let retired = row.isRetired ? " retired" : ""
      return """
          /// \(row.keyword) \(row.printedTag) \(row.vr) \(row.vm)\(retired)
          @inlinable public static var \(swiftIdentifier(row.keyword)): Tag { Tag(rawValue: 0x\(tag)) }
        """
    }
    return GeneratedFile(
      path: "Sources/DICOMCore/Tag+Names+Generated.swift",
      from: ["standard/ps36_dictionary.tsv", "standard/ps36_additions.tsv"],
      "extension Tag {\n" + lines.joined(separator: "\n") + "\n}")
  }
}
