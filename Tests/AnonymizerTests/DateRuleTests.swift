import Anonymizer
import DICOMCore
import TestSupport
import Testing

/// Expected dates were computed by Python's datetime: 50,000 days, with seconds 5 hours more.
@Suite struct DateRuleTests {
  private static let days = engine(options: .retainLongitudinalTemporalInformationModifiedDates)
  private static let seconds = engine(
    options: .retainLongitudinalTemporalInformationModifiedDates, temporal: .seconds)

  @Test(arguments: [
    (Tag.studyDate, "20200315", "18830423"), (.studyDate, "20200315 ", "18830423"),
    (.studyDate, "2020.03.15", "18830423"), (.acquisitionDateTime, "20200315101530", "18830423101530"),
    (.acquisitionDateTime, "20200315101530.123456+0900", "18830423101530.123456+0900"),
    (.acquisitionDateTime, "202003151015", "188304231015"), (.acquisitionDateTime, "20200315", "18830423"),
    (.acquisitionDateTime, "202003", "188304"), (.acquisitionDateTime, "2020", "1883"),
    (.dateOfLastCalibration, "20200315\\20200315", "18830423\\18830423"),
  ])
  func `a date moves by the patient's shift`(tag: Tag, before: String, after: String) {
    #expect(Self.days.deidentified(.ct { $0.set(tag, before) })[tag] == after)
  }

  @Test(arguments: ["101530", "10:15:30", "1015", "10", "235959.999999"])
  func `a time of day stays under a shift by whole days`(time: String) {
    #expect(Self.days.deidentified(.ct { $0.set(.studyTime, time) })[.studyTime] == time)
  }

  @Test(arguments: [
    "202003", "2020", "20201301", "20200230", "00000000", "DOE^JANE", "2020-03-15", "15.03.2020",
  ])
  func `a partial or invalid date follows the Basic Profile`(date: String) {
    let after = Self.days.deidentified(
      .ct {
        $0.set(.studyDate, date)
        $0.set(.instanceCreationDate, date)
        $0.set(.contentDate, date)
      })
    #expect(after[.studyDate] == "")
    #expect(!after.has(.instanceCreationDate))
    #expect(after[.contentDate] ?? "" == "")
  }

  @Test(arguments: ["DOE^JANE", "25", "101", "24:00"])
  func `an invalid time follows the Basic Profile`(time: String) {
    let after = Self.days.deidentified(
      .ct {
        $0.set(.studyTime, time)
        $0.set(.instanceCreationTime, time)
      })
    #expect(after[.studyTime] == "" && !after.has(.instanceCreationTime))
  }

  @Test(arguments: [
    ("20200315", "101530", "18830423", "151530"), ("20200315", "221530", "18830424", "031530"),
    ("20200315", "23", "18830424", "04"), ("20200315", "2359", "18830424", "0459"),
    ("20200315", "190000.5", "18830424", "000000.5"),
  ])
  func `date and time move together to the second`(
    date: String, time: String, newDate: String, newTime: String
  ) {
    let after = Self.seconds.deidentified(
      .ct {
        $0.set(.studyDate, date)
        $0.set(.studyTime, time)
      })
    #expect(after[.studyDate] == newDate && after[.studyTime] == newTime)
  }

  @Test func `without its partner a date moves by days and a time round the clock`() {
    let after = Self.seconds.deidentified(
      .ct {
        $0.remove(.studyTime)
        $0.set(.seriesTime, "221530")
        $0.set(.acquisitionDateTime, "20200315221530")
      })
    #expect(after[.studyDate] == "18830423")
    #expect(after[.seriesTime] == "031530")
    #expect(after[.acquisitionDateTime] == "18830424031530")
  }

  @Test func `a sequence has partners of its own`() {
    let after = Self.seconds.deidentified(
      .ct {
        $0.sequence(.referencedInstanceSequence) {
          $0.set(.studyDate, "20200315")
          $0.set(.studyTime, "235959")
        }
      })
    let item = after.items(.referencedInstanceSequence).first
    #expect(item?[.studyDate] == "18830424" && item?[.studyTime] == "045959")
    #expect(after[.studyDate] == "18830423" && after[.studyTime] == "151530")
  }

  @Test func `full dates stay`() {
    let after = engine(options: .retainLongitudinalTemporalInformationFullDates).deidentified(.ct())
    #expect(after[.studyDate] == "20200315" && after[.studyTime] == "101530")
    #expect(after[.patientBirthDate] == "")
  }

  @Test func `intervals between dates stay`() {
    let after = Self.days.deidentified(
      .ct {
        $0.set(.studyDate, "20200229")
        $0.set(.seriesDate, "20200301")
        $0.set(.acquisitionDate, "20210228")
      })
    #expect(after[.studyDate] == "18830408")
    #expect(after[.seriesDate] == "18830409")
    #expect(after[.acquisitionDate] == "18840407")
  }
}
