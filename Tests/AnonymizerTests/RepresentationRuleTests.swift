import Anonymizer
import DICOMCore
import TestSupport
import Testing

@Suite struct RepresentationRuleTests {
  @Test(arguments: [VR.LO, .PN, .SH, .ST, .LT, .UT, .UC, .CS, .AE, .UR, .DA, .UI])
  func `text in a number's place is removed`(vr: VR) {
    let after = engine().deidentified(.ct { $0.set(.rows, vr, "SENTINEL") })
    #expect(!after.has(.rows))
  }

  @Test(arguments: [VR.PN, .LO, .UT, .DS, .UN])
  func `letters in a decimal or integer string are removed`(vr: VR) {
    let after = engine().deidentified(
      .ct {
        $0.set(.kvp, vr, "DOE^JANE")
        $0.set(.instanceNumber, vr, "DOE")
        $0.set(.sliceThickness, vr, "1.25\\DOE")
      })
    #expect(!after.has(.kvp) && !after.has(.instanceNumber) && !after.has(.sliceThickness))
  }

  @Test(arguments: ["1.5", "-1.5e+3", "+1E-2", "1\\2\\3", " 12 ", "", "007"])
  func `a decimal string is kept as it is`(text: String) {
    #expect(
      engine().deidentified(.ct { $0.set(.sliceThickness, text) }).bytes(.sliceThickness)
        == DataSetBuilder { $0.set(.sliceThickness, text) }.bytes(.sliceThickness))
  }

  @Test(arguments: [
    (Tag.studyDate, "DOE JANE"), (.studyTime, "DOE JANE"), (.acquisitionDateTime, "DOE^JANE"),
    (.timezoneOffsetFromUTC, "+0900"), (.seriesDate, "O'NEILL"),
  ])
  func `retained dates and times are dates and times`(tag: Tag, text: String) {
    let after = engine(options: .retainLongitudinalTemporalInformationFullDates).deidentified(
      .ct { $0.set(tag, text) })
    #expect((after[tag] ?? "") == (tag == .timezoneOffsetFromUTC ? text : ""))
  }

  @Test func `retained age is an age`() {
    let engine = engine(options: .retainPatientCharacteristics)
    #expect(engine.deidentified(.ct { $0.set(.patientAge, "045Y") })[.patientAge] == "045Y")
    #expect(engine.deidentified(.ct { $0.set(.patientAge, "DOE J") })[.patientAge] ?? "" == "")
  }

  @Test func `UN is judged by the attribute's own VR`() {
    let after = engine(options: .retainLongitudinalTemporalInformationModifiedDates).deidentified(
      .ct {
        $0.set(.studyDate, .UN, "20200315")
        $0.set(.kvp, .UN, "120")
        $0.set(.studyInstanceUID, .UN, "1.2.3")
      })
    #expect(after[.studyDate] == "18830423")
    #expect(after[.kvp]?.hasPrefix("120") == true)
    #expect(after[.studyInstanceUID] == Pseudonyms.test.uid(UID(rawValue: "1.2.3")).rawValue)
  }
}
