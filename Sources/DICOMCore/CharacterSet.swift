/// The repertoire of a data set's text, as its Specific Character Set (0008,0005) declares it.
///
/// PS3.3 §C.12.1.1.2, PS3.5 §6.1.
public struct CharacterSet: Hashable, Sendable {
  let coding: Coding
  /// Sets that a later value of (0008,0005) announced; they matter only as a hint where the text breaks the
  /// rules.
  let announced: Set<Int>

  /// What no declaration means: ISO-IR 6, plain ASCII.
  public static let standard = CharacterSet(definedTerms: [])

  /// Reads the value field of (0008,0005), padding included; usual misspellings of the terms are understood.
  public init(definedTerms bytes: [UInt8]) {
    let terms = bytes.split(separator: 0x5C, omittingEmptySubsequences: false).map(DefinedTerm.init)
    coding = Coding(terms)
    announced = Set(terms.compactMap(\.registration))
  }

  /// The encoding that value 1 declares.
  public var encoding: TextEncoding {
    switch coding {
    case .sets(let g0, let g1, let isExtended): isExtended ? .iso2022 : TextEncoding(g0: g0, g1: g1)
    case .utf8: .utf8
    case .gb18030: .gb18030
    case .gbk: .gbk
    case .unknown: .unknown
    }
  }

  /// The text that `bytes` mean by the declaration, or nil when a byte breaks it.
  ///
  /// - Parameters:
  ///   - bytes: a whole value field, or one value of it; padding stays.
  ///   - vr: decides which delimiters end a code extension, and whether 0x5C of JIS X 0201 separates values.
  /// - Returns: the text with its delimiters and padding.
  public func decode(_ bytes: [UInt8], vr: VR = .LO) -> String? { decode(bytes[...], vr: vr) }

  /// The same for a part of a larger buffer.
  public func decode(_ bytes: ArraySlice<UInt8>, vr: VR = .LO) -> String? {
    if bytes.isPlainASCII, !coding.startsWithRomaji { return String(decoding: bytes, as: UTF8.self) }
    switch coding {
    case .sets(let g0, let g1, let isExtended):
      // Without code extensions an escape sequence has no meaning.
      guard isExtended || !bytes.contains(ASCII.escape) else { return nil }
      var decoder = ISO2022Decoder(g0: g0, g1: g1, delimiters: vr.delimiters, tolerance: .strict)
      return decoder.decode(bytes)
    case _ where bytes.contains(ASCII.escape): return nil
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .gb18030: return IconvEncoding.gb18030.text(of: bytes)
    case .gbk: return IconvEncoding.gbk.text(of: bytes)
    case .unknown: return nil
    }
  }

  /// How (0008,0005) says to read bytes.
  enum Coding: Hashable, Sendable {
    case sets(g0: GraphicSet, g1: GraphicSet?, isExtended: Bool)
    case utf8
    case gb18030
    case gbk
    /// Value 1 is no defined term.
    case unknown

    var startsWithRomaji: Bool {
      if case .sets(g0: .romaji, _, _) = self { true } else { false }
    }
  }
}

extension VR {
  /// Delimiters before which a code extension ends, besides control characters.
  ///
  /// PS3.5 §6.1.2.5.3.
  var delimiters: ASCIISet {
    switch self {
    case .PN: #"\^="#
    case _ where isMultiValued: #"\"#
    default: ""
    }
  }
}

extension ArraySlice<UInt8> {
  /// Every byte is below 0x80 and none starts an escape sequence.
  var isPlainASCII: Bool { reduce(0, |) < 0x80 && !contains(ASCII.escape) }
}
