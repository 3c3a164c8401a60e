public import DICOMCore

/// What a first look at a file tells, before DCMTK sees it: DCMTK needs seconds for a deeply nested data set
/// and its stack ends at a depth of about 20,000.
public struct FileStructure: Sendable {
  /// Sequences within sequences; real objects stay under ten.
  public static let depthLimit = 64
  /// A deflated data set is inflated into memory by DCMTK.
  public static let inflatedLimit = 1 << 30

  /// nil when there is no file meta information; DCMTK then finds out by itself.
  public let transferSyntax: TransferSyntax?
  /// (0002,0002) of the file meta information, empty when it is missing.
  public let metaSOPClass: UID
  /// The greatest number of sequences within each other.
  public let depth: Int
  /// Bytes of the root's pixel data, fragments without their headers; an even number.
  public let pixelBytes: Int

  /// Walks the elements of the file at `path` without reading their values.
  public init(path: String) throws(StructureError) {
    let file = try MappedFile(path: path)
    self = try unsafe file.withBytes { bytes throws(StructureError) in try unsafe FileStructure(bytes: bytes)
    }
  }

  init(bytes: UnsafeRawBufferPointer) throws(StructureError) {
    guard let start = unsafe Self.metaStart(in: bytes) else {
      self.init(meta: nil, transferSyntax: nil, findings: try unsafe Self.bare(bytes))
      return
    }
    let meta = try unsafe MetaScan(bytes: bytes, start: start)
    guard let syntax = TransferSyntax(meta.transferSyntax) else { throw .unknownTransferSyntax }
    let body = unsafe UnsafeRawBufferPointer(rebasing: bytes[meta.end...])
    self.init(meta: meta, transferSyntax: syntax, findings: try unsafe Self.walk(body, syntax))
  }

  private init(meta: MetaScan?, transferSyntax: TransferSyntax?, findings: ElementWalk.Findings) {
    self.transferSyntax = transferSyntax
    metaSOPClass = meta?.sopClass ?? UID(rawValue: "")
    depth = findings.depth
    pixelBytes = findings.pixelBytes
  }

  private static func walk(
    _ body: UnsafeRawBufferPointer, _ syntax: TransferSyntax
  ) throws(StructureError) -> ElementWalk.Findings {
    guard syntax.encoding == .deflated else {
      return try unsafe ElementWalk(
        bytes: body, isImplicit: syntax.isImplicit, isBigEndian: syntax.isBigEndian
      )
      .findings()
    }
    return try unsafe Inflated.withBytes(of: body, limit: inflatedLimit) { bytes throws(StructureError) in
      try unsafe ElementWalk(bytes: bytes, isImplicit: false, isBigEndian: false).findings()
    }
  }

  /// Where group 0002 starts: after "DICM", or at 0 in a file without preamble.
  private static func metaStart(in bytes: UnsafeRawBufferPointer) -> Int? {
    if bytes.count >= 132, unsafe bytes[128] == 0x44, unsafe bytes[129] == 0x49, unsafe bytes[130] == 0x43,
      unsafe bytes[131] == 0x4D
    {
      return 132
    }
    guard bytes.count >= 8, unsafe bytes[0] == 2, unsafe bytes[1] == 0, unsafe bytes[3] == 0 else {
      return nil
    }
    return 0
  }

  /// A data set without file meta information: implicit or explicit, by its first element.
  private static func bare(_ bytes: UnsafeRawBufferPointer) throws(StructureError) -> ElementWalk.Findings {
    guard bytes.count >= 8 else { throw .notDICOM }
    let little = unsafe UInt16(bytes[0]) | UInt16(bytes[1]) << 8
    let isBigEndian = little > 0xFF
    let group = isBigEndian ? little.byteSwapped : little
    guard (4...0x18).contains(group) else { throw .notDICOM }
    let isExplicit = unsafe VR(bytes[4], bytes[5]).isDefined
    do throws(StructureError) {
      return try unsafe ElementWalk(bytes: bytes, isImplicit: !isExplicit, isBigEndian: isBigEndian)
        .findings()
    } catch {
      // Without a preamble nothing says that this was meant to be DICOM.
      if error == .tooDeep { throw error }
      throw .notDICOM
    }
  }
}
