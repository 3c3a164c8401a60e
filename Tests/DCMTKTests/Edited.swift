import DCMTK
import DICOMCore
import TestSupport

/// Reads, edits and writes a file as the product does.
struct Edited {
  let dataSet: DataSetBuilder
  /// What was written.
  let bytes: [UInt8]
  let structure: FileStructure

  static let newInstance = UID(rawValue: "2.25.4711")

  /// Applies the operations to every element of their tags, at any depth.
  init(
    _ input: [UInt8], _ operations: [Tag: ElementChange.Operation] = [:],
    inserted: DataSetBuilder = DataSetBuilder()
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(input)
    let before = try FileStructure(path: path)
    let repaired = folder.output("repaired")
    if before.repair != nil { try RepairedCopy.write(of: path, to: repaired) }
    let file = try DICOMFile(path: before.repair == nil ? path : repaired, syntax: before.transferSyntax)
    let (dataSet, found) = try file.dataSet()
    let changes = dataSet.elements.indices.compactMap { index in
      operations[dataSet.elements[index].tag].map { ElementChange(index: index, operation: $0) }
    }
    try file.apply(changes, inserted: inserted.encoded.bytes)
    let meta = FileMeta(
      sopClass: UID(rawValue: dataSet.ascii(.sopClassUID) ?? ""), sopInstance: Self.newInstance,
      transferSyntax: before.transferSyntax?.uid ?? found)
    try file.write(to: folder.output(), meta: meta)
    bytes = try DCMTKTests.bytes(ofFile: folder.output())
    structure = try FileStructure(path: folder.output())
    self.dataSet = try DataSetBuilder(
      DICOMFile(path: folder.output(), syntax: structure.transferSyntax).dataSet().0)
  }
}
