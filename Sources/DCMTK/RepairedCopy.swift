internal import DICOMCore

/// A well-formed copy of a file that `FileStructure` found in need of repair.
public enum RepairedCopy {
  /// Writes the repaired copy of `path` to the new file `target`, which only its owner may read.
  ///
  /// The file meta information stays as it is, and with it the transfer syntax. What DCMTK could not read where it
  /// stands is left out, never put elsewhere: items outside a sequence, and what follows them out of order. When the
  /// root's pixel data would be lost that way, or when the rest is not sound either, there is no copy.
  ///
  /// Throws what `FileStructure` throws, and `unwritable` when the copy cannot be written.
  public static func write(of path: String, to target: String) throws(StructureError) {
    let file = try MappedFile(path: path)
    try unsafe file.withBytes { bytes throws(StructureError) in try unsafe write(bytes, to: target) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to target: String) throws(StructureError) {
    let structure = try unsafe FileStructure(bytes: bytes)
    guard let repair = structure.repair, let syntax = structure.transferSyntax,
      let start = unsafe FileStructure.metaStart(in: bytes)
    else { throw .malformed }
    let end = try unsafe MetaScan(bytes: bytes, start: start).end
    let body = unsafe UnsafeRawBufferPointer(rebasing: bytes[end...])
    let output = try CopyOutput(path: target)
    do throws(StructureError) {
      try unsafe output.write(mapped: UnsafeRawBufferPointer(rebasing: bytes[..<end]))
      let copy = unsafe DataSetRepair(
        bytes: body, isImplicit: repair == .implicitElements || syntax.isImplicit,
        writesImplicit: syntax.isImplicit, isSigned: structure.isSigned)
      guard try copy.write(to: output) == structure.pixelBytes else { throw .malformed }
      try output.finish()
    } catch {
      output.discard()
      throw error
    }
  }
}
