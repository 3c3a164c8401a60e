public import DICOMCore

extension DataSetBuilder {
  /// A way to write elements, PS3.5 §7.1 and §7.5.
  public struct Encoding: Sendable {
    public var isImplicit = false
    public var isBigEndian = false
    /// Sequences and items end with delimiters.
    public var hasUndefinedLengths = false

    public init(isImplicit: Bool = false, isBigEndian: Bool = false, hasUndefinedLengths: Bool = false) {
      self.isImplicit = isImplicit
      self.isBigEndian = isBigEndian
      self.hasUndefinedLengths = hasUndefinedLengths
    }
  }
}

extension DataSetBuilder.Encoding {
  private static let undefined = Int(UInt32.max)
  private static let itemDelimiter = Tag(rawValue: 0xFFFE_E00D)
  private static let sequenceDelimiter = Tag(rawValue: 0xFFFE_E0DD)

  func encode(_ dataSet: DataSetBuilder) -> [UInt8] {
    dataSet.nodes.flatMap { node in
      switch node.content {
      case .value(let value): start(node.tag, node.vr, value.count) + ordered(value, node.vr)
      case .onDisk(let length): start(node.tag, node.vr, length) + [UInt8](repeating: 0, count: length)
      case .items(let items): sequence(node.tag, items.map(encode))
      case .fragments(let fragments):
        start(node.tag, .OB, Self.undefined) + fragments.flatMap { mark(.item, $0.count) + $0 }
          + mark(Self.sequenceDelimiter, 0)
      }
    }
  }

  /// The header of an element.
  public func start(_ tag: Tag, _ vr: VR, _ length: Int) -> [UInt8] {
    if isImplicit { return mark(tag, length) }
    let letters = [UInt8(vr.rawValue >> 8), UInt8(vr.rawValue & 0xFF)]
    let size = vr.hasLongLength ? [0, 0] + number(length, 4) : number(length, 2)
    return number(Int(tag.group), 2) + number(Int(tag.element), 2) + letters + size
  }

  /// The header of an item or a delimiter, which has no VR.
  public func mark(_ tag: Tag, _ length: Int) -> [UInt8] {
    number(Int(tag.group), 2) + number(Int(tag.element), 2) + number(length, 4)
  }

  private func sequence(_ tag: Tag, _ items: [[UInt8]]) -> [UInt8] {
    guard hasUndefinedLengths else {
      let content = items.flatMap { mark(.item, $0.count) + $0 }
      return start(tag, .SQ, content.count) + content
    }
    let content = items.flatMap { mark(.item, Self.undefined) + $0 + mark(Self.itemDelimiter, 0) }
    return start(tag, .SQ, Self.undefined) + content + mark(Self.sequenceDelimiter, 0)
  }

  private func number(_ number: Int, _ count: Int) -> [UInt8] {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    return isBigEndian ? bytes.reversed() : bytes
  }

  /// The value in the byte order of the encoding, PS3.5 §7.3.
  private func ordered(_ value: [UInt8], _ vr: VR) -> [UInt8] {
    let width =
      switch vr {
      case .AT, .OW, .SS, .US: 2
      case .FL, .OF, .OL, .SL, .UL: 4
      case .FD, .OD, .OV, .SV, .UV: 8
      default: 1
      }
    guard isBigEndian, width > 1 else { return value }
    return stride(from: 0, to: value.count, by: width).flatMap { value[$0..<$0 + width].reversed() }
  }
}
