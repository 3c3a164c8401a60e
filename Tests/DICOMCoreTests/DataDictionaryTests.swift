import DICOMCore
import TableGeneration
import Testing

@Suite struct DataDictionaryTests {
  @Test(arguments: [
    (Tag.patientName, "PatientName", VR.PN), (.sopInstanceUID, "SOPInstanceUID", .UI), (.rows, "Rows", .US),
    (.pixelData, "PixelData", .OW), (.contentSequence, "ContentSequence", .SQ), (.kvp, "KVP", .DS),
    (Tag(group: 0, element: 2), "AffectedSOPClassUID", .UI),
    (Tag(group: 2, element: 0x10), "TransferSyntaxUID", .UI),
    // Of ps36_additions.tsv.
    (Tag(group: 8, element: 0x1301), "PrincipalDiagnosisCodeSequence", .SQ),
  ])
  func `an attribute is found by tag and by keyword`(tag: Tag, keyword: String, vr: VR) {
    let entry = DataDictionary.entry(for: tag)
    #expect(entry?.tag == tag && entry?.vr == vr && entry?.mask == UInt32.max)
    #expect(DataDictionary.keyword(for: tag) == keyword)
    #expect(DataDictionary.entry(forKeyword: keyword) == entry)
    #expect(DataDictionary.tag(forKeyword: keyword) == tag)
  }

  @Test(arguments: [
    (Tag(group: 0x6000, element: 0x3000), "OverlayData"),
    (Tag(group: 0x6012, element: 0x3000), "OverlayData"),
    (Tag(group: 0x601E, element: 0x0010), "OverlayRows"),
    (Tag(group: 0x5000, element: 0x0005), "CurveDimensions"),
    (Tag(group: 0x50FE, element: 0x3000), "CurveData"),
  ])
  func `repeating groups have the entry of their first group`(tag: Tag, keyword: String) {
    let entry = DataDictionary.entry(for: tag)
    #expect(DataDictionary.keyword(for: tag) == keyword)
    #expect(entry?.tag == Tag(group: tag.group & 0xFF00, element: tag.element))
    #expect(DataDictionary.tag(forKeyword: keyword) == entry?.tag)
  }

  @Test(
    arguments: [
      0x0009_0010, 0x0029_1010, 0x6001_3000, 0x5001_0005, 0x0010_9999, 0x7777_0010, 0xFFFE_E000, 0xFFFF_FFFF,
    ] as [UInt32])
  func `private and unknown tags have none`(number: UInt32) {
    #expect(DataDictionary.entry(for: Tag(rawValue: number)) == nil)
    #expect(DataDictionary.keyword(for: Tag(rawValue: number)) == nil)
  }

  @Test(arguments: ["", "patientName", "Patient Name", "PatientNameX"])
  func `a keyword counts as PS3.6 spells it`(keyword: String) {
    #expect(DataDictionary.entry(forKeyword: keyword) == nil)
  }

  @Test(arguments: ["standard/ps36_dictionary.tsv", "standard/ps36_additions.tsv"])
  func `every row of PS3.6 is found`(table: String) throws {
    let records = try TSV(root: repositoryRoot(), table).records
    #expect(records.count > 20)
    for record in records where record["vr"] != "NONE" {
      let printed = record["tag", default: ""]
      let tag = try #require(Tag(printed.replacing("x", with: "2")))
      let entry = try #require(DataDictionary.entry(for: tag), "\(printed)")
      let vr = record["vr", default: ""]
      #expect(entry.vr.description == (vr == "OB or OW" ? "OW" : String(vr.prefix(2))))
      #expect(entry.hasAlternativeVR == vr.contains(" or "))
      #expect(entry.isRetired == (record["retired"] == "Y"))
      #expect(DataDictionary.keyword(for: tag) ?? "" == record["keyword"])
    }
  }

  @Test func `every entry is visited once, single tags in order before repeating groups`() throws {
    var tags: [Tag] = []
    var repeating = 0
    DataDictionary.forEachEntry { entry, keyword in
      guard entry.mask == UInt32.max else {
        repeating += 1
        return
      }
      tags.append(entry.tag)
      #expect(DataDictionary.keyword(for: entry.tag) ?? "" == keyword)
    }
    #expect(zip(tags, tags.dropFirst()).allSatisfy { $0 < $1 })
    let rows = try ["standard/ps36_dictionary.tsv", "standard/ps36_additions.tsv"].flatMap {
      try TSV(root: repositoryRoot(), $0)["vr"].filter { $0 != "NONE" }
    }
    #expect(tags.count + repeating == rows.count)
  }
}
