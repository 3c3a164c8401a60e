import Anonymizer
import DICOMCore
import TableGeneration
import TestSupport
import Testing

/// Every row of Table E.1-1 and of our additions, for the Basic Profile and for each option column: what the letters
/// say must be what became of the attribute.
@Suite struct TableE11Tests {
  @Test(arguments: TableRow.all("standard/ps315_e1.tsv"))
  func `the Basic Profile does what a row of Table E.1-1 says`(row: TableRow) throws {
    try check(row, column: nil)
  }

  @Test(arguments: TableRow.all("standard/ps315_e1.tsv"), TableRow.optionColumns.map(\.0))
  func `an option does what its column of Table E.1-1 says`(row: TableRow, column: String) throws {
    try check(row, column: column)
  }

  @Test(arguments: TableRow.all("additions.tsv"))
  func `the Basic Profile does what a row of our additions says`(row: TableRow) throws {
    try check(row, column: nil)
  }

  @Test(arguments: TableRow.all("additions.tsv"), TableRow.optionColumns.map(\.0))
  func `an option does what its column of our additions says`(row: TableRow, column: String) throws {
    try check(row, column: column)
  }

  @Test func `compound actions are tried with every type`() {
    let types = TableRow.all("standard/ps315_e1.tsv").flatMap { IODPlaces.of($0).map { $0.type ?? "-" } }
    #expect(Set(types) == ["-", "1", "1C", "2", "2C", "3"])
  }

  private static let engines = Dictionary(
    uniqueKeysWithValues: TableRow.optionColumns.map { ($0.0, engine(options: ProfileOptions($0.1))) })
  private static let basic = engine()

  private func check(_ row: TableRow, column: String?) throws {
    let engine = try #require(column.map { Self.engines[$0] } ?? Self.basic)
    let tag = try #require(row.sampleTag)
    let sample = AttributeSample(tag: tag)
    for place in IODPlaces.of(row) {
      let before = DataSet.ct { image in
        sample.put(into: &image)
        if let sopClass = place.sopClass { image.set(.sopClassUID, sopClass) }
      }
      let after = engine.deidentified(before)
      let expected = row.outcome(column: column, type: place.type, vr: sample.vr)
      sample.expect(expected, in: after, retainsUIDs: column == "rtn_uids")
    }
  }
}
