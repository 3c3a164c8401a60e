extension GeneratedFile {
  /// Table E.3.10-1 as sorted integers: creator 8 bits, group 16, element within the block 8, VR 16.
  static func safePrivateTable(root: String) throws -> GeneratedFile {
    let name = "standard/ps315_safe_private.tsv"
    let table = try TSV(root: root, name)
    let creators = Array(Set(table["private_creator"])).sorted()
    let rows = try table.records.map { record -> UInt64 in
      guard let creator = creators.firstIndex(of: record["private_creator", default: ""]),
        let group = UInt64(record["group", default: ""], radix: 16),
        let element = UInt64(record["element_in_block", default: ""], radix: 16)
      else { throw GenerationError(file: name, what: "has a malformed row") }
      // The standard leaves five VRs open.
      let printed = record["vr", default: ""]
      let vr = (printed.isEmpty ? "UN" : printed).utf8.prefix(2).reduce(0) { $0 << 8 | UInt64($1) }
      return UInt64(creator) << 40 | group << 24 | element << 16 | vr
    }
    let body = """
      extension SafePrivateTable {
        static let creators = [
      \(wrapped(creators.map { "\"\($0)\"" }))
        ]

        static let packedRows: [UInt64] = [
      \(wrapped(rows.sorted().map { "0x" + hex($0, digits: 12) }))
        ]
      }
      """
    return GeneratedFile(
      path: "Sources/Anonymizer/Profile/SafePrivateTable+Generated.swift", from: [name], body)
  }
}
