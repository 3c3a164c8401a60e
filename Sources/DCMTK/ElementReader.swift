internal import DICOMCore

/// Reads the tag, VR and length of one element, PS3.5 §7.1.
@safe struct ElementReader {
  static let undefined = 0xFFFF_FFFF

  struct Start {
    let tag: Tag
    /// nil in implicit VR and for items.
    let vr: VR?
    let length: Int
    /// Offset of the value field.
    let value: Int
  }

  private let bytes: UnsafeRawBufferPointer
  var isImplicit: Bool
  let isBigEndian: Bool

  init(bytes: UnsafeRawBufferPointer, isImplicit: Bool, isBigEndian: Bool) {
    unsafe self.bytes = bytes
    self.isImplicit = isImplicit
    self.isBigEndian = isBigEndian
  }

  var count: Int { unsafe bytes.count }

  func element(at position: Int) throws(StructureError) -> Start {
    guard position + 8 <= count else { throw .truncated }
    let tag = tag(at: position)
    if isImplicit || tag.group == 0xFFFE {
      return Start(tag: tag, vr: nil, length: Int(long(at: position + 4)), value: position + 8)
    }
    let vr = unsafe VR(bytes[position + 4], bytes[position + 5])
    guard vr.isDefined else {
      // An unknown pair of capital letters may be a VR of the future: DCMTK reads it with a short length.
      // Anything else is an element written in implicit VR by mistake, which DCMTK takes for one, too.
      guard vr.isCapital else {
        return Start(tag: tag, vr: nil, length: Int(long(at: position + 4)), value: position + 8)
      }
      return Start(tag: tag, vr: vr, length: Int(short(at: position + 6)), value: position + 8)
    }
    guard vr.hasLongLength else {
      return Start(tag: tag, vr: vr, length: Int(short(at: position + 6)), value: position + 8)
    }
    guard position + 12 <= count else { throw .truncated }
    return Start(tag: tag, vr: vr, length: Int(long(at: position + 8)), value: position + 12)
  }

  func tag(at position: Int) -> Tag { Tag(group: short(at: position), element: short(at: position + 2)) }

  /// Where explicit VR keeps the VR.
  func pair(at position: Int) -> VR { unsafe VR(bytes[position + 4], bytes[position + 5]) }

  func short(at position: Int) -> UInt16 {
    let number = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt16.self)
    return isBigEndian ? number.byteSwapped : number
  }

  private func long(at position: Int) -> UInt32 {
    let number = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)
    return isBigEndian ? number.byteSwapped : number
  }
}

extension VR {
  /// One of the VRs of PS3.5 §6.2.
  var isDefined: Bool {
    if isText || isOther { return true }
    switch self {
    case .AT, .FD, .FL, .SL, .SQ, .SS, .SV, .UL, .US, .UV: return true
    default: return false
    }
  }

  var isCapital: Bool {
    let capitals = UInt16(0x41)...0x5A
    return capitals.contains(rawValue >> 8) && capitals.contains(rawValue & 0xFF)
  }
}
