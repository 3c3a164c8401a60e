/// Characters that delimit parts of values.
enum ASCII {
  static let escape: UInt8 = 0x1B
  static let plus: UInt8 = 0x2B
  static let hyphen: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let colon: UInt8 = 0x3A
  static let backslash: UInt8 = 0x5C
}

/// The number that digits write; nil for anything else, also for none.
func decimal(_ digits: some Collection<UInt8>) -> Int? {
  guard !digits.isEmpty else { return nil }
  var number = 0
  for digit in digits {
    guard (0x30...0x39).contains(digit) else { return nil }
    number = number * 10 + Int(digit - 0x30)
  }
  return number
}

/// The last `count` digits of a number, with leading zeros.
func decimalDigits(_ number: Int, count: Int) -> [UInt8] {
  var digits = [UInt8](repeating: 0x30, count: count)
  var rest = number
  for index in digits.indices.reversed() {
    digits[index] += UInt8(rest % 10)
    rest /= 10
  }
  return digits
}
