public import DICOMCore

/// Builds a data set in code; elements stand in ascending order of tags, whatever the order of the calls.
public struct DataSetBuilder: Sendable {
  enum Content: Sendable {
    case value([UInt8])
    case items([DataSetBuilder])
    /// A value of that many bytes that was left on disk.
    case onDisk(Int)
    /// Pixel data in fragments, the offset table first.
    case fragments([[UInt8]])
  }

  struct Node: Sendable {
    let tag: Tag
    let vr: VR
    var content: Content
  }

  private(set) var nodes: [Node] = []

  public init() {}

  public init(_ build: (inout DataSetBuilder) -> Void) { build(&self) }

  /// Sets a text, padded as its VR asks.
  public mutating func set(_ tag: Tag, _ vr: VR, _ text: String) { set(tag, vr, Array(text.utf8)) }

  /// Sets a value field, padded as its VR asks.
  public mutating func set(_ tag: Tag, _ vr: VR, _ value: [UInt8]) {
    let padding: [UInt8] = value.count % 2 == 0 ? [] : [vr.isText && vr != .UI ? 0x20 : 0]
    put(Node(tag: tag, vr: vr, content: .value(value + padding)))
  }

  /// Sets a text of the VR that PS3.6 gives the attribute.
  public mutating func set(_ tag: Tag, _ text: String) { set(tag, Self.vr(of: tag), text) }

  /// Sets a number of 16 bits.
  public mutating func set(_ tag: Tag, _ number: UInt16) {
    set(tag, .US, [UInt8(truncatingIfNeeded: number), UInt8(number >> 8)])
  }

  /// Sets a sequence; each closure builds one item.
  public mutating func sequence(_ tag: Tag, _ items: ((inout DataSetBuilder) -> Void)...) {
    put(Node(tag: tag, vr: .SQ, content: .items(items.map { DataSetBuilder($0) })))
  }

  /// Sets a value that was left on disk for its length.
  public mutating func onDisk(_ tag: Tag, _ vr: VR, length: Int) {
    put(Node(tag: tag, vr: vr, content: .onDisk(length)))
  }

  /// Sets pixel data in fragments, the offset table first.
  public mutating func fragments(_ fragments: [UInt8]...) {
    put(Node(tag: .pixelData, vr: .OB, content: .fragments(fragments)))
  }

  public mutating func remove(_ tag: Tag) { nodes.removeAll { $0.tag == tag } }

  /// The text at `tag`, without padding; setting nil removes the attribute.
  public subscript(tag: Tag) -> String? {
    get {
      guard case .value(let value)? = nodes.first(where: { $0.tag == tag })?.content else { return nil }
      return String(decoding: value[...].trimmingPadding, as: UTF8.self)
    }
    set {
      if let newValue { set(tag, newValue) } else { remove(tag) }
    }
  }

  mutating func put(_ node: Node) {
    let position = nodes.firstIndex { $0.tag >= node.tag } ?? nodes.count
    if position < nodes.count, nodes[position].tag == node.tag {
      nodes[position] = node
    } else {
      nodes.insert(node, at: position)
    }
  }

  private static func vr(of tag: Tag) -> VR {
    if tag.isPrivateCreator { return .LO }
    return DataDictionary.entry(for: tag)?.vr ?? .UN
  }
}

extension DataSetBuilder {
  /// The flat list that the engine reads.
  public var dataSet: DataSet {
    var (elements, bytes) = ([DataElement](), [UInt8]())
    append(to: &elements, &bytes, depth: 0)
    return DataSet(elements: elements, bytes: bytes)
  }

  private func append(to elements: inout [DataElement], _ bytes: inout [UInt8], depth: Int) {
    for node in nodes {
      func element(_ kind: DataElement.Kind, length: Int, range: Range<Int>? = nil, end: Int) -> DataElement {
        DataElement(
          tag: node.tag, vr: node.vr, kind: kind, depth: depth, length: length, range: range, end: end)
      }
      let index = elements.count
      switch node.content {
      case .value(let value):
        let range = bytes.count..<bytes.count + value.count
        bytes += value
        elements.append(element(.value, length: value.count, range: range, end: index + 1))
      case .onDisk(let length): elements.append(element(.value, length: length, end: index + 1))
      case .fragments: elements.append(element(.encapsulated, length: 0xFFFF_FFFF, end: index + 1))
      case .items(let items):
        // Its end is known only after its items.
        elements.append(element(.sequence, length: 0, end: index + 1))
        for item in items {
          let start = elements.count
          elements.append(Self.item(length: 0, depth: depth + 1, end: start + 1))
          item.append(to: &elements, &bytes, depth: depth + 1)
          elements[start] = Self.item(length: item.encoded.bytes.count, depth: depth + 1, end: elements.count)
        }
        let length = items.reduce(0) { $0 + 8 + $1.encoded.bytes.count }
        elements[index] = element(.sequence, length: length, end: elements.count)
      }
    }
  }

  private static func item(length: Int, depth: Int, end: Int) -> DataElement {
    DataElement(
      tag: .item, vr: VR(rawValue: 0), kind: .item, depth: depth, length: length, range: nil, end: end)
  }
}
