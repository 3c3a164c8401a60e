/// One entry of a `DataSet`: an element, a sequence, an item of a sequence, or encapsulated pixel data.
///
/// PS3.5 §7.1.
public struct DataElement: Sendable {
  public enum Kind: UInt8, Sendable {
    case value
    case sequence
    case item
    /// Pixel data in fragments (PS3.5 §A.4), which stay on disk.
    case encapsulated
  }

  public let tag: Tag
  public let vr: VR
  public let kind: Kind
  /// The number of sequences around it; 0 in the root.
  public let depth: Int
  /// Bytes of the value field in the file.
  public let length: Int
  /// Where the value lies in `DataSet.bytes`; nil when it was left on disk.
  public let range: Range<Int>?
  /// Index of the first element that is neither this one nor inside it.
  public let end: Int

  public init(tag: Tag, vr: VR, kind: Kind, depth: Int, length: Int, range: Range<Int>?, end: Int) {
    self.tag = tag
    self.vr = vr
    self.kind = kind
    self.depth = depth
    self.length = length
    self.range = range
    self.end = end
  }
}
