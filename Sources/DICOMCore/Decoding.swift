/// A reading of bytes as text, one of several that may be meant.
public struct Decoding: Hashable, Sendable {
  public let encoding: TextEncoding
  public let text: String

  public init(encoding: TextEncoding, text: String) {
    self.encoding = encoding
    self.text = text
  }
}

/// The name of a way to read bytes as text.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case ascii = "ISO-IR 6"
  /// JIS X 0201: romaji and half-width katakana.
  case jisX0201 = "ISO-IR 13"
  case latin1 = "ISO 8859-1"
  case latin2 = "ISO 8859-2"
  case latin3 = "ISO 8859-3"
  case latin4 = "ISO 8859-4"
  case cyrillic = "ISO 8859-5"
  case arabic = "ISO 8859-6"
  case greek = "ISO 8859-7"
  case hebrew = "ISO 8859-8"
  case latin5 = "ISO 8859-9"
  case latin9 = "ISO 8859-15"
  case thai = "TIS 620"
  case iso2022 = "ISO 2022"
  /// ISO 2022 with vendors' characters (㈱ ① 髙) or with delimiters that forgot to return to the first set.
  case iso2022Vendor = "ISO 2022, vendor's"
  /// ISO 2022 with U+FFFD for what means nothing.
  case iso2022Damaged = "ISO 2022, damaged"
  case utf8 = "UTF-8"
  case gb18030 = "GB 18030"
  case gbk = "GBK"
  case eucCN = "EUC-CN"
  case eucKR = "EUC-KR"
  case eucJP = "EUC-JP"
  /// Windows code page 932, the Shift-JIS of Japanese devices.
  case cp932 = "CP932"
  /// Windows code page 949, the superset of EUC-KR.
  case cp949 = "CP949"
  /// UTF-8 or CP932 that a sender took for a Western code page and encoded once more in UTF-8.
  case twiceEncoded = "encoded twice"
  /// A declaration that is no defined term.
  case unknown = "unknown"

  init(g0: GraphicSet, g1: GraphicSet?) {
    self =
      switch (g0, g1) {
      case (_, .right(let encoding)): TextEncoding(encoding)
      case (_, .katakana), (.romaji, _): .jisX0201
      case (_, .ksX1001): .eucKR
      case (_, .gb2312): .eucCN
      default: .ascii
      }
  }

  init(_ encoding: IconvEncoding) {
    self =
      switch encoding {
      case .cp932: .cp932
      case .cp949: .cp949
      case .eucCN: .eucCN
      case .eucJP, .eucJPMicrosoft: .eucJP
      case .eucKR: .eucKR
      case .gb18030: .gb18030
      case .gbk: .gbk
      case .iso8859_1: .latin1
      case .iso8859_2: .latin2
      case .iso8859_3: .latin3
      case .iso8859_4: .latin4
      case .iso8859_5: .cyrillic
      case .iso8859_6: .arabic
      case .iso8859_7: .greek
      case .iso8859_8: .hebrew
      case .iso8859_9: .latin5
      case .iso8859_15: .latin9
      case .tis620: .thai
      }
  }
}
