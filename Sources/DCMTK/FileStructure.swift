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
  /// What `RepairedCopy` has to do before DCMTK can read the file; nil for a sound one.
  public let repair: StructureRepair?
  let isSigned: Bool

  /// Walks the elements of the file at `path` without reading their values.
  public init(path: String) throws(StructureError) {
    let file = try MappedFile(path: path)
    self = try unsafe file.withBytes { bytes throws(StructureError) in try unsafe FileStructure(bytes: bytes)
    }
  }

  init(bytes: UnsafeRawBufferPointer) throws(StructureError) {
    guard let start = unsafe Self.metaStart(in: bytes) else {
      self.init(meta: nil, transferSyntax: nil, findings: try unsafe Self.bare(bytes), repair: nil)
      return
    }
    let meta = try unsafe MetaScan(bytes: bytes, start: start)
    guard let syntax = TransferSyntax(meta.transferSyntax) else { throw .unknownTransferSyntax }
    let body = unsafe UnsafeRawBufferPointer(rebasing: bytes[meta.end...])
    if let findings = unsafe Self.implicitFindings(in: body, syntax) {
      self.init(meta: meta, transferSyntax: syntax, findings: findings, repair: .implicitElements)
      return
    }
    let findings = try unsafe Self.walk(body, syntax)
    let isRepairable = syntax.encoding != .deflated && !syntax.isBigEndian
    let repair: StructureRepair? =
      findings.hasStrayItems ? .strayItems : findings.hasTrailingBytes ? .trailingBytes : nil
    self.init(
      meta: meta, transferSyntax: syntax, findings: findings, repair: isRepairable ? repair : nil)
  }

  private init(
    meta: MetaScan?, transferSyntax: TransferSyntax?, findings: ElementWalk.Findings, repair: StructureRepair?
  ) {
    self.transferSyntax = transferSyntax
    metaSOPClass = meta?.sopClass ?? UID(rawValue: "")
    depth = findings.depth
    pixelBytes = findings.pixelBytes
    isSigned = findings.isSigned
    self.repair = repair
  }

  /// The findings for implicit VR where the transfer syntax promises explicit VR, when they hold throughout.
  private static func implicitFindings(
    in body: UnsafeRawBufferPointer, _ syntax: TransferSyntax
  ) -> ElementWalk.Findings? {
    guard syntax.encoding != .deflated, !syntax.isImplicit, !syntax.isBigEndian,
      unsafe ImplicitCheck.suspects(body)
    else { return nil }
    // Not implicit throughout: what is wrong shows when the file is read as what it says it is.
    return try? unsafe ElementWalk(
      bytes: body, isImplicit: true, isBigEndian: false, implicitCheck: ImplicitCheck()
    ).findings()
  }

  private static func walk(
    _ body: UnsafeRawBufferPointer, _ syntax: TransferSyntax
  ) throws(StructureError) -> ElementWalk.Findings {
    guard syntax.encoding == .deflated else {
      let findings = try unsafe ElementWalk(
        bytes: body, isImplicit: syntax.isImplicit, isBigEndian: syntax.isBigEndian
      ).findings()
      guard syntax.isBigEndian else { return findings }
      return try findings.withoutStrayDelimiters
    }
    return try unsafe Inflated.withBytes(of: body, limit: inflatedLimit) { bytes throws(StructureError) in
      let walk = unsafe ElementWalk(bytes: bytes, isImplicit: false, isBigEndian: false)
      return try walk.findings().withoutStrayDelimiters
    }
  }

  /// Where group 0002 starts: after "DICM", or at 0 in a file without preamble.
  static func metaStart(in bytes: UnsafeRawBufferPointer) -> Int? {
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
      let walk = unsafe ElementWalk(bytes: bytes, isImplicit: !isExplicit, isBigEndian: isBigEndian)
      return try walk.findings().withoutStrayDelimiters
    } catch {
      // Without a preamble nothing says that this was meant to be DICOM.
      if error == .tooDeep { throw error }
      throw .notDICOM
    }
  }
}

extension ElementWalk.Findings {
  /// The findings where no repair is known.
  fileprivate var withoutStrayDelimiters: Self {
    get throws(StructureError) {
      guard !hasRootDelimiters else { throw .malformed }
      return self
    }
  }
}
