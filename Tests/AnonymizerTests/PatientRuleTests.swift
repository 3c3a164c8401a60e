import Anonymizer
import DICOMCore
import TestSupport
import Testing

@Suite struct PatientRuleTests {
  @Test(
    arguments: [[], .retainPatientCharacteristics, .retainUIDs, EngineTests.research] as [ProfileOptions])
  func `name and ID of the patient are the pseudonym`(options: ProfileOptions) {
    let after = engine(options: options).deidentified(.ct())
    #expect(after[.patientID] == testPatient && after[.patientName] == testPatient)
  }

  @Test func `an empty ID gets the pseudonym, a missing one is put in`() {
    #expect(engine().deidentified(.ct { $0.set(.patientID, "") })[.patientID] == testPatient)
    #expect(engine().deidentified(.ct { $0.remove(.patientID) })[.patientID] == testPatient)
  }

  @Test func `another patient's name and ID in a sequence are emptied`() {
    let after = engine().deidentified(
      .ct {
        $0.sequence(.referencedInstanceSequence) { item in
          item.set(.patientID, "999")
          item.set(.patientName, "ROE^RICHARD")
        }
      })
    let item = after.items(.referencedInstanceSequence).first
    #expect(item?[.patientID] == "" && item?[.patientName] == "")
  }

  @Test func `the birth date is emptied and never shifted`() {
    #expect(engine(options: EngineTests.research).deidentified(.ct())[.patientBirthDate] == "")
  }

  @Test func `the identity names the instance on the other side`() {
    let identity = engine().plan(.ct()).identity
    let after = engine().deidentified(.ct())
    #expect(identity.patient == testPatient)
    #expect(identity.study.rawValue == after[.studyInstanceUID])
    #expect(identity.series.rawValue == after[.seriesInstanceUID])
    #expect(identity.instance.rawValue == after[.sopInstanceUID])
    let retained = engine(options: .retainUIDs).plan(.ct()).identity
    #expect(retained.study.rawValue == DataSetBuilder.ct[.studyInstanceUID])
  }
}
