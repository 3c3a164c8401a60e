public import Anonymizer
public import DICOMCore

extension EditPlan {
  /// Carries the plan out on the data set that it was made for, without DCMTK.
  public func applied(to dataSet: DataSet) -> DataSetBuilder {
    var replacements: [Int: AttributeEdit.Replacement] = [:]
    for edit in edits { replacements[edit.index] = edit.replacement }
    var result = DataSetBuilder(dataSet, in: dataSet.elements.indices, replacements)
    for node in DataSetBuilder(explicitVRLittleEndian: inserted[...]).nodes { result.put(node) }
    return result
  }
}

extension DataSetBuilder {
  /// The same data set, to be changed or compared.
  public init(_ dataSet: DataSet) { self.init(dataSet, in: dataSet.elements.indices, [:]) }

  /// The elements in `range`, which is the root or the inside of an item.
  fileprivate init(
    _ dataSet: DataSet, in range: Range<Int>, _ replacements: [Int: AttributeEdit.Replacement]
  ) {
    self.init()
    var index = range.lowerBound
    while index < range.upperBound {
      let element = dataSet.elements[index]
      let content: Content? =
        switch replacements[index] ?? .unchanged {
        case .removed: nil
        case .empty: element.kind == .sequence ? .items([]) : .value([])
        case .value(let value): .value(value + (value.count % 2 == 0 ? [] : [element.vr == .UI ? 0 : 0x20]))
        case .unchanged: Self.content(of: element, at: index, in: dataSet, replacements)
        }
      if let content { put(Node(tag: element.tag, vr: element.vr, content: content)) }
      index = element.end
    }
  }

  private static func content(
    of element: DataElement, at index: Int, in dataSet: DataSet,
    _ replacements: [Int: AttributeEdit.Replacement]
  ) -> Content {
    switch element.kind {
    case .value, .item: return dataSet.value(of: element).map { .value(Array($0)) } ?? .onDisk(element.length)
    case .encapsulated: return .fragments([])
    case .sequence:
      var items: [DataSetBuilder] = []
      var item = index + 1
      while item < element.end {
        let end = dataSet.elements[item].end
        items.append(DataSetBuilder(dataSet, in: item + 1..<end, replacements))
        item = end
      }
      return .items(items)
    }
  }

  /// Reads what `DataSetEncoder` writes: defined lengths only.
  public init(explicitVRLittleEndian bytes: ArraySlice<UInt8>) {
    self.init()
    var rest = bytes
    func number(_ count: Int) -> Int {
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count).reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    while !rest.isEmpty {
      let tag = Tag(group: UInt16(number(2)), element: UInt16(number(2)))
      let letters = number(2)
      let vr = VR(UInt8(letters & 0xFF), UInt8(letters >> 8))
      if vr.hasLongLength { rest = rest.dropFirst(2) }
      let length = number(vr.hasLongLength ? 4 : 2)
      let value = rest.prefix(length)
      rest = rest.dropFirst(length)
      put(Node(tag: tag, vr: vr, content: vr == .SQ ? .items(Self.items(value)) : .value(Array(value))))
    }
  }

  private static func items(_ bytes: ArraySlice<UInt8>) -> [DataSetBuilder] {
    var (items, rest) = ([DataSetBuilder](), bytes)
    while rest.count >= 8 {
      let length = rest.dropFirst(4).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      items.append(DataSetBuilder(explicitVRLittleEndian: rest.dropFirst(8).prefix(length)))
      rest = rest.dropFirst(8 + length)
    }
    return items
  }
}

extension DataSetBuilder {
  public func has(_ tag: Tag) -> Bool { nodes.contains { $0.tag == tag } }

  public var tags: [Tag] { nodes.map(\.tag) }

  /// The value field with its padding; nil for sequences and what is not there.
  public func bytes(_ tag: Tag) -> [UInt8]? {
    guard case .value(let value)? = nodes.first(where: { $0.tag == tag })?.content else { return nil }
    return value
  }

  /// The items of a sequence; none where it is not there.
  public func items(_ tag: Tag) -> [DataSetBuilder] {
    guard case .items(let items)? = nodes.first(where: { $0.tag == tag })?.content else { return [] }
    return items
  }

  /// Whether the bytes of `text` occur in a value at any depth.
  public func contains(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    return nodes.contains { node in
      switch node.content {
      case .value(let value): value.contains(wanted)
      case .items(let items): items.contains { $0.contains(text) }
      case .onDisk, .fragments: false
      }
    }
  }
}
