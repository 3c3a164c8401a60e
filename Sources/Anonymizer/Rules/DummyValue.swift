internal import DICOMCore

/// The dummy of action D: valid for its VR and the same everywhere, so that it says nothing.
enum DummyValue {
  private static let text = Array("REMOVED".utf8)

  static func bytes(tag: Tag, vr: VR, length: Int) -> [UInt8] {
    switch tag {
    case .codingSchemeDesignator: return Array("99REMOVED".utf8)
    default: break
    }
    switch vr {
    case .AS: return Array("000Y".utf8)
    case .DA: return Array("19000101".utf8)
    case .DT: return Array("19000101000000".utf8)
    case .TM: return Array("000000".utf8)
    case .DS, .IS: return [0x30]
    case .PN: return Array("REMOVED^".utf8)
    case .UR: return Array("urn:removed".utf8)
    case _ where vr.isText: return text
    // Numbers and byte strings keep a width that fits every VR: zeros, at most as long as they were.
    default: return [UInt8](repeating: 0, count: min(length, 16))
    }
  }
}
