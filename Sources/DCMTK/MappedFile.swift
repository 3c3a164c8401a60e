internal import Glibc

/// A regular file mapped for reading, so that a look at its structure touches only the pages it needs.
///
/// Sole owner of the mapping. A file cut short by somebody else while it is mapped ends the process with SIGBUS, which
/// costs that file: the supervisor goes on.
@safe struct MappedFile: ~Copyable {
  let count: Int
  private let base: UnsafeRawPointer?

  init(path: String) throws(StructureError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .unreadable }
    count = Int(status.st_size)
    guard count > 0 else { throw .empty }
    let mapping = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard unsafe mapping != MAP_FAILED, let mapping = unsafe mapping else { throw .unreadable }
    unsafe base = UnsafeRawPointer(mapping)
  }

  deinit { if let base = unsafe base { unsafe munmap(UnsafeMutableRawPointer(mutating: base), count) } }

  /// Lends the whole file.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws(StructureError) -> Result) throws(StructureError)
    -> Result
  {
    try unsafe body(UnsafeRawBufferPointer(start: base, count: count))
  }
}
