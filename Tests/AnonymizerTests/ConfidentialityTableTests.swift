import Anonymizer
import DICOMCore
import TableGeneration
import Testing

@Suite struct ConfidentialityTableTests {
  @Test func `the table has 653 attributes and 4 patterns of Table E.1-1`() {
    let standard = ConfidentialityTable.rows.filter { $0.source == .tableE11 }
    #expect(standard.count == 653)
    // The fourth pattern is the row of private attributes.
    #expect(ConfidentialityTable.patterns.filter { $0.source == .tableE11 }.count == 3)
    #expect(ConfidentialityTable.privateAttributes.source == .tableE11)
  }

  @Test func `rows are sorted by tag and none is doubled`() {
    let tags = ConfidentialityTable.rows.map(\.tag)
    #expect(zip(tags, tags.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: TableRow.all("standard/ps315_e1.tsv"))
  func `a row of Table E.1-1 is as the standard prints it`(printed: TableRow) throws {
    try expect(printed, is: .tableE11)
  }

  @Test(arguments: TableRow.all("additions.tsv"))
  func `a row of our additions is as the file says, with a reason`(printed: TableRow) throws {
    try expect(printed, is: .additions)
    #expect(printed.cells["reason"]?.isEmpty == false)
  }

  @Test func `class UIDs are kept`() throws {
    let cells = try TSV(root: repositoryRoot(), "class_uids.tsv").records
    for cell in cells {
      let tag = try #require(cell["tag"].flatMap { Tag($0) })
      let row = try #require(ConfidentialityTable.row(for: tag))
      #expect(row.basic == .keep && row.source == .classUID)
      #expect(DataDictionary.keyword(for: tag) == cell["keyword"])
      #expect(cell["reason"]?.isEmpty == false)
    }
    #expect(cells.count == ConfidentialityTable.rows.filter { $0.source == .classUID }.count)
  }

  /// A kept UID links to the hospital, and a person's name or a date is what the table is about.
  @Test(arguments: [VR.UI, .PN, .AE, .DA, .DT, .TM])
  func `every attribute of a VR that identifies is in one of the tables`(vr: VR) {
    var missing: [String] = []
    DataDictionary.forEachEntry { entry, keyword in
      if entry.vr == vr, ConfidentialityTable.row(for: entry.tag) == nil {
        missing.append("\(entry.tag) \(keyword)")
      }
    }
    #expect(missing.isEmpty)
  }

  @Test(arguments: [
    (Tag(group: 0x6002, element: 0x3000), "X"), (Tag(group: 0x5006, element: 0x0010), "X"),
    (Tag(group: 0x0019, element: 0x0010), "X"), (Tag(group: 0x6003, element: 0x0010), "X"),
  ])
  func `repeating and private groups have a row`(tag: Tag, action: String) {
    #expect(ConfidentialityTable.row(for: tag)?.basic.description == action)
  }

  @Test(arguments: [Tag.rows, .modality, .imageType, Tag(group: 0x6000, element: 0x0010)])
  func `a harmless attribute has no row`(tag: Tag) {
    #expect(ConfidentialityTable.row(for: tag) == nil)
  }

  private func expect(_ printed: TableRow, is source: ConfidentialityRow.Source) throws {
    let row = try #require(printed.row)
    #expect(row.source == source)
    #expect(row.basic.description == printed.cells["basic_profile"])
    #expect(row.basic == CompoundAction(printed.cells["basic_profile", default: ""]))
    for (column, option) in TableRow.optionColumns {
      let cell = printed.cells[column]
      #expect(row.keep.contains(option) == (cell == "K"), "\(column)")
      #expect(row.clean.contains(option) == (cell == "C"), "\(column)")
    }
    #expect(
      row.keep.union(row.clean).isSubset(
        of: ProfileOptions(TableRow.optionColumns.map(\.1).map { .init($0) })))
  }
}

/// One row of a table, and how to find it among the generated ones.
struct TableRow: Sendable, CustomTestStringConvertible {
  let cells: [String: String]

  static let optionColumns: [(String, ProfileOption)] = [
    ("rtn_safe_private", .retainSafePrivate), ("rtn_uids", .retainUIDs),
    ("rtn_device_id", .retainDeviceIdentity),
    ("rtn_institution_id", .retainInstitutionIdentity), ("rtn_patient_chars", .retainPatientCharacteristics),
    ("rtn_long_full_dates", .retainLongitudinalTemporalInformationFullDates),
    ("rtn_long_modified_dates", .retainLongitudinalTemporalInformationModifiedDates),
    ("clean_descriptors", .cleanDescriptors), ("clean_structured_content", .cleanStructuredContent),
    ("clean_graphics", .cleanGraphics),
  ]

  static func all(_ name: String) -> [TableRow] {
    // An unreadable table gives no row, and the test of the counts fails.
    (try? TSV(root: repositoryRoot(), name).records.map(TableRow.init)) ?? []
  }

  var tag: String { cells["tag", default: ""] }

  var row: ConfidentialityRow? {
    if tag.hasPrefix("(gggg") { return ConfidentialityTable.row(for: Tag(group: 0x0029, element: 0x1010)) }
    return Tag(String(tag.map { $0 == "x" ? "2" : $0 })).flatMap { ConfidentialityTable.row(for: $0) }
  }

  var testDescription: String { "\(tag) \(cells["name", default: ""])" }
}
