/// A day of the Gregorian calendar, counted from 1970-01-01.
///
/// Algorithms `days_from_civil` and `civil_from_days` of Hinnant 2013 (chrono-compatible low-level date
/// algorithms).
struct CivilDate: Hashable {
  /// Days since 1970-01-01.
  let dayNumber: Int

  /// The days that four digits of the year can write.
  static let writable = dayNumber(1, 1, 1)...dayNumber(9999, 12, 31)

  /// Nil when the calendar has no such day.
  init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length =
      switch month {
      case 2: isLeap ? 29 : 28
      case 4, 6, 9, 11: 30
      default: 31
      }
    guard day <= length else { return nil }
    dayNumber = Self.dayNumber(year, month, day)
  }

  /// Nil outside the years 0001–9999.
  init?(dayNumber: Int) {
    guard Self.writable.contains(dayNumber) else { return nil }
    self.dayNumber = dayNumber
  }

  /// Year, month and day; a year starts in March inside, so that the leap day is its last.
  var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + Self.epoch
    let era = shifted / Self.daysPerEra
    let dayOfEra = shifted % Self.daysPerEra
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
  }

  /// Days of 400 Gregorian years, after which the calendar repeats.
  private static let daysPerEra = 146_097
  /// Days from 0000-03-01 to 1970-01-01.
  private static let epoch = 719_468

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * daysPerEra + dayOfEra - epoch
  }
}
