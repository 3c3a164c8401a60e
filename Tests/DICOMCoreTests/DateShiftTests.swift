import DICOMCore
import Testing

@Suite struct DateShiftTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let value: String
    let shift: DateShift
    let expected: String?
    var testDescription: String { "\(value) by \(shift.days) d \(shift.seconds) s" }

    init(_ value: String, _ days: Int, _ expected: String?) { self.init(value, days, 0, expected) }

    init(_ value: String, _ days: Int, _ seconds: Int, _ expected: String?) {
      self.value = value
      shift = DateShift(days: days, seconds: seconds)
      self.expected = expected
    }
  }

  static let dates: [Row] = [
    Row("20200228", 1, "20200229"), Row("20200229", 1, "20200301"), Row("20190228", 1, "20190301"),
    Row("19000228", 1, "19000301"), Row("20000228", 1, "20000229"), Row("21000301", -1, "21000228"),
    Row("19991231", 1, "20000101"), Row("20000101", -1, "19991231"), Row("20240229", -366, "20230228"),
    Row("20240101", -47_482, "18931231"), Row("20240229", -51_134, "18840229"),
    Row("00010101", 0, "00010101"), Row("00010101", -1, nil), Row("99991231", 0, "99991231"),
    Row("99991231", 1, nil), Row("20200101", 0, "20200101"), Row("20200101", -1, 86_399, "20191231"),
    Row("2020.01.01", 1, "20200102"), Row("20200101 ", 1, "20200102"), Row("20200101\0", 1, "20200102"),
    Row("", 1, ""), Row("  ", 1, ""), Row("\0\0", 1, ""),
    Row(#"20200101\20201231"#, 1, #"20200102\20210101"#), Row(#"20200101\"#, 1, #"20200102\"#),
    Row(#"\20200101 "#, 1, #"\20200102"#), Row("20200101-20201231", 1, "20200102-20210101"),
    Row("-20200101", 1, "-20200102"), Row("20200101-", 1, "20200102-"),
    Row("2020.01.01-2020.12.31", 1, "20200102-20210101"),
    Row("00000000", 1, nil), Row("20201332", 1, nil), Row("20200230", 1, nil), Row("19000229", 1, nil),
    Row("20200100", 1, nil), Row("00000101", 1, nil), Row("unknown", 1, nil), Row("2020", 1, nil),
    Row("202001", 1, nil), Row("2020-01-01", 1, nil), Row("20200101T", 1, nil), Row("-", 1, nil),
    Row("20200101-x", 1, nil), Row(#"20200101\x"#, 1, nil), Row("２０２００１０１", 1, nil),
    Row("99999999999999999999999999", 1, nil),
  ]

  @Test(arguments: dates)
  func `a DA moves by days`(_ row: Row) {
    #expect(text(row.shift.shiftedDA(row.value.utf8)) == row.expected)
  }

  static let dateTimes: [Row] = [
    Row("20200228235959", 1, "20200229235959"), Row("20200228235959", 0, 1, "20200229000000"),
    Row("20200229120000.123456", -366, "20190228120000.123456"),
    Row("20200229120000.5+0900", 1, "20200301120000.5+0900"),
    Row("20200229120000-0500", 1, "20200301120000-0500"),
    Row("20200101000000.999999", -1, 86_399, "20191231235959.999999"),
    Row("20201231235960", 1, "20210101235960"), Row("20201231235960", 0, 60, "20210101000100"),
    Row("2020", -366, "2018"), Row("2020", 366, "2021"), Row("2020", 365, "2020"),
    Row("202003", -1, "202002"),
    Row("20200301", -1, "20200229"), Row("20200301", -1, 86_399, "20200229"),
    Row("2020030110", 0, 3_600, "2020030111"),
    Row("202003012359", 0, 59, "202003012359"), Row("202003012359", 0, 60, "202003020000"),
    Row("2020+0900", 366, "2021+0900"), Row("202001-0500", -1, "201912-0500"),
    Row("", 1, ""), Row("20200101 ", 1, "20200102"), Row(#"2020\20200101"#, 366, #"2021\20210101"#),
    Row("2019-2021", 365, "2020-2022"), Row("20200101-20201231", 1, "20200102-20210101"),
    Row("-20200101", 1, "-20200102"), Row("20200101-", 1, "20200102-"),
    Row("20200101-0500-20200131-0500", 1, "20200102-0500-20200201-0500"),
    Row("0001", -1, nil), Row("9999", 365, nil), Row("202013", 1, nil), Row("20200230", 1, nil),
    Row("2020010124", 1, nil), Row("202001011260", 1, nil), Row("20200101120061", 1, nil),
    Row("202001011", 1, nil), Row("20200101120000.", 1, nil), Row("20200101120000.1234567", 1, nil),
    Row("202001011200.5", 1, nil), Row("20200101120000+1401", 1, nil), Row("20200101120000+0960", 1, nil),
    Row("20200101 120000", 1, nil), Row("2020010112:00:00", 1, nil), Row("00000000", 1, nil),
    Row("text", 1, nil),
  ]

  @Test(arguments: dateTimes)
  func `a DT moves and keeps its precision and offset`(_ row: Row) {
    #expect(text(row.shift.shiftedDT(row.value.utf8)) == row.expected)
  }

  static let pairs: [(String, String, DateShift, String?)] = [
    ("20200228", "235959", DateShift(days: 0, seconds: 1), "20200229 000000"),
    ("20200228", "235959.25", DateShift(days: -1, seconds: 2), "20200228 000001.25"),
    ("20200228", "23", DateShift(days: 0, seconds: 3_600), "20200229 00"),
    ("20200228", "23:59:59", DateShift(days: 0, seconds: 1), "20200229 000000"),
    ("20200228", "23:59", DateShift(days: 1), "20200229 23:59"),
    ("20200228", "", DateShift(days: 1, seconds: 86_399), "20200229 "),
    ("", "235959", DateShift(days: 1, seconds: 1), " 000000"),
    (
      #"20200228\20200301"#, #"235959\000000"#, DateShift(days: 0, seconds: 1),
      #"20200229\20200301 000000\000001"#
    ),
    (#"20200228\20200301"#, "235959", DateShift(days: 0, seconds: 1), nil),
    ("20200228", "2460", DateShift(days: 0, seconds: 1), nil),
    ("20200228", "246000", DateShift(days: 1), nil),
    ("20200230", "1200", DateShift(days: 1, seconds: 1), nil),
    ("99991231", "235959", DateShift(days: 0, seconds: 1), nil),
  ]

  @Test(arguments: pairs)
  func `a date and its time move as one instant`(
    date: String, time: String, shift: DateShift, expected: String?
  ) {
    let moved = shift.shifted(date: date.utf8, time: time.utf8)
    #expect(moved.map { String(decoding: $0.date + [0x20] + $0.time, as: UTF8.self) } == expected)
  }

  @Test(
    arguments: [
      ("235959", 1, "000000"), ("2359", 60, "0000"), ("120000.5", 0, "120000.5"), ("", 5, ""),
      ("12 ", 3_600, "13"),
      ("12:00:00", 0, "12:00:00"), ("25", 0, nil), ("noon", 0, nil), ("1", 0, nil),
    ] as [(String, Int, String?)])
  func `a TM alone moves round the clock`(value: String, seconds: Int, expected: String?) {
    #expect(text(DateShift(days: -9, seconds: seconds).shiftedTM(value.utf8)) == expected)
  }

  @Test func `seconds beyond a day are carried into the days`() {
    #expect(DateShift(days: 1, seconds: -1) == DateShift(days: 0, seconds: 86_399))
    #expect(DateShift(days: 1, seconds: -86_400) == DateShift(days: 0))
    #expect(DateShift(days: 1, seconds: 172_801) == DateShift(days: 3, seconds: 1))
  }

  /// 400 years, after which the Gregorian calendar repeats, against a calendar that only counts.
  @Test func `every day follows the one before`() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let tomorrow = DateShift(days: 1)
    var current = Array("18990101".utf8)
    for year in 1899..<2299 {
      for month in 1...12 {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        for day in 1...(lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)) {
          let number = year * 10_000 + month * 100 + day
          guard current == Array(String(number).utf8), let next = tomorrow.shiftedDA(current) else {
            Issue.record("\(number) is not the day after the one before")
            return
          }
          current = next
        }
      }
    }
  }

  @Test func `intervals are kept`() {
    let shift = DateShift(days: -48_000)
    let first = shift.shiftedDA("20160228".utf8).flatMap(DateShift(days: 1_000).shiftedDA)
    #expect(first == DateShift(days: 1_000).shiftedDA("20160228".utf8).flatMap(shift.shiftedDA))
  }

  private func text(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }
}
