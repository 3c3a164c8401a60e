/// Splits the bytes of a value field into values and puts them together again.
///
/// PS3.5 §6.4; never for text that (0008,0005) governs, whose characters may contain the byte of a backslash.
enum ValueField {
  /// The values of a field, without the spaces and NULs around them; a field of padding has one empty value.
  static func values(of field: some Sequence<UInt8>) -> [ArraySlice<UInt8>] {
    Array(field).split(separator: ASCII.backslash, omittingEmptySubsequences: false).map { value in
      let start = value.firstIndex { !isPadding($0) } ?? value.endIndex
      let end = value.lastIndex { !isPadding($0) }.map { $0 + 1 } ?? value.endIndex
      return value[start..<end]
    }
  }

  /// Puts values into a field again.
  static func joined(_ values: [[UInt8]]) -> [UInt8] { Array(values.joined(separator: [ASCII.backslash])) }

  /// Transforms every value that is not empty; nil when one cannot be transformed.
  static func map(
    of field: some Sequence<UInt8>, _ transform: (ArraySlice<UInt8>) -> [UInt8]?
  ) -> [UInt8]? {
    var result: [[UInt8]] = []
    for value in values(of: field) {
      guard let moved = value.isEmpty ? [] : transform(value) else { return nil }
      result.append(moved)
    }
    return result.count == 1 ? result[0] : joined(result)
  }

  /// Transforms a value or both ends of a range; an end may be open, not both.
  ///
  /// A hyphen also starts an offset from UTC, so every place where both sides are values is tried, the whole
  /// first.
  static func mapRange(_ value: ArraySlice<UInt8>, single: (ArraySlice<UInt8>) -> [UInt8]?) -> [UInt8]? {
    if let moved = single(value) { return moved }
    guard value.count > 1 else { return nil }
    for index in value.indices where value[index] == ASCII.hyphen {
      let (from, to) = (value[..<index], value[(index + 1)...])
      guard let from = from.isEmpty ? [] : single(from), let to = to.isEmpty ? [] : single(to) else {
        continue
      }
      return from + [ASCII.hyphen] + to
    }
    return nil
  }

  private static func isPadding(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x00 }
}
