internal import DICOMCore

/// Finds the transfer syntax and the end of group 0002, which is always explicit VR little endian (PS3.10 §7.1).
struct MetaScan {
  let transferSyntax: UID
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
      if element.tag == Tag(rawValue: 0x0002_0010) {
        let value = unsafe [UInt8](bytes[element.value..<next])[...].trimmingPadding
        syntax = UID(rawValue: String(decoding: value, as: UTF8.self))
      }
      position = next
    }
    guard position > start else { throw .malformed }
    guard let syntax else { throw .unknownTransferSyntax }
    transferSyntax = syntax
    end = position
  }
}
