internal import CDCMTK
internal import DICOMCore

/// DCMTK's process-wide state: the logger is silent and the data dictionary is ours, so that attributes younger than
/// the library keep their VR in implicit files and no file of the system is needed.
enum DCMTKLibrary {
  /// Runs once, before the first file; afterwards the dictionary is only read.
  static func prepare() { _ = prepared }

  private static let prepared: Void = {
    var entries: [cdcmtk_dictionary_entry] = []
    DataDictionary.forEachEntry { entry, _ in
      entries.append(
        cdcmtk_dictionary_entry(
          tag: entry.tag.rawValue, upper: entry.tag.rawValue | ~entry.mask, vr: entry.vr.rawValue))
    }
    unsafe entries.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe cdcmtk_setup(base, buffer.count)
    }
  }()
}
