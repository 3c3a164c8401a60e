/// A data set as one flat list in file order, a sequence before its items, an item before its elements.
///
/// Values are the bytes of the file (numbers in little endian). Walked, not searched: only the root has
/// look-ups, which are linear and meant for a handful of attributes.
public struct DataSet: Sendable {
  public let elements: [DataElement]
  /// The values of all elements, one after the other.
  public let bytes: [UInt8]

  public init(elements: [DataElement], bytes: [UInt8]) {
    self.elements = elements
    self.bytes = bytes
  }

  /// Returns the value field with its padding; nil for sequences and what was left on disk.
  public func value(of element: DataElement) -> ArraySlice<UInt8>? {
    element.range.map { bytes[$0] }
  }

  /// Returns the index of `tag` in the root.
  public func index(of tag: Tag) -> Int? {
    var index = 0
    while index < elements.count {
      if elements[index].tag == tag { return index }
      index = elements[index].end
    }
    return nil
  }

  /// Returns the value of `tag` in the root without trailing padding.
  public func value(_ tag: Tag) -> ArraySlice<UInt8>? {
    index(of: tag).flatMap { value(of: elements[$0]) }.map(\.trimmingPadding)
  }

  /// Returns the value of `tag` in the root as ASCII; nil when absent, empty or not ASCII.
  public func ascii(_ tag: Tag) -> String? {
    guard let value = value(tag), !value.isEmpty, value.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(decoding: value, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// Drops trailing spaces and NULs and leading spaces, PS3.5 §6.2.
  public var trimmingPadding: ArraySlice<UInt8> {
    var slice = self
    while let last = slice.last, last == 0x20 || last == 0 { slice.removeLast() }
    while let first = slice.first, first == 0x20 { slice.removeFirst() }
    return slice
  }
}
