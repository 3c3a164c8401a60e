internal import DICOMCore
internal import Glibc

/// A regular file mapped for reading, so that a look at its structure touches only the pages it needs.
///
/// Sole owner of the mapping. A file cut short by somebody else while it is mapped ends the process with
/// SIGBUS, which costs that file: the supervisor goes on.
@safe struct MappedFile: ~Copyable {
  private let bytes: UnsafeRawBufferPointer

  init(path: String) throws(StructureError) { unsafe bytes = try Self.map(path) }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

  /// Lends the whole file.
  func withBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws(StructureError) -> Result
  ) throws(StructureError) -> Result {
    try unsafe body(bytes)
  }

  private static func map(_ path: String) throws(StructureError) -> UnsafeRawBufferPointer {
    let descriptor = unsafe RawPath.withCString(path) { unsafe open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw .unreadable }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable
    }
    let count = Int(status.st_size)
    guard count > 0 else { throw .empty }
    let mapping = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard unsafe mapping != MAP_FAILED else { throw .unreadable }
    return unsafe UnsafeRawBufferPointer(start: mapping, count: count)
  }
}
