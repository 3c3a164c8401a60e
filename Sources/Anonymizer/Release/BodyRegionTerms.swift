internal import DICOMCore

/// Words that name a part of the body, found in one pass over the bytes of a text: this runs for every slice.
struct BodyRegionTerms: Sendable {
  /// The terms in UTF-8 and upper case, by their first byte.
  private let terms: [[[UInt8]]]

  init(_ words: [String]) {
    var terms = [[[UInt8]]](repeating: [], count: 256)
    for word in words {
      let bytes = Array(word.utf8)
      if let first = bytes.first { terms[Int(first)].append(bytes) }
    }
    self.terms = terms
  }

  /// Whether `text`, in UTF-8 and upper case, mentions a term.
  ///
  /// Short ones count only as words of their own or in the plural: HEART has no EAR, CARDIAC no IAC, PHARMA no ARM.
  func isMentioned(in text: [UInt8]) -> Bool {
    for start in text.indices {
      for term in terms[Int(text[start])] where text[start...].starts(with: term) {
        if term.count > 3 || !Self.isLetter(term[0]) { return true }
        var end = start + term.count
        if end < text.count, text[end] == UInt8(ascii: "S") { end += 1 }
        let isWord =
          (start == 0 || !Self.isLetter(text[start - 1])) && (end == text.count || !Self.isLetter(text[end]))
        if isWord { return true }
      }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
