public import DICOMCore

/// Whether an IOD requires an attribute and its value.
///
/// PS3.5 §7.4.
public enum AttributeType: UInt8, Sendable, CaseIterable {
  case one
  case oneConditional
  case two
  case twoConditional
  case three
}

/// The types of the attributes whose action in Table E.1-1 is compound, for one SOP class.
///
/// PS3.3.
public struct AttributeTypes: Sendable, Hashable {
  private let sopClass: UInt32

  /// Nil for a SOP class whose IOD the table does not have.
  public init?(sopClass uid: UID) {
    guard let index = Self.sopClasses.binarySearch(uid.rawValue, key: \.self) else { return nil }
    sopClass = UInt32(index)
  }

  /// The strictest type over the modules of the IOD; nil where the IOD has no such attribute in that place.
  ///
  /// `path` are the sequences around the attribute, outermost first; only the innermost counts.
  public func type(of tag: Tag, path: [Tag] = []) -> AttributeType? {
    let sequence = path.last?.rawValue ?? 0
    guard let place = Self.sequences.firstIndex(of: sequence),
      let attribute = Self.attributes.binarySearch(tag.rawValue, key: \.self)
    else { return nil }
    let key = sopClass << 16 | UInt32(place) << 8 | UInt32(attribute)
    return Self.packedTypes.binarySearch(key, key: { $0 >> 8 })
      .flatMap { AttributeType(rawValue: UInt8(truncatingIfNeeded: Self.packedTypes[$0])) }
  }

  /// `AttributeTypes(sopClass:)` and `type(of:path:)` in one step.
  public static func type(of tag: Tag, path: [Tag] = [], in sopClass: UID) -> AttributeType? {
    AttributeTypes(sopClass: sopClass)?.type(of: tag, path: path)
  }

  public static func knows(sopClass: UID) -> Bool { AttributeTypes(sopClass: sopClass) != nil }
}
