import Anonymizer
import DICOMCore
import TableGeneration
import Testing

@Suite struct SafePrivateTableTests {
  @Test func `all 479 rows of Table E.3.10-1 are found with their VR`() throws {
    let records = try TSV(root: repositoryRoot(), "standard/ps315_safe_private.tsv").records
    #expect(records.count == 479)
    #expect(SafePrivateTable.count == 479)
    for record in records {
      let vr = SafePrivateTable.vr(
        creator: record["private_creator", default: ""],
        group: try #require(UInt16(record["group", default: ""], radix: 16)),
        element: try #require(UInt8(record["element_in_block", default: ""], radix: 16)))
      #expect(vr?.description == record["vr"].map { $0.isEmpty ? "UN" : String($0.prefix(2)) })
    }
  }

  @Test func `another creator or element is not safe`() {
    #expect(SafePrivateTable.contains(creator: "Philips Imaging DD 001", group: 0x2001, element: 0x7D))
    #expect(!SafePrivateTable.contains(creator: "Philips Imaging DD 001", group: 0x2001, element: 0x00))
    #expect(!SafePrivateTable.contains(creator: "Philips Imaging DD 001 ", group: 0x2001, element: 0x7D))
    #expect(!SafePrivateTable.contains(creator: "SIEMENS CSA HEADER", group: 0x0029, element: 0x10))
  }
}
