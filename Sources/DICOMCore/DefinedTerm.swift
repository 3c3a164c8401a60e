/// One value of Specific Character Set (0008,0005).
struct DefinedTerm {
  enum Meaning {
    case absent
    /// The number of an ISO registration.
    case registration(Int)
    case utf8
    case gb18030
    case gbk
    case unknown
  }

  let meaning: Meaning
  /// Written in the form for code extensions, `ISO 2022 IR n`.
  let isExtended: Bool

  /// Only letters and digits count, so `ISO_IR 100`, `ISO-IR 100` and `iso ir 100` are one, and `ISO 2020 IR
  /// 87` (dcm4che issue 869) is an extension like `ISO 2022 IR 87`.
  init(_ value: ArraySlice<UInt8>) {
    let letters = String(decoding: value.filter(\.isAlphanumeric), as: UTF8.self).uppercased()
    isExtended = letters.hasPrefix("ISO20")
    switch letters {
    case "": meaning = .absent
    case "ISOIR192", "ISO2022IR192", "UTF8", "ISOIRUTF8": meaning = .utf8
    case "GB18030", "ISOIRGB18030": meaning = .gb18030
    case "GBK", "ISOIRGBK": meaning = .gbk
    case "GB2312": meaning = .registration(58)
    default:
      let digits = letters.hasPrefix("ISO") ? letters.split(separator: "IR").last.flatMap { Int($0) } : nil
      meaning = digits.map(Meaning.registration) ?? .unknown
    }
  }

  var registration: Int? {
    if case .registration(let number) = meaning { number } else { nil }
  }
}

extension CharacterSet.Coding {
  init(_ terms: [DefinedTerm]) {
    let isExtended = terms.contains(where: \.isExtended) || terms.count > 1
    switch terms.first?.meaning ?? .absent {
    case .absent: self = .sets(g0: .ascii, g1: nil, isExtended: isExtended)
    case .utf8: self = .utf8
    case .gb18030: self = .gb18030
    case .gbk: self = .gbk
    case .unknown: self = .unknown
    case .registration(let number):
      guard let sets = initialSets(number) else {
        self = .unknown
        return
      }
      self = .sets(g0: sets.g0, g1: sets.g1, isExtended: isExtended)
    }
  }
}

/// The sets in force at the start of a value, by the registration in value 1.
///
/// Two-byte sets must not be value 1. Devices write them there all the same: those in G0 then start as ASCII
/// and those in G1 stand without an escape sequence.
private func initialSets(_ registration: Int) -> (g0: GraphicSet, g1: GraphicSet?)? {
  switch registration {
  case 6, 87, 159: (.ascii, nil)
  case 13: (.romaji, .katakana)
  case 14: (.romaji, nil)
  case 58: (.ascii, .gb2312)
  case 100: (.ascii, .right(.iso8859_1))
  case 101: (.ascii, .right(.iso8859_2))
  case 109: (.ascii, .right(.iso8859_3))
  case 110: (.ascii, .right(.iso8859_4))
  case 126: (.ascii, .right(.iso8859_7))
  case 127: (.ascii, .right(.iso8859_6))
  case 138: (.ascii, .right(.iso8859_8))
  case 144: (.ascii, .right(.iso8859_5))
  case 148: (.ascii, .right(.iso8859_9))
  case 149: (.ascii, .ksX1001)
  case 166: (.ascii, .right(.tis620))
  case 203: (.ascii, .right(.iso8859_15))
  default: nil
  }
}

extension UInt8 {
  /// 0–9, A–Z or a–z of ASCII.
  var isAlphanumeric: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
