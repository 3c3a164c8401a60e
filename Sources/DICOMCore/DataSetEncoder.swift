/// Encodes elements in explicit VR little endian, PS3.5 §7.1.2; the caller appends them in ascending order of
/// tags.
public struct DataSetEncoder: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// Appends one element, padded to an even length as its VR asks.
  public mutating func append(_ tag: Tag, _ vr: VR, _ value: some Collection<UInt8>) {
    let padding: UInt8? = value.count % 2 == 0 ? nil : (vr.isText && vr != .UI ? 0x20 : 0)
    start(tag, vr, length: UInt32(value.count + (padding == nil ? 0 : 1)))
    bytes += value
    if let padding { bytes.append(padding) }
  }

  public mutating func append(_ tag: Tag, _ vr: VR, _ value: String) { append(tag, vr, value.utf8) }

  /// Appends a sequence of items that are encoded already, with defined lengths.
  public mutating func append(_ tag: Tag, items: [DataSetEncoder]) {
    start(tag, .SQ, length: items.reduce(0) { $0 + 8 + UInt32($1.bytes.count) })
    for item in items {
      append(.item)
      append(UInt32(item.bytes.count))
      bytes += item.bytes
    }
  }

  private mutating func start(_ tag: Tag, _ vr: VR, length: UInt32) {
    append(tag)
    bytes.append(UInt8(vr.rawValue >> 8))
    bytes.append(UInt8(truncatingIfNeeded: vr.rawValue))
    if vr.hasLongLength {
      append(UInt16(0))
      append(length)
    } else {
      append(UInt16(truncatingIfNeeded: length))
    }
  }

  private mutating func append(_ tag: Tag) {
    append(tag.group)
    append(tag.element)
  }

  private mutating func append(_ number: some FixedWidthInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
