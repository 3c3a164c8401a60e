extension GeneratedFile {
  /// Table E.1-1, our additions and the class UIDs, one packed integer per row.
  ///
  /// Tag 32 bits, source 2, Basic Profile action 6, options that keep 12, options that clean 12.
  static func confidentialityTable(root: String) throws -> GeneratedFile {
    let sources = ["standard/ps315_e1.tsv", "additions.tsv", "class_uids.tsv"]
    var rows: [Row] = []
    for (index, name) in sources.enumerated() {
      rows += try TSV(root: root, name).records.compactMap { try Row($0, source: UInt32(index), file: name) }
    }
    rows.sort { $0.tag < $1.tag }
    guard zip(rows, rows.dropFirst()).allSatisfy({ $0.tag < $1.tag }) else {
      throw GenerationError(file: "additions.tsv", what: "repeats a tag of another table")
    }
    let exact = rows.filter(\.tag.isExact)
    let repeating = rows.filter { !$0.tag.isExact }
    let body = """
      extension ConfidentialityTable {
        static let packedRows: [UInt64] = [
      \(exact.map(\.line).joined(separator: "\n"))
        ]

        /// Rows for repeating groups, with the tag's variable digits zero.
        static let packedPatterns: [UInt64] = [
      \(repeating.map(\.line).joined(separator: "\n"))
        ]

        /// One bits where the tag of the pattern at the same index is fixed.
        static let patternMasks: [UInt32] = [
      \(wrapped(repeating.map { "0x" + hex($0.tag.mask, digits: 8) }))
        ]
      }
      """
    return GeneratedFile(
      path: "Sources/Anonymizer/Profile/ConfidentialityTable+Generated.swift", from: sources, body)
  }
}

private struct Row {
  let tag: TagPattern
  let line: String

  /// Nil for the row of all private attributes, which is written by hand.
  init?(_ record: [String: String], source: UInt32, file: String) throws(GenerationError) {
    let printedTag = record["tag", default: ""]
    if printedTag.hasPrefix("(gggg") { return nil }
    guard let tag = TagPattern(printedTag) else {
      throw GenerationError(file: file, what: "has a malformed tag")
    }
    // A row without that column names a class UID, which is kept.
    let action = record["basic_profile", default: "K"]
    var basic: UInt32 = 0
    for letter in action.replacing("*", with: "").split(separator: "/").map(String.init) {
      guard let bit = actionLetters.firstIndex(of: letter) else {
        throw GenerationError(file: file, what: "has an unknown action at \(printedTag)")
      }
      basic |= 1 << UInt32(bit)
    }
    var options: [String: UInt32] = ["K": 0, "C": 0]
    for (column, bit) in optionColumns {
      let cell = record[column, default: ""]
      if cell.isEmpty { continue }
      guard let bits = options[cell] else {
        throw GenerationError(file: file, what: "has an unknown action in \(column) at \(printedTag)")
      }
      options[cell] = bits | 1 << bit
    }
    self.tag = tag
    line = """
          0x\(hex(tag.value, digits: 8))_\(hex(source << 6 | basic, digits: 2))\
      _\(hex(options["K", default: 0], digits: 3))_\(hex(options["C", default: 0], digits: 3)),\
        // \(printedTag) \(record["name"] ?? record["keyword", default: ""]) \(action)
      """
  }
}

/// In the order of the bits of `CompoundAction`.
private let actionLetters = ["X", "Z", "D", "K", "C", "U"]

/// Columns of Table E.1-1 and the bit of the option in `ProfileOptions`, counted from code 113101.
private let optionColumns: [(String, UInt32)] = [
  ("clean_graphics", 2), ("clean_structured_content", 3), ("clean_descriptors", 4),
  ("rtn_long_full_dates", 5), ("rtn_long_modified_dates", 6), ("rtn_patient_chars", 7),
  ("rtn_device_id", 8), ("rtn_uids", 9), ("rtn_safe_private", 10), ("rtn_institution_id", 11),
]
