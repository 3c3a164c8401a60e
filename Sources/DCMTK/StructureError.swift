/// Why a file is not handed to DCMTK.
public enum StructureError: Error, Hashable, Sendable {
  case unreadable
  case empty
  case notDICOM
  /// An element reaches past the end of the file or of the sequence around it.
  case truncated
  case malformed
  /// Nested deeper than `FileStructure.depthLimit`.
  case tooDeep
  case unknownTransferSyntax
  /// A deflated data set larger than `FileStructure.inflatedLimit`.
  case tooLarge
  /// A repaired copy could not be written.
  case unwritable
}
