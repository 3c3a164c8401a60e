/// One row of PS3.6, from the dictionary and its additions.
struct PS36Row {
  let tag: TagPattern
  let printedTag: String
  let keyword: String
  let vr: String
  let vm: String
  let isRetired: Bool

  /// The VR to assume where the data set does not say: OW of "OB or OW", else the first.
  var assumedVR: String {
    if vr == "OB or OW" { return "OW" }
    return String(vr.prefix(2))
  }

  /// The VR depends on other attributes of the data set.
  var hasAlternativeVR: Bool { vr.contains(" or ") }
}

extension PS36Row {
  /// All rows sorted by tag, without the delimiters of group FFFE, which have no VR.
  static func all(root: String) throws -> [PS36Row] {
    var rows: [PS36Row] = []
    for name in ["standard/ps36_dictionary.tsv", "standard/ps36_additions.tsv"] {
      for record in try TSV(root: root, name).records {
        guard let tag = TagPattern(record["tag", default: ""]) else {
          throw GenerationError(file: name, what: "has a malformed tag")
        }
        let row = PS36Row(
          tag: tag, printedTag: record["tag", default: ""], keyword: record["keyword", default: ""],
          vr: record["vr", default: ""], vm: record["vm", default: ""], isRetired: record["retired"] == "Y")
        if row.vr != "NONE" { rows.append(row) }
      }
    }
    rows.sort { $0.tag < $1.tag }
    guard zip(rows, rows.dropFirst()).allSatisfy({ $0.tag < $1.tag }) else {
      throw GenerationError(file: "standard/ps36_additions.tsv", what: "repeats a tag of ps36_dictionary.tsv")
    }
    return rows
  }
}
