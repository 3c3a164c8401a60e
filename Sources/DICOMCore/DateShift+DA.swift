extension DateShift {
  /// Moves a DA value field by the whole days of the shift, nil when one of its values is not a date.
  ///
  /// Values are separated by backslashes; an empty one stays empty, a range `A-B`, `A-` or `-B` moves at both
  /// ends, and the old form YYYY.MM.DD is written as YYYYMMDD. Padding is dropped. Seconds have no say:
  /// without a time, a day counts from its midnight, and less than a day added to midnight does not leave the
  /// day.
  ///
  /// PS3.5 §6.2.
  public func shiftedDA(_ field: some Sequence<UInt8>) -> [UInt8]? {
    ValueField.map(of: field) { value in ValueField.mapRange(value, single: shiftedDate) }
  }

  /// Moves a TM value field by the seconds of the shift, round the clock, nil when a value is not a time.
  ///
  /// For a time whose date is unknown; a whole-day shift returns the same times.
  public func shiftedTM(_ field: some Sequence<UInt8>) -> [UInt8]? {
    ValueField.map(of: field) { value in
      guard let time = TimeOfDay(value) else { return nil }
      guard seconds != 0 else { return Array(value) }
      return time.written(second: (time.second + seconds) % Self.secondsPerDay)
    }
  }

  /// Moves a date and the time that belongs to it as one instant, nil when either is invalid or their counts
  /// differ.
  ///
  /// A time of lower precision stands for its first instant and is cut to the same precision again. Where a
  /// time is empty, its date moves by whole days; where a date is empty, its time moves round the clock.
  public func shifted(
    date dateField: some Sequence<UInt8>, time timeField: some Sequence<UInt8>
  ) -> (date: [UInt8], time: [UInt8])? {
    let dates = ValueField.values(of: dateField)
    let times = ValueField.values(of: timeField)
    guard dates.count == times.count else { return nil }
    var moved: (date: [[UInt8]], time: [[UInt8]]) = ([], [])
    for (date, time) in zip(dates, times) {
      guard let pair = shiftedPair(date, time) else { return nil }
      moved.date.append(pair.date)
      moved.time.append(pair.time)
    }
    return (ValueField.joined(moved.date), ValueField.joined(moved.time))
  }

  private func shiftedPair(
    _ date: ArraySlice<UInt8>, _ time: ArraySlice<UInt8>
  ) -> (date: [UInt8], time: [UInt8])? {
    if seconds == 0 || date.isEmpty || time.isEmpty {
      guard let date = shiftedDA(date), let time = shiftedTM(time) else { return nil }
      return (date, time)
    }
    guard let day = calendarDate(date), let clock = TimeOfDay(time),
      let moved = moved(day, second: clock.second)
    else { return nil }
    return (digits(of: moved.date), clock.written(second: moved.second))
  }

  private func shiftedDate(_ value: ArraySlice<UInt8>) -> [UInt8]? {
    calendarDate(value).flatMap { CivilDate(dayNumber: $0.dayNumber + days) }.map(digits)
  }
}

/// YYYYMMDD, or YYYY.MM.DD of ACR-NEMA.
private func calendarDate(_ value: ArraySlice<UInt8>) -> CivilDate? {
  let bytes: ArraySlice<UInt8>
  let (first, second) = (value.startIndex + 4, value.startIndex + 7)
  if value.count == 10, value[first] == ASCII.dot, value[second] == ASCII.dot {
    bytes = value[..<first] + value[(first + 1)..<second] + value[(second + 1)...]
  } else {
    bytes = value
  }
  guard bytes.count == 8, let number = decimal(bytes) else { return nil }
  return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
}

/// YYYYMMDD.
func digits(of date: CivilDate) -> [UInt8] {
  let (year, month, day) = date.components
  return decimalDigits(year * 10_000 + month * 100 + day, count: 8)
}
