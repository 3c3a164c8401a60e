internal import DICOMCore

/// Copies a data set element by element, without recursion, and leaves out what stands where nothing may stand.
///
/// Sequences and items come out with undefined lengths; group lengths, which would be wrong then, do not come out.
@safe struct DataSetRepair {
  /// The root, a sequence or an item.
  private struct Level {
    let isSequence: Bool
    /// A delimiter ends it.
    let isUndefined: Bool
    /// Where it ends, or where what is around it ends.
    let end: Int
    let wasImplicit: Bool
    /// Part of something that is left out.
    let isDropped: Bool
    var isSigned: Bool
    var hasStrayItems = false
    var last: Tag?

    /// Whether an element may come out here: after a stray item, only what is in order.
    mutating func accepts(_ tag: Tag) -> Bool {
      if hasStrayItems, let last, tag <= last { return false }
      last = max(last ?? tag, tag)
      return !isDropped
    }
  }

  private let bytes: UnsafeRawBufferPointer
  private let writesImplicit: Bool
  private var reader: ElementReader
  private var position = 0
  /// What is around the current position, inside the root.
  private var outer: [Level] = []
  private var level: Level
  private var pixelBytes = 0

  init(bytes: UnsafeRawBufferPointer, isImplicit: Bool, writesImplicit: Bool, isSigned: Bool) {
    unsafe self.bytes = bytes
    self.writesImplicit = writesImplicit
    reader = unsafe ElementReader(bytes: bytes, isImplicit: isImplicit, isBigEndian: false)
    level = Level(
      isSequence: false, isUndefined: false, end: bytes.count, wasImplicit: isImplicit, isDropped: false,
      isSigned: isSigned)
  }

  /// Writes the data set and returns the bytes of the root's pixel data, counted as `FileStructure` does.
  consuming func write(to output: CopyOutput) throws(StructureError) -> Int {
    while true {
      while position == level.end, !level.isUndefined, !outer.isEmpty { try leave(output) }
      // Fewer bytes than an element needs, after the last one: padding of the medium.
      if outer.isEmpty, position + 8 > level.end { return pixelBytes }
      let element = try reader.element(at: position)
      guard element.value <= level.end else { throw .truncated }
      position = element.value
      switch element.tag {
      case .item: try passItem(element.length, output)
      case ElementWalk.itemDelimiter, ElementWalk.sequenceDelimiter: try passDelimiter(element.tag, output)
      default: try pass(element, output)
      }
    }
  }

  private mutating func passItem(_ length: Int, _ output: CopyOutput) throws(StructureError) {
    if level.isSequence {
      if !level.isDropped {
        try output.write(Tag.item)
        try output.write(UInt32.max)
      }
      return try enter(isSequence: false, length: length, isDropped: false)
    }
    level.hasStrayItems = true
    guard length == ElementReader.undefined else { return try skip(length) }
    try enter(isSequence: false, length: length, isDropped: true)
  }

  private mutating func passDelimiter(_ tag: Tag, _ output: CopyOutput) throws(StructureError) {
    guard level.isUndefined else {
      level.hasStrayItems = true
      return
    }
    guard level.isSequence == (tag == ElementWalk.sequenceDelimiter) else { throw .malformed }
    try leave(output)
  }

  private mutating func pass(_ element: ElementReader.Start, _ output: CopyOutput) throws(StructureError) {
    guard !level.isSequence else { throw .malformed }
    let isUndefined = element.length == ElementReader.undefined
    if element.tag.isGroupLength, !isUndefined { return try skip(element.length) }
    let isKept = level.accepts(element.tag)
    let vr = element.vr ?? VR.repaired(for: element.tag, isSigned: level.isSigned)
    if isUndefined, element.tag == ElementWalk.pixelData {
      if isKept { try start(element.tag, element.vr ?? .OB, ElementReader.undefined, output) }
      return try passFragments(isKept ? output : nil)
    }
    if isUndefined || vr == .SQ {
      guard vr == .SQ || vr == .UN || element.vr == nil else { throw .malformed }
      if isKept { try start(element.tag, .SQ, ElementReader.undefined, output) }
      try enter(isSequence: true, length: element.length, isDropped: !isKept)
      // As `ElementWalk` has it: a sequence whose VR was lost is implicit VR little endian inside.
      if element.vr == .UN || element.vr == nil && !isUndefined { reader.isImplicit = true }
      return
    }
    let value = position
    try skip(element.length)
    guard isKept else { return }
    note(element, at: value)
    try start(element.tag, vr, element.length, output)
    try unsafe output.write(mapped: UnsafeRawBufferPointer(rebasing: bytes[value..<position]))
  }

  private mutating func note(_ element: ElementReader.Start, at value: Int) {
    if outer.isEmpty, ElementWalk.pixelTags.contains(element.tag) { pixelBytes += element.length }
    if element.tag == ElementWalk.pixelRepresentation, element.length >= 2 {
      level.isSigned = reader.short(at: value) == 1
    }
  }

  /// Fragments look the same in every encoding; without an output they are left out.
  private mutating func passFragments(_ output: CopyOutput?) throws(StructureError) {
    let first = position
    while true {
      let fragment = try reader.element(at: position)
      guard fragment.value <= level.end else { throw .truncated }
      position = fragment.value
      if fragment.tag == ElementWalk.sequenceDelimiter { break }
      guard fragment.tag == .item else { throw .malformed }
      try skip(fragment.length)
      if output != nil, outer.isEmpty { pixelBytes += fragment.length }
    }
    try unsafe output?.write(mapped: UnsafeRawBufferPointer(rebasing: bytes[first..<position]))
  }

  private mutating func skip(_ length: Int) throws(StructureError) {
    guard length <= level.end - position else { throw .truncated }
    position += length
  }

  private mutating func enter(isSequence: Bool, length: Int, isDropped: Bool) throws(StructureError) {
    let isUndefined = length == ElementReader.undefined
    guard isUndefined || length <= level.end - position else { throw .truncated }
    outer.append(level)
    level = Level(
      isSequence: isSequence, isUndefined: isUndefined, end: isUndefined ? level.end : position + length,
      wasImplicit: reader.isImplicit, isDropped: isDropped || level.isDropped, isSigned: level.isSigned)
    guard outer.count <= 2 * FileStructure.depthLimit + 2 else { throw .tooDeep }
  }

  private mutating func leave(_ output: CopyOutput) throws(StructureError) {
    if !level.isDropped {
      try output.write(level.isSequence ? ElementWalk.sequenceDelimiter : ElementWalk.itemDelimiter)
      try output.write(UInt32(0))
    }
    reader.isImplicit = level.wasImplicit
    if let around = outer.popLast() { level = around }
  }

  /// Writes tag, VR and length, PS3.5 §7.1; a value too long for its VR becomes UN, PS3.5 §6.2.2.
  private func start(_ tag: Tag, _ vr: VR, _ length: Int, _ output: CopyOutput) throws(StructureError) {
    try output.write(tag)
    if !writesImplicit {
      let vr = vr.hasLongLength || length <= Int(UInt16.max) ? vr : .UN
      // The first letter comes first.
      try output.write(vr.rawValue.byteSwapped)
      guard vr.hasLongLength else { return try output.write(UInt16(truncatingIfNeeded: length)) }
      try output.write(UInt16(0))
    }
    try output.write(UInt32(truncatingIfNeeded: length))
  }
}
