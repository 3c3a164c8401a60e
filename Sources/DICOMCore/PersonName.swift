/// A person's name in up to three writings, each in up to five components.
///
/// PS3.5 §6.2.1. Groups and components beyond these, which broken data has, are kept so that no part escapes
/// a search.
public struct PersonName: Hashable, Sendable {
  /// One writing of the name.
  public struct Group: Hashable, Sendable {
    /// Family, given, middle, prefix, suffix, as far as written; trailing and leading spaces removed.
    public let components: [String]

    public init(components: [String]) { self.components = components }

    public var family: String { component(0) }
    public var given: String { component(1) }
    public var middle: String { component(2) }
    public var prefix: String { component(3) }
    public var suffix: String { component(4) }

    /// No component has a character.
    public var isEmpty: Bool { components.allSatisfy(\.isEmpty) }

    private func component(_ index: Int) -> String { index < components.count ? components[index] : "" }
  }

  /// Alphabetic, ideographic, phonetic, as far as written.
  public let groups: [Group]

  public var alphabetic: Group { group(0) }
  public var ideographic: Group { group(1) }
  public var phonetic: Group { group(2) }

  /// No group has a character.
  public var isEmpty: Bool { groups.allSatisfy(\.isEmpty) }

  /// Splits decoded text; never split bytes, since 本 contains the byte of `\` and ^ and = occur likewise.
  public init(_ text: some StringProtocol) {
    groups = pieces(of: text, at: "=").map { group in
      Group(components: pieces(of: group, at: "^").map(trimmed))
    }
  }

  /// The one name in a value field, nil when the bytes break the declared character set.
  public init?(decoding bytes: [UInt8], in characterSet: CharacterSet) {
    guard let text = characterSet.decode(bytes, vr: .PN) else { return nil }
    self.init(text)
  }

  /// All names of a multi-valued field, nil when the bytes break the declared character set.
  public static func values(decoding bytes: [UInt8], in characterSet: CharacterSet) -> [PersonName]? {
    characterSet.decode(bytes, vr: .PN).map { text in
      pieces(of: text, at: "\\").map { PersonName($0) }
    }
  }

  private func group(_ index: Int) -> Group { index < groups.count ? groups[index] : Group(components: []) }
}

/// Splits by scalar, not by `Character`: a combining mark after a delimiter must not hide it.
private func pieces(of text: some StringProtocol, at delimiter: Unicode.Scalar) -> [Substring] {
  let text = Substring(text)
  return text.unicodeScalars.split(separator: delimiter, omittingEmptySubsequences: false).map(Substring.init)
}

private func trimmed(_ text: Substring) -> String {
  let isPadding: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\0" || $0 == "\u{3000}" }
  var scalars = text.unicodeScalars
  while let last = scalars.last, isPadding(last) { scalars.removeLast() }
  return String(scalars.drop(while: isPadding))
}
