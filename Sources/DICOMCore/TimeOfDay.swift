/// A time of day as a TM value writes it: HH, HHMM, HHMMSS or HHMMSS.F…, the old colons accepted.
///
/// PS3.5 §6.2.
struct TimeOfDay {
  /// Seconds since midnight, of the first instant that the value covers; a leap second counts as the next
  /// minute's first.
  let second: Int
  /// Digits of the clock that are written, 2, 4 or 6.
  private let precision: Int
  /// The point and 1–6 digits, or nothing.
  private let fraction: ArraySlice<UInt8>

  init?(_ value: ArraySlice<UInt8>) {
    let point = value.firstIndex(of: ASCII.dot) ?? value.endIndex
    fraction = value[point...]
    var clock = value[..<point]
    if clock.contains(ASCII.colon) {
      guard clock.count == 5 || clock.count == 8,
        zip(clock.indices, clock).allSatisfy({
          ($0 - clock.startIndex) % 3 == 2 ? $1 == ASCII.colon : $1 != ASCII.colon
        })
      else { return nil }
      clock.removeAll { $0 == ASCII.colon }
    }
    precision = clock.count
    guard precision == 2 || precision == 4 || precision == 6, let number = decimal(clock) else { return nil }
    // Only a whole HHMMSS may have a fraction, of at most six digits.
    guard fraction.isEmpty || (precision == 6 && (2...7).contains(fraction.count)),
      fraction.isEmpty || decimal(fraction.dropFirst()) != nil
    else { return nil }
    let full = precision == 6 ? number : precision == 4 ? number * 100 : number * 10_000
    let (hours, minutes, seconds) = (full / 10_000, full / 100 % 100, full % 100)
    guard hours < 24, minutes < 60, seconds <= 60 else { return nil }
    second = hours * 3600 + minutes * 60 + seconds
  }

  /// Another second of the day in this value's precision, with its fraction, without colons.
  func written(second: Int) -> [UInt8] {
    let number = second / 3600 * 10_000 + second / 60 % 60 * 100 + second % 60
    return Array(decimalDigits(number, count: 6).prefix(precision)) + fraction
  }
}
