import Anonymizer
import DICOMCore
import TestSupport
import Testing

@Suite struct InstanceFactsTests {
  private func facts(_ change: (inout DataSetBuilder) -> Void = { _ in }) -> InstanceFacts {
    InstanceFacts(dataSet: .ct(change), transferSyntax: .explicitVRLittleEndian)
  }

  @Test func `facts are read from the root`() {
    let facts = facts {
      $0.set(.numberOfFrames, "12")
      $0.set(.issuerOfPatientID, "WARD")
      $0.sequence(.referencedInstanceSequence) { $0.set(.modality, "MR") }
    }
    #expect(facts.sopClass.rawValue == "1.2.840.10008.5.1.4.1.1.2" && facts.modality == "CT")
    #expect(facts.patientID == Array("0012345".utf8) && facts.issuerOfPatientID == Array("WARD".utf8))
    #expect(facts.rows == 2 && facts.columns == 2 && facts.frames == 12 && facts.hasPixelData)
    #expect(facts.imageType == ["ORIGINAL", "PRIMARY", "AXIAL"] && facts.sex == Array("F".utf8))
  }

  @Test(arguments: [Tag.pixelData, .floatPixelData, .doubleFloatPixelData], [true, false])
  func `pixel data is any of the three, wherever its value is`(tag: Tag, isOnDisk: Bool) {
    let facts = facts {
      $0.remove(.pixelData)
      if isOnDisk { $0.onDisk(tag, .OW, length: 8) } else { $0.set(tag, .OW, [1, 2]) }
    }
    #expect(facts.hasPixelData)
    #expect(!self.facts { $0.remove(.pixelData) }.hasPixelData)
  }

  @Test func `an instance that lacks its UIDs gets some of its content`() {
    var facts = facts {
      for tag in [Tag.sopClassUID, .sopInstanceUID, .studyInstanceUID, .seriesInstanceUID] { $0.remove(tag) }
    }
    facts.complete(metaSOPClass: UID(rawValue: ""), content: [1, 255])
    #expect(
      facts.missingUIDs == [.sopInstanceUID, .studyInstanceUID, .seriesInstanceUID] && facts.isClassUnknown)
    var same = facts
    same.complete(metaSOPClass: UID(rawValue: ""), content: [9])
    #expect(same.sopInstance == facts.sopInstance && same.study == facts.study)
    #expect(Set([facts.sopInstance, facts.study, facts.series]).count == 3)
  }

  @Test func `what an instance has is not completed`() {
    var facts = facts { $0.remove(.sopClassUID) }
    facts.complete(metaSOPClass: UID(rawValue: "1.2.840.10008.5.1.4.1.1.4"), content: [1])
    #expect(facts.missingUIDs.isEmpty && !facts.isClassUnknown)
    #expect(facts.sopClass.rawValue == "1.2.840.10008.5.1.4.1.1.4")
  }

  /// UIDs that were made up are pseudonyms as well, also where the profile keeps UIDs.
  @Test(arguments: [[], .retainUIDs] as [ProfileOptions])
  func `completed UIDs are put into the instance`(options: ProfileOptions) throws {
    let dataSet = DataSet.ct { for tag in [Tag.sopInstanceUID, .seriesInstanceUID] { $0.remove(tag) } }
    var facts = InstanceFacts(dataSet: dataSet, transferSyntax: .explicitVRLittleEndian)
    facts.complete(metaSOPClass: UID(rawValue: ""), content: [1])
    let context = InstanceContext(
      facts: facts, patient: testPatient, shift: .test, review: [], pixelCheck: .on)
    let plan = engine(options: options).plan(for: dataSet, of: context)
    let after = plan.applied(to: dataSet)
    #expect(after[.sopInstanceUID] == plan.identity.instance.rawValue)
    #expect(after[.seriesInstanceUID] == plan.identity.series.rawValue)
    #expect(plan.identity.instance.isValid && plan.identity.series.isValid)
    #expect(plan.identity.study.rawValue == after[.studyInstanceUID])
    #expect(plan.review.contains(.uidMissing))
  }
}
