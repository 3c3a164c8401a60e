internal import CDCMTK
public import DICOMCore

/// A DICOM file held by DCMTK; pixel data stays on disk.
///
/// The sole owner of one `DcmFileFormat`, which has no lock. Being noncopyable it can be moved to another
/// thread but never shared with one; that is what makes `Sendable` sound.
@safe public struct DICOMFile: ~Copyable, @unchecked Sendable {
  /// Other byte strings than text are read up to this length; what is longer stays on disk.
  public static let valueLimit: UInt32 = 64 << 10

  private let handle: OpaquePointer

  /// Reads the data set at `path`, which `FileStructure` has found sound.
  public init(path: String, syntax: TransferSyntax?) throws(DCMTKError) {
    DCMTKLibrary.prepare()
    var handle: OpaquePointer?
    let encapsulated = syntax?.isUnknownToDCMTK ?? false
    try check(unsafe RawPath.withCString(path) { unsafe cdcmtk_file_load($0, encapsulated ? 1 : 0, &handle) })
    guard let handle = unsafe handle else { preconditionFailure("success without a handle") }
    unsafe self.handle = handle
  }

  deinit { unsafe cdcmtk_file_free(handle) }

  /// Reads all elements with their values, and the syntax DCMTK found.
  public func dataSet() throws(DCMTKError) -> (DataSet, syntax: UID) {
    var view = unsafe cdcmtk_data_set()
    try check(unsafe cdcmtk_file_read(handle, Self.valueLimit, &view))
    let elements = unsafe UnsafeBufferPointer(start: view.elements, count: view.element_count)
    let bytes = unsafe [UInt8](UnsafeBufferPointer(start: view.bytes, count: view.byte_count))
    let dataSet = DataSet(elements: unsafe elements.map { DataElement($0) }, bytes: bytes)
    return (dataSet, UID(rawValue: unsafe view.transfer_syntax.map { unsafe String(cString: $0) } ?? ""))
  }

  /// Applies `changes`, sorted by index, to the data set as `dataSet()` returned it, and puts `inserted` into
  /// the root.
  ///
  /// `inserted` is a data set in explicit VR little endian.
  public func apply(_ changes: [ElementChange], inserted: [UInt8]) throws(DCMTKError) {
    // One buffer holds all values, so that no pointer outlives its array.
    var values: [UInt8] = []
    for change in changes { if case .set(let value) = change.operation { values += value } }
    let condition = unsafe values.withUnsafeBufferPointer { values in
      var offset = 0
      let edits = unsafe changes.map { change in
        var edit = unsafe cdcmtk_edit()
        unsafe edit.index = UInt32(change.index)
        switch change.operation {
        case .remove: unsafe edit.operation = CDCMTK_REMOVE.rawValue
        case .empty: unsafe edit.operation = CDCMTK_EMPTY.rawValue
        case .set(let value):
          unsafe edit.operation = CDCMTK_SET.rawValue
          unsafe edit.value = values.baseAddress.map { unsafe $0 + offset }
          unsafe edit.length = UInt32(value.count)
          offset += value.count
        }
        return unsafe edit
      }
      return unsafe edits.withUnsafeBufferPointer {
        unsafe cdcmtk_file_apply(handle, $0.baseAddress, $0.count)
      }
    }
    try check(condition)
    guard !inserted.isEmpty else { return }
    try check(
      unsafe inserted.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { preconditionFailure("not empty") }
        return unsafe cdcmtk_file_insert(handle, base, bytes.count)
      })
  }

  /// Writes preamble, `meta` and the data set to a new file at `path`.
  public func write(to path: String, meta: FileMeta) throws(DCMTKError) {
    let encoded = meta.encoded
    try check(
      unsafe encoded.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { preconditionFailure("not empty") }
        return unsafe cdcmtk_file_write(handle, path, base, bytes.count)
      })
  }
}

/// What happens to the element at `index` of the data set as it was read.
public struct ElementChange: Sendable {
  public enum Operation: Sendable {
    case remove
    case empty
    case set([UInt8])
  }

  public let index: Int
  public let operation: Operation

  public init(index: Int, operation: Operation) {
    self.index = index
    self.operation = operation
  }
}

extension DataElement {
  fileprivate init(_ element: cdcmtk_element) {
    let range =
      element.offset == UInt32.max ? nil : Int(element.offset)..<Int(element.offset) + Int(element.length)
    self.init(
      tag: Tag(rawValue: element.tag),
      vr: VR(rawValue: element.vr),
      kind: Kind(rawValue: element.kind) ?? .value,
      depth: Int(element.depth),
      length: Int(element.length),
      range: range,
      end: Int(element.end))
  }
}
