import Anonymizer
import DICOMCore
import TestSupport
import Testing

@Suite struct UIDRuleTests {
  private func pseudonym(_ uid: String) -> String { Pseudonyms.test.uid(UID(rawValue: uid)).rawValue }

  @Test func `one original has one pseudonym wherever it stands`() {
    let uid = "1.2.392.200036.9116.2.6.1.48"
    let after = engine().deidentified(
      .sr {
        $0.set(.sopInstanceUID, uid)
        $0.set(.frameOfReferenceUID, uid)
        $0.sequence(.referencedImageSequence) { $0.set(.referencedSOPInstanceUID, uid) }
        $0.sequence(.currentRequestedProcedureEvidenceSequence) { study in
          study.set(.studyInstanceUID, uid)
          study.sequence(.referencedSeriesSequence) { series in
            series.set(.seriesInstanceUID, uid)
            series.sequence(.referencedSOPSequence) { $0.set(.referencedSOPInstanceUID, uid) }
          }
        }
        $0.sequence(.contentSequence) { item in
          item.set(.valueType, "UIDREF")
          item.set(.uid, uid)
        }
      })
    let study = after.items(.currentRequestedProcedureEvidenceSequence).first
    let series = study?.items(.referencedSeriesSequence).first
    let found = [
      after[.sopInstanceUID], after[.frameOfReferenceUID],
      after.items(.referencedImageSequence).first?[.referencedSOPInstanceUID], study?[.studyInstanceUID],
      series?[.seriesInstanceUID], series?.items(.referencedSOPSequence).first?[.referencedSOPInstanceUID],
      after.items(.contentSequence).first?[.uid],
    ]
    #expect(found == Array(repeating: pseudonym(uid), count: 7))
    #expect(!after.contains(uid))
  }

  @Test func `padding does not make another UID, and several values are replaced one by one`() {
    let after = engine().deidentified(
      .ct {
        $0.set(.studyInstanceUID, .UI, "1.2.3 ")
        $0.set(.relatedFrameOfReferenceUID, "1.2.3\\\\1.2.4")
      })
    #expect(after[.studyInstanceUID] == pseudonym("1.2.3"))
    #expect(after[.relatedFrameOfReferenceUID] == "\(pseudonym("1.2.3"))\\\\\(pseudonym("1.2.4"))")
  }

  @Test(arguments: [
    (Tag.sopClassUID, "1.2.840.10008.5.1.4.1.1.2"), (.sopClassUID, "1.2.392.200036.9116.7.8.1.1.1"),
    (.frameOfReferenceUID, "1.2.840.10008.1.4.1.1"), (.frameOfReferenceUID, "1.2.840.10008.1.4.2.1"),
    (.referencedFrameOfReferenceUID, "1.2.840.10008.1.4.1.18"),
  ])
  func `a class and a well-known frame of reference stay`(tag: Tag, uid: String) {
    #expect(engine().deidentified(.ct { $0.set(tag, uid) })[tag] == uid)
  }

  @Test func `a reference to a class and to a well-known instance stays`() {
    let after = engine().deidentified(
      .ct {
        $0.sequence(.referencedImageSequence) { item in
          item.set(.referencedSOPClassUID, "1.2.840.10008.5.1.4.1.1.4")
          item.set(.referencedSOPInstanceUID, "1.2.840.10008.1.5.1")
        }
      })
    let item = after.items(.referencedImageSequence).first
    #expect(item?[.referencedSOPClassUID] == "1.2.840.10008.5.1.4.1.1.4")
    #expect(item?[.referencedSOPInstanceUID] == "1.2.840.10008.1.5.1")
  }

  @Test(arguments: [
    (Tag.sopInstanceUID, "1.2.840.10008.5.1.4.1.1.2.20200315.1"),
    (.sopInstanceUID, "1.2.840.10008.5.1.4.1.1.2"),
    (.studyInstanceUID, "1.2.840.10008.1.2.1"), (.studyInstanceUID, "1.2.840.10008.1.5.1"),
    (.seriesInstanceUID, "1.2.840.10008.1.4.1.1"), (.frameOfReferenceUID, "1.2.840.10008.5.1.4.1.1.4"),
    (.frameOfReferenceUID, "1.2.840.10008.1.4.1.1.7"), (.studyInstanceUID, "no UID at all"),
  ])
  func `an instance UID of a careless device is replaced`(tag: Tag, uid: String) {
    #expect(engine().deidentified(.ct { $0.set(tag, uid) })[tag] == pseudonym(uid))
  }

  @Test func `replaced UIDs are listed on request with their originals`() {
    let plan = engine().plan(.ct(), detail: .replacedUIDs)
    let originals = [Tag.sopInstanceUID, .studyInstanceUID, .seriesInstanceUID, .frameOfReferenceUID]
      .compactMap { DataSetBuilder.ct[$0] }
    #expect(Set(plan.replacedUIDs.map(\.old.rawValue)) == Set(originals))
    #expect(plan.replacedUIDs.allSatisfy { $0.new == Pseudonyms.test.uid($0.old) })
    #expect(engine().plan(.ct()).replacedUIDs.isEmpty)
  }
}
