internal import CDCMTK
internal import DICOMCore

/// DCMTK's process-wide state: the logger is silent and the data dictionary is ours, so that attributes
/// younger than the library keep their VR in implicit files and no file of the system is needed.
enum DCMTKLibrary {
  /// Runs once, before the first file; afterwards the dictionary is only read.
  static func prepare() { _ = prepared }

  /// DCMTK's own names for VRs that other attributes decide on, as PixelRepresentation does between US and
  /// SS.
  private static func flexible(_ entry: DataDictionary.Entry) -> VR {
    guard entry.hasAlternativeVR else { return entry.vr }
    switch (entry.tag, entry.vr) {
    case (.pixelData, _): return name("px")
    case (.lutData, _): return name("lt")
    case (_, .OB), (_, .OW): return name("ox")
    default: return name("xs")
    }
  }

  private static func name(_ letters: StaticString) -> VR {
    unsafe VR(letters.utf8Start[0], letters.utf8Start[1])
  }

  private static let prepared: Void = {
    var entries: [cdcmtk_dictionary_entry] = []
    DataDictionary.forEachEntry { entry, _ in
      entries.append(
        cdcmtk_dictionary_entry(
          tag: entry.tag.rawValue, upper: entry.tag.rawValue | ~entry.mask, vr: flexible(entry).rawValue))
    }
    unsafe entries.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe cdcmtk_setup(base, buffer.count)
    }
  }()
}
