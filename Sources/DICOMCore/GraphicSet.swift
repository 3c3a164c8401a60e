/// A set of graphic characters that ISO 2022 places in the left (G0) or right (G1) half of the code table.
///
/// PS3.3 §C.12.1.1.2, Tables C.12-3 and C.12-4.
enum GraphicSet: Hashable, Sendable {
  /// ISO-IR 6.
  case ascii
  /// ISO-IR 14, the left half of JIS X 0201: ASCII but for ¥ and ‾.
  case romaji
  /// ISO-IR 13, the right half of JIS X 0201.
  case katakana
  /// The right half of one of the ISO 8859 family, or of TIS 620.
  case right(IconvEncoding)
  /// ISO-IR 87.
  case jisX0208
  /// ISO-IR 159.
  case jisX0212
  /// ISO-IR 149.
  case ksX1001
  /// ISO-IR 58.
  case gb2312

  var bytesPerCharacter: Int {
    switch self {
    case .ascii, .romaji, .katakana, .right: 1
    case .jisX0208, .jisX0212, .ksX1001, .gb2312: 2
    }
  }

  /// A set of 96 also uses the first and last place of its half, 10/0 and 15/15.
  var has96Places: Bool {
    if case .right = self { true } else { false }
  }

  /// The text of codes without their high bit, in whole characters, or nil when a place is empty.
  ///
  /// - Parameters:
  ///   - codes: bytes 0x20…0x7F, whole characters only.
  ///   - vendor: use Microsoft's supersets, which Japanese devices write under the standard's names.
  /// - Returns: one character per code.
  func text(of codes: ArraySlice<UInt8>, vendor: Bool) -> String? {
    let right = codes.lazy.map { $0 | 0x80 }
    switch self {
    case .ascii: return String(decoding: codes, as: UTF8.self)
    case .romaji: return String(String.UnicodeScalarView(codes.map(romajiScalar)))
    case .katakana: return halfWidthKatakana(codes)
    case .right(let encoding): return encoding.text(of: right)
    case .jisX0208:
      return vendor ? IconvEncoding.cp932.text(of: shiftJIS(codes)) : IconvEncoding.eucJP.text(of: right)
    case .ksX1001: return (vendor ? IconvEncoding.cp949 : .eucKR).text(of: right)
    case .gb2312: return (vendor ? IconvEncoding.gbk : .eucCN).text(of: right)
    case .jisX0212:
      // EUC-JP announces each character of its third code set by SS3.
      let singleShift3: UInt8 = 0x8F
      let shifted = stride(from: codes.startIndex, to: codes.endIndex, by: 2).flatMap {
        [singleShift3, codes[$0] | 0x80, codes[$0 + 1] | 0x80]
      }
      return (vendor ? IconvEncoding.eucJPMicrosoft : .eucJP).text(of: shifted)
    }
  }
}

private func romajiScalar(_ code: UInt8) -> Unicode.Scalar {
  switch code {
  case 0x5C: "¥"
  case 0x7E: "‾"
  default: Unicode.Scalar(code)
  }
}

/// JIS X 0208 codes in Shift-JIS form: only code page 932 has NEC's row 13 (㈱, ①) and rows 89–92 (髙, 﨑).
private func shiftJIS(_ codes: ArraySlice<UInt8>) -> [UInt8] {
  stride(from: codes.startIndex, to: codes.endIndex, by: 2).flatMap { index -> [UInt8] in
    let (row, cell) = (codes[index], codes[index + 1])
    let lead = (row - 0x21) / 2 + (row <= 0x5E ? 0x81 : 0xC1)
    let isOddRow = row % 2 == 1
    return [lead, isOddRow ? cell + (cell < 0x60 ? 0x1F : 0x20) : cell + 0x7E]
  }
}

/// JIS X 0201 0xA1…0xDF are U+FF61…U+FF9F in the same order.
private func halfWidthKatakana(_ codes: ArraySlice<UInt8>) -> String? {
  guard codes.allSatisfy({ (0x21...0x5F).contains($0) }) else { return nil }
  let offset: UInt32 = 0xFEC0
  return String(String.UnicodeScalarView(codes.compactMap { Unicode.Scalar(UInt32($0 | 0x80) + offset) }))
}

/// What an escape sequence designates.
struct Designation: Sendable {
  /// The bytes after ESC.
  let code: [UInt8]
  let set: GraphicSet
  let isG1: Bool

  /// The designation that `bytes` begin with; `bytes` start after ESC.
  static func leading(_ bytes: ArraySlice<UInt8>) -> Designation? {
    all.first { bytes.starts(with: $0.code) }
  }

  /// Tables C.12-3 and C.12-4 of PS3.3, then four that the standard does not list and devices write:
  /// JIS C 6226-1978, the long form of JIS X 0208, katakana in G0, and KS X 1001 in G0.
  private static let all: [Designation] = [
    Designation("(B", .ascii), Designation("(J", .romaji), Designation(")I", .katakana, isG1: true),
    Designation("$B", .jisX0208), Designation("$(D", .jisX0212),
    Designation("$)C", .ksX1001, isG1: true), Designation("$)A", .gb2312, isG1: true),
    Designation("-A", .right(.iso8859_1), isG1: true), Designation("-B", .right(.iso8859_2), isG1: true),
    Designation("-C", .right(.iso8859_3), isG1: true), Designation("-D", .right(.iso8859_4), isG1: true),
    Designation("-L", .right(.iso8859_5), isG1: true), Designation("-G", .right(.iso8859_6), isG1: true),
    Designation("-F", .right(.iso8859_7), isG1: true), Designation("-H", .right(.iso8859_8), isG1: true),
    Designation("-M", .right(.iso8859_9), isG1: true), Designation("-b", .right(.iso8859_15), isG1: true),
    Designation("-T", .right(.tis620), isG1: true),
    Designation("$@", .jisX0208), Designation("$(B", .jisX0208), Designation("(I", .katakana),
    Designation("$(C", .ksX1001),
  ]

  private init(_ code: StaticString, _ set: GraphicSet, isG1: Bool = false) {
    self.code = Array(code.description.utf8)
    self.set = set
    self.isG1 = isG1
  }
}
