internal import DICOMCore

/// Finds the transfer syntax and the end of group 0002, which is always explicit VR little endian (PS3.10
/// §7.1).
struct MetaScan {
  let transferSyntax: UID
  /// (0002,0002), for data sets that lack their own.
  private(set) var sopClass = UID(rawValue: "")
  /// Offset of the data set.
  let end: Int

  init(bytes: UnsafeRawBufferPointer, start: Int) throws(StructureError) {
    var reader = unsafe ElementReader(bytes: bytes, isImplicit: false, isBigEndian: false)
    var position = start
    var syntax: UID?
    while position + 8 <= bytes.count, unsafe bytes[position] == 2, unsafe bytes[position + 1] == 0 {
      // Some writers use implicit VR here, which DCMTK tolerates as well.
      reader.isImplicit = unsafe !VR(bytes[position + 4], bytes[position + 5]).isDefined
      let element = try reader.element(at: position)
      guard element.length != ElementReader.undefined else { throw .malformed }
      let next = element.value + element.length
      guard next <= bytes.count else { throw .truncated }
      let uid = {
        UID(
          rawValue: String(
            decoding: unsafe [UInt8](bytes[element.value..<next])[...].trimmingPadding, as: UTF8.self))
      }
      switch element.tag.element {
      case 0x0002: sopClass = uid()
      case 0x0010: syntax = uid()
      default: break
      }
      position = next
    }
    guard position > start else { throw .malformed }
    guard let syntax else { throw .unknownTransferSyntax }
    transferSyntax = syntax
    end = position
  }
}
