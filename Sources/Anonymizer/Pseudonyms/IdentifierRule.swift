// Foundation only for NFKC, which the standard library has no public function for (nor has
// FoundationEssentials).
internal import Foundation

/// How a site writes one patient ID in several ways.
public struct IdentifierRule: Hashable, Sendable {
  /// Leading zeros of an ID of digits do not count: 0012345 is 12345.
  public var ignoresLeadingZeros: Bool
  /// Hyphens of any form, spaces and underscores do not count: 123-45 is 12345.
  public var ignoresSeparators: Bool

  public init(ignoresLeadingZeros: Bool = true, ignoresSeparators: Bool = true) {
    self.ignoresLeadingZeros = ignoresLeadingZeros
    self.ignoresSeparators = ignoresSeparators
  }

  /// The rule of a site that has none of its own.
  public static let standard = IdentifierRule()

  /// Only what never distinguishes: width, case, spaces around.
  public static let exact = IdentifierRule(ignoresLeadingZeros: false, ignoresSeparators: false)

  /// The one form of an ID: NFKC, no spaces around, upper case, then this rule; empty for an ID of separators
  /// only.
  public func canonical(_ id: some StringProtocol) -> String {
    var text = Self.folded(id)
    if ignoresSeparators { text.unicodeScalars.removeAll(where: isSeparator) }
    guard ignoresLeadingZeros, !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return text
    }
    let significant = text.utf8.drop { $0 == 0x30 }
    return significant.isEmpty ? "0" : String(decoding: significant, as: UTF8.self)
  }

  /// NFKC, upper case, without controls, invisible characters and the spaces around.
  static func folded(_ text: some StringProtocol) -> String {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let composed = isASCII ? String(text) : text.precomposedStringWithCompatibilityMapping
    var scalars = composed.uppercased().unicodeScalars
    scalars.removeAll {
      $0.properties.isDefaultIgnorableCodePoint || $0.properties.generalCategory == .control
    }
    return trimmed(String(scalars))
  }

  /// Without the white space around.
  static func trimmed(_ text: String) -> String {
    let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    var scalars = text.unicodeScalars[...]
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars.drop(while: isSpace))
  }
}

/// Spaces, underscores, every dash, the minus sign, and the prolonged sound mark that keyboards give for a
/// hyphen.
private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "_", "\u{2212}", "\u{30FC}": true
  default: scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation
  }
}
