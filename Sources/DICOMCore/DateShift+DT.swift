extension DateShift {
  /// Moves a DT value field, nil when one of its values is not a date and time.
  ///
  /// Values are separated by backslashes; an empty one stays empty, and a range moves at both ends. A value
  /// of lower precision (YYYY, YYYYMM, …) stands for its first instant and is cut to the same precision
  /// again; fractions of a second and the offset from UTC stay. Padding is dropped.
  ///
  /// PS3.5 §6.2.
  public func shiftedDT(_ field: some Sequence<UInt8>) -> [UInt8]? {
    ValueField.map(of: field) { value in ValueField.mapRange(value, single: shiftedDateTime) }
  }

  private func shiftedDateTime(_ value: ArraySlice<UInt8>) -> [UInt8]? {
    let sign = value.lastIndex { $0 == ASCII.plus || $0 == ASCII.hyphen } ?? value.endIndex
    let offset = value[sign...]
    guard offset.isEmpty || isOffset(offset) else { return nil }
    let instant = value[..<sign]
    let dateDigits = min(instant.count, 8)
    guard let number = decimal(instant.prefix(dateDigits)) else { return nil }
    let date: CivilDate? =
      switch dateDigits {
      case 4: CivilDate(year: number, month: 1, day: 1)
      case 6: CivilDate(year: number / 100, month: number % 100, day: 1)
      case 8: CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      default: nil
      }
    guard let date else { return nil }
    let clock = instant.dropFirst(dateDigits)
    guard !clock.isEmpty else {
      return moved(date, second: 0).map { Array(digits(of: $0.date).prefix(dateDigits)) + offset }
    }
    guard let time = TimeOfDay(clock), !clock.contains(ASCII.colon) else { return nil }
    guard let moved = moved(date, second: time.second) else { return nil }
    let shiftedClock = seconds == 0 ? Array(clock) : time.written(second: moved.second)
    return digits(of: moved.date) + shiftedClock + offset
  }

  /// &ZZXX: hours and minutes from UTC, −1200…+1400.
  private func isOffset(_ suffix: ArraySlice<UInt8>) -> Bool {
    guard suffix.count == 5, let number = decimal(suffix.dropFirst()), number % 100 < 60 else { return false }
    return number <= (suffix.first == ASCII.plus ? 1400 : 1200)
  }
}
