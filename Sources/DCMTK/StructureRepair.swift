internal import DICOMCore

/// What is wrong with a file that others can read and DCMTK cannot; `RepairedCopy` makes it right.
public enum StructureRepair: Hashable, Sendable {
  /// Implicit VR little endian throughout, though the transfer syntax says explicit VR.
  case implicitElements
  /// Items outside a sequence, or delimiters that end nothing.
  case strayItems
  /// Fewer bytes behind the last element than another one needs.
  case trailingBytes
}

/// Tells a data set in implicit VR from one in explicit VR with a few odd elements, by the elements of its root.
///
/// Cautious, because a walk in the wrong encoding may well reach the end of a file full of zeros.
struct ImplicitCheck {
  /// A data set starts with group 0004 or later, PS3.10 §7.1.
  private var last = Tag(rawValue: 0x0003_FFFF)

  /// Whether the first element has no VR.
  static func suspects(_ dataSet: UnsafeRawBufferPointer) -> Bool {
    guard dataSet.count >= 8 else { return false }
    let reader = unsafe ElementReader(bytes: dataSet, isImplicit: true, isBigEndian: false)
    return !reader.pair(at: 0).isCapital && reader.tag(at: 0).group != Tag.item.group
  }

  /// Whether the next element of the root is in order and has a length where explicit VR has its VR, `pair`.
  ///
  /// A length may spell a VR by chance, but hardly that of the attribute.
  mutating func accepts(_ tag: Tag, pair: VR) -> Bool {
    guard tag > last else { return false }
    last = tag
    guard pair.isDefined else { return true }
    guard let entry = DataDictionary.entry(for: tag), !entry.hasAlternativeVR else { return false }
    return entry.vr != pair
  }
}
