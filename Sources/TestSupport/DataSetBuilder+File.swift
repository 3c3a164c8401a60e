public import DICOMCore

extension DataSetBuilder {
  /// Explicit VR little endian with defined lengths, values left on disk as zeros.
  public var encoded: DataSetEncoder {
    var encoder = DataSetEncoder()
    for node in nodes {
      switch node.content {
      case .value(let value): encoder.append(node.tag, node.vr, value)
      case .items(let items): encoder.append(node.tag, items: items.map(\.encoded))
      case .onDisk(let length): encoder.append(node.tag, node.vr, [UInt8](repeating: 0, count: length))
      case .fragments: break
      }
    }
    return encoder
  }

  /// A whole DICOM file: a preamble, file meta information and the data set in the transfer syntax.
  ///
  /// Syntaxes other than those of PS3.5 Annex A.1–A.3 and A.5 are taken for explicit VR little endian with fragments.
  public func file(transferSyntax: UID = .explicitVRLittleEndian, undefinedLengths: Bool = false) -> [UInt8] {
    let encoding = Encoding(
      isImplicit: transferSyntax == .implicitVRLittleEndian,
      isBigEndian: transferSyntax == .explicitVRBigEndian,
      hasUndefinedLengths: undefinedLengths)
    let body = encoding.encode(self)
    return prefix(transferSyntax: transferSyntax) + (transferSyntax == .deflated ? stored(body) : body)
  }

  /// The data set without anything before it.
  public func bare(_ encoding: Encoding) -> [UInt8] { encoding.encode(self) }

  /// Preamble, "DICM" and group 0002, PS3.10 §7.1.
  public func prefix(transferSyntax: UID, preamble: UInt8 = 0) -> [UInt8] {
    let meta = FileMeta(
      sopClass: UID(rawValue: self[.sopClassUID] ?? ""),
      sopInstance: UID(rawValue: self[.sopInstanceUID] ?? ""),
      transferSyntax: transferSyntax)
    return [UInt8](repeating: preamble, count: 128) + Array("DICM".utf8) + meta.encoded
  }

  /// Deflates without compressing, RFC 1951 §3.2.4; at most 65,535 bytes.
  private func stored(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt16(bytes.count)
    let header = [count, ~count].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let block = [0b1] + header + bytes
    return block.count % 2 == 0 ? block : block + [0]
  }
}

extension UID {
  public static let implicitVRLittleEndian = UID(rawValue: "1.2.840.10008.1.2")
  public static let explicitVRLittleEndian = UID(rawValue: "1.2.840.10008.1.2.1")
  public static let explicitVRBigEndian = UID(rawValue: "1.2.840.10008.1.2.2")
  public static let deflated = UID(rawValue: "1.2.840.10008.1.2.1.99")
  public static let jpegBaseline = UID(rawValue: "1.2.840.10008.1.2.4.50")
  /// High-Throughput JPEG 2000, younger than DCMTK 3.6.7.
  public static let htj2k = UID(rawValue: "1.2.840.10008.1.2.4.201")
}
