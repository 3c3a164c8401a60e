/// A tag as the tables print it, where `x` stands for any hexadecimal digit.
struct TagPattern: Comparable {
  let value: UInt32
  /// One bits where the tag is fixed.
  let mask: UInt32

  var isExact: Bool { mask == .max }

  init?(_ text: String) {
    let digits = text.filter { !"(),".contains($0) }
    guard digits.count == 8,
      let value = UInt32(digits.replacing("x", with: "0"), radix: 16),
      let mask = UInt32(String(digits.map { $0 == "x" ? "0" : "F" }), radix: 16)
    else { return nil }
    self.value = value
    self.mask = mask
  }

  static func < (lhs: TagPattern, rhs: TagPattern) -> Bool { (lhs.value, lhs.mask) < (rhs.value, rhs.mask) }
}

/// `number` in upper-case hexadecimal with leading zeros.
func hex(_ number: some BinaryInteger, digits: Int) -> String {
  let text = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
