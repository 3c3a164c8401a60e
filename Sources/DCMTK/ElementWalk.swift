internal import DICOMCore

/// Walks a data set from element to element without recursion and finds how deep it is nested.
struct ElementWalk {
  private struct Level {
    /// Int.max when a delimiter ends it.
    let end: Int
    let isSequence: Bool
    let wasImplicit: Bool
    /// Inside a value that DCMTK does not look into.
    let isOpaque: Bool
  }

  static let itemDelimiter = Tag(rawValue: 0xFFFE_E00D)
  static let sequenceDelimiter = Tag(rawValue: 0xFFFE_E0DD)
  static let pixelData = Tag(rawValue: 0x7FE0_0010)
  /// Float, double and integer pixel data.
  static let pixelTags = [Tag(rawValue: 0x7FE0_0008), Tag(rawValue: 0x7FE0_0009), pixelData]
  static let pixelRepresentation = Tag(rawValue: 0x0028_0103)

  /// What the walk found out.
  struct Findings {
    /// The greatest number of sequences within each other.
    var depth = 0
    /// Bytes of the root's pixel data, fragments without their headers.
    var pixelBytes = 0
    /// Whether the root's Pixel Representation (0028,0103) is 1.
    var isSigned = false
    /// Items outside a sequence, and delimiters that end nothing.
    var hasStrayItems = false
    /// Fewer bytes behind the last element than another one needs.
    var hasTrailingBytes = false
    /// Delimiters among the elements of the root.
    var hasRootDelimiters = false
  }

  private var reader: ElementReader
  private var levels: [Level] = []
  private var position = 0
  private var found = Findings()
  private var implicitCheck: ImplicitCheck?

  init(
    bytes: UnsafeRawBufferPointer, isImplicit: Bool, isBigEndian: Bool, implicitCheck: ImplicitCheck? = nil
  ) {
    reader = unsafe ElementReader(bytes: bytes, isImplicit: isImplicit, isBigEndian: isBigEndian)
    self.implicitCheck = implicitCheck
  }

  consuming func findings() throws(StructureError) -> Findings {
    while true {
      while let level = levels.last, position >= level.end { leave() }
      guard position < reader.count else { return found }
      // Fewer bytes than an element needs, after the last one: padding of the medium.
      if levels.isEmpty, position + 8 > reader.count {
        found.hasTrailingBytes = true
        return found
      }
      let element = try reader.element(at: position)
      let start = position
      position = element.value
      switch element.tag {
      case .item:
        if levels.last?.isSequence != true { noteStray() }
        try enter(isSequence: false, length: element.length)
      case Self.itemDelimiter, Self.sequenceDelimiter:
        // Nothing is known of a data set that starts like this.
        guard start > 0 else { throw .malformed }
        passDelimiter(element.tag)
      default:
        let pair = reader.pair(at: start)
        if levels.isEmpty, implicitCheck?.accepts(element.tag, pair: pair) == false { throw .malformed }
        try pass(element)
      }
    }
  }

  private mutating func noteStray() {
    if levels.last?.isOpaque != true { found.hasStrayItems = true }
  }

  private mutating func passDelimiter(_ tag: Tag) {
    guard let level = levels.last, level.isSequence == (tag == Self.sequenceDelimiter) else {
      noteStray()
      if levels.isEmpty { found.hasRootDelimiters = true }
      if levels.last?.end == Int.max { leave() }
      return
    }
    leave()
  }

  private mutating func pass(_ element: ElementReader.Start) throws(StructureError) {
    if element.length == ElementReader.undefined {
      if element.tag == Self.pixelData { return try passFragments() }
      try enter(isSequence: true, length: element.length)
      // CP-246: a sequence whose VR was lost is implicit VR little endian inside.
      if element.vr == .UN { reader.isImplicit = true }
      return
    }
    if element.vr == .SQ || (element.vr == nil || element.vr == .UN) && holdsItem(element) {
      let vr = element.vr ?? VR.repaired(for: element.tag, isSigned: false)
      try enter(isSequence: true, length: element.length, isOpaque: vr != .SQ)
      if element.vr != .SQ { reader.isImplicit = true }
      return
    }
    guard element.length <= reader.count - position else { throw .truncated }
    if levels.isEmpty { note(element) }
    position += element.length
  }

  private mutating func note(_ element: ElementReader.Start) {
    if Self.pixelTags.contains(element.tag) { found.pixelBytes += element.length }
    if element.tag == Self.pixelRepresentation, element.length >= 2 {
      found.isSigned = reader.short(at: position) == 1
    }
  }

  /// Whether a value of unknown VR starts with an item: it may be a sequence, so it is counted as one.
  private func holdsItem(_ element: ElementReader.Start) -> Bool {
    element.tag != Self.pixelData && element.length >= 8 && position + 8 <= reader.count
      && reader.tag(at: position) == .item
  }

  private mutating func passFragments() throws(StructureError) {
    while true {
      let fragment = try reader.element(at: position)
      position = fragment.value
      if fragment.tag == Self.sequenceDelimiter { return }
      guard fragment.tag == .item else { throw .malformed }
      guard fragment.length <= reader.count - position else { throw .truncated }
      if levels.isEmpty { found.pixelBytes += fragment.length }
      position += fragment.length
    }
  }

  private mutating func enter(
    isSequence: Bool, length: Int, isOpaque: Bool = false
  ) throws(StructureError) {
    var end = Int.max
    if length != ElementReader.undefined {
      guard length <= reader.count - position else { throw .truncated }
      end = position + length
    }
    levels.append(
      Level(
        end: end, isSequence: isSequence, wasImplicit: reader.isImplicit,
        isOpaque: isOpaque || levels.last?.isOpaque == true))
    let depth = levels.count { $0.isSequence }
    found.depth = max(found.depth, depth)
    guard depth <= FileStructure.depthLimit, levels.count <= 2 * FileStructure.depthLimit + 2 else {
      throw .tooDeep
    }
  }

  private mutating func leave() {
    if let level = levels.popLast() { reader.isImplicit = level.wasImplicit }
  }
}
