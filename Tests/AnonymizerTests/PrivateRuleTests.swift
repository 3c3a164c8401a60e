import Anonymizer
import DICOMCore
import TestSupport
import Testing

/// SIEMENS MR HEADER (0019,xx0C) IS, B value, is in Table E.3.10-1; (0019,xx08) is not.
@Suite struct PrivateRuleTests {
  private static let creator = Tag(group: 0x0019, element: 0x0011)
  private static let safe = Tag(group: 0x0019, element: 0x110C)
  private static let unsafeOne = Tag(group: 0x0019, element: 0x1108)
  private static let safePrivate = engine(options: .retainSafePrivate)

  private func block(
    _ dataSet: inout DataSetBuilder, creator: String = "SIEMENS MR HEADER", value: String = "1000"
  ) {
    dataSet.set(Self.creator, .LO, creator)
    dataSet.set(Self.unsafeOne, .CS, "SENTINEL")
    dataSet.set(Self.safe, .IS, value)
  }

  @Test func `the Basic Profile removes every private attribute`() {
    #expect(!engine().deidentified(.ct { block(&$0) }).tags.contains { $0.isPrivate })
  }

  @Test func `a safe one stays with its creator`() {
    let after = Self.safePrivate.deidentified(.ct { block(&$0) })
    #expect(after.tags.filter(\.isPrivate) == [Self.creator, Self.safe])
    #expect(after[Self.safe] == "1000")
  }

  @Test func `in an item it needs the item's own creator`() {
    let after = Self.safePrivate.deidentified(
      .ct {
        block(&$0)
        $0.sequence(.referencedInstanceSequence, { block(&$0) }, { $0.set(Self.safe, .IS, "1000") })
      })
    let items = after.items(.referencedInstanceSequence)
    #expect(items.map(\.tags) == [[Self.creator, Self.safe], []])
  }

  @Test(arguments: ["SIEMENS MR HEADER2", "siemens mr header", "", "SENTINEL", "SIEMENS MR HEADÉR"])
  func `another creator's attribute goes`(creator: String) {
    let after = Self.safePrivate.deidentified(.ct { block(&$0, creator: creator) })
    #expect(!after.tags.contains { $0.isPrivate })
  }

  @Test func `a creator without safe attributes goes`() {
    let after = Self.safePrivate.deidentified(
      .ct {
        block(&$0)
        $0.remove(Self.safe)
      })
    #expect(!after.tags.contains { $0.isPrivate })
  }

  @Test(arguments: ["DOE^JANE", "12 mm"])
  func `a safe number with letters goes`(value: String) {
    #expect(!Self.safePrivate.deidentified(.ct { block(&$0, value: value) }).has(Self.safe))
  }

  @Test func `a safe one of another VR goes, and one of UN stays`() {
    func after(_ vr: VR) -> DataSetBuilder {
      Self.safePrivate.deidentified(
        .ct {
          block(&$0)
          $0.set(Self.safe, vr, "1000")
        })
    }
    #expect(!after(.LO).has(Self.safe))
    #expect(after(.UN).has(Self.safe))
  }

  @Test func `a private sequence goes, also one that the table calls safe`() {
    // GEMS_SERS_01… (01E1) and NQLeft (0199) have no SQ; Philips (7E01,xx10) SQ is in the table.
    let after = Self.safePrivate.deidentified(
      .ct {
        block(&$0)
        $0.set(Tag(group: 0x7E01, element: 0x0010), .LO, "HOLOGIC, Inc.")
        $0.sequence(Tag(group: 0x7E01, element: 0x1010)) { $0.set(.codeMeaning, "SENTINEL") }
        $0.sequence(Self.unsafeOne) { $0.set(.patientName, "SENTINEL") }
      })
    #expect(!after.contains("SENTINEL"))
    #expect(after.tags.filter(\.isPrivate) == [Self.creator, Self.safe])
  }

  @Test func `an attribute outside of any block goes`() {
    let tag = Tag(group: 0x0019, element: 0x0001)
    #expect(!Self.safePrivate.deidentified(.ct { $0.set(tag, .LO, "SENTINEL") }).has(tag))
  }
}
