extension GeneratedFile {
  /// PS3.6 as packed integers: tag 32 bits, VR 5 + 5, retired 1, alternative VR 1, offset of the keyword 20.
  static func dataDictionary(root: String) throws -> GeneratedFile {
    let rows = try PS36Row.all(root: root)
    let exact = rows.filter(\.tag.isExact)
    let repeating = rows.filter { !$0.tag.isExact }
    var offset = 0
    let packed = (exact + repeating).map { row in
      let number = pack(row, offset: offset)
      offset += row.keyword.utf8.count + 1
      return number
    }
    let body = """
      extension DataDictionary {
        static let exact: [UInt64] = [
      \(wrapped(Array(packed.prefix(exact.count))))
        ]

        /// Elements of repeating groups, with the tag's variable digits zero.
        static let repeating: [UInt64] = [
      \(wrapped(Array(packed.dropFirst(exact.count))))
        ]

        /// One bits where the tag of the element in `repeating` at the same index is fixed.
        static let repeatingMasks: [UInt32] = [
      \(wrapped(repeating.map { "0x" + hex($0.tag.mask, digits: 8) }))
        ]

        /// Keywords in the order of `exact`, then `repeating`, each ended by a line feed.
        static let keywords = \"""
      \((exact + repeating).map { "    " + $0.keyword }.joined(separator: "\n"))

          \"""
      }
      """
    return GeneratedFile(
      path: "Sources/DICOMCore/DataDictionary+Generated.swift",
      from: ["standard/ps36_dictionary.tsv", "standard/ps36_additions.tsv"], body)
  }
}

private func pack(_ row: PS36Row, offset: Int) -> String {
  // 0x40 precedes "A" in ASCII, so that a letter takes five bits.
  let letters = row.assumedVR.utf8.map { UInt32($0 - 0x40) }
  let vr = letters[0] << 7 | letters[1] << 2
  let flags: UInt32 = (row.isRetired ? 2 : 0) | (row.hasAlternativeVR ? 1 : 0)
  return "0x\(hex(row.tag.value, digits: 8))_\(hex(vr | flags, digits: 3))_\(hex(offset, digits: 5))"
}
