import Anonymizer
import DICOMCore
import TableGeneration
import Testing

@Suite struct AttributeTypesTests {
  private let ct = UID(rawValue: "1.2.840.10008.5.1.4.1.1.2")

  @Test func `an attribute has a type in its IOD`() {
    #expect(AttributeTypes.type(of: .contentDate, in: ct) == .twoConditional)
    #expect(
      AttributeTypes.type(of: .deviceSerialNumber, path: [.contributingEquipmentSequence], in: ct) == .three)
    #expect(
      AttributeTypes.type(of: .institutionName, path: [.operatorIdentificationSequence], in: ct)
        == .oneConditional)
  }

  @Test func `an attribute outside of the IOD and an unknown SOP class have none`() {
    #expect(AttributeTypes.type(of: .rtPlanDate, in: ct) == nil)
    #expect(AttributeTypes.type(of: .contentDate, path: [.patientName], in: ct) == nil)
    #expect(AttributeTypes.knows(sopClass: ct))
    #expect(!AttributeTypes.knows(sopClass: UID(rawValue: "1.2.3")))
  }

  @Test func `every row of the table is found`() throws {
    let types: [String: AttributeType] = [
      "1": .one, "1C": .oneConditional, "2": .two, "2C": .twoConditional, "3": .three,
    ]
    let records = try TSV(root: repositoryRoot(), "standard/attribute_types.tsv").records
    #expect(records.count == 7751)
    for record in records {
      let path = record["path", default: ""]
      let type = AttributeTypes.type(
        of: try #require(record["tag"].flatMap { Tag($0) }),
        path: path.isEmpty ? [] : [try #require(DataDictionary.tag(forKeyword: path))],
        in: UID(rawValue: record["sop_class_uid", default: ""]))
      #expect(type == types[record["type", default: ""]])
    }
  }

  /// Else the engine could not choose.
  @Test func `every compound action of Table E.1-1 has types`() throws {
    let known = try Set(TSV(root: repositoryRoot(), "standard/attribute_types.tsv")["tag"])
    let compound = ConfidentialityTable.rows.filter { $0.basic.single == nil }
    #expect(compound.count == 50)
    for row in compound {
      #expect(known.contains(Tag(rawValue: row.tag).description))
    }
  }
}
