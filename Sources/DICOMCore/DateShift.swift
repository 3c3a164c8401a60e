/// How far the dates of one patient move; one shift for all of them keeps every interval.
///
/// PS3.15 §E.3.6.
public struct DateShift: Hashable, Sendable {
  /// Whole days, negative into the past.
  public let days: Int
  /// Seconds on top of the days, 0…86,399; 0 leaves every time of day as it is.
  public let seconds: Int

  /// Seconds outside 0…86,399 are carried into the days.
  public init(days: Int, seconds: Int = 0) {
    let carried = seconds.quotientAndRemainder(dividingBy: Self.secondsPerDay)
    let isNegative = carried.remainder < 0
    self.days = days + carried.quotient - (isNegative ? 1 : 0)
    self.seconds = carried.remainder + (isNegative ? Self.secondsPerDay : 0)
  }

  static let secondsPerDay = 86_400

  /// The date and the second of the day after the shift; nil outside the years 0001–9999.
  func moved(_ date: CivilDate, second: Int) -> (date: CivilDate, second: Int)? {
    // A leap second, which is the second 86,400 of its day, stays one under a shift by whole days.
    if seconds == 0 { return CivilDate(dayNumber: date.dayNumber + days).map { ($0, second) } }
    let total = second + seconds
    return CivilDate(dayNumber: date.dayNumber + days + total / Self.secondsPerDay).map {
      ($0, total % Self.secondsPerDay)
    }
  }
}
