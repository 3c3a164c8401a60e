internal import DICOMCore
internal import Glibc

/// A new file, written in large blocks; sole owner of its descriptor.
final class CopyOutput {
  /// Bytes that wait to be written; what is longer goes out at once.
  private static let blockSize = 64 << 10
  /// So much of a mapped input is in memory at a time.
  private static let chunkSize = 8 << 20

  private let path: String
  private let descriptor: Int32
  private var block: [UInt8] = []

  init(path: String) throws(StructureError) {
    // Patient data in the clear: nobody else's business.
    let mode = mode_t(S_IRUSR | S_IWUSR)
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .unwritable }
    self.path = path
    block.reserveCapacity(Self.blockSize)
  }

  deinit { close(descriptor) }

  /// Appends bytes of a `MappedFile`, whose pages need not stay in memory afterwards.
  func write(mapped bytes: UnsafeRawBufferPointer) throws(StructureError) {
    if block.count + bytes.count <= Self.blockSize {
      unsafe block.append(contentsOf: bytes)
      return
    }
    try flush()
    var offset = 0
    while offset < bytes.count {
      let chunk = unsafe UnsafeRawBufferPointer(rebasing: bytes[offset...].prefix(Self.chunkSize))
      try unsafe put(chunk)
      unsafe Self.release(chunk)
      offset += chunk.count
    }
  }

  /// Appends a number in little endian.
  func write(_ number: some FixedWidthInteger & UnsignedInteger) throws(StructureError) {
    if block.count + MemoryLayout.size(ofValue: number) > Self.blockSize { try flush() }
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      block.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  func write(_ tag: Tag) throws(StructureError) {
    try write(tag.group)
    try write(tag.element)
  }

  /// Hands everything to the kernel.
  func finish() throws(StructureError) { try flush() }

  /// Takes the file away again.
  func discard() { _ = unsafe unlink(path) }

  /// Gives whole pages back; they are read again from the file should anybody ask.
  private static func release(_ chunk: UnsafeRawBufferPointer) {
    let size = Int(getpagesize())
    guard let base = chunk.baseAddress else { return }
    let skipped = -Int(bitPattern: base) & (size - 1)
    let count = (chunk.count - skipped) / size * size
    guard count > 0 else { return }
    _ = unsafe madvise(UnsafeMutableRawPointer(mutating: base + skipped), count, MADV_DONTNEED)
  }

  private func flush() throws(StructureError) {
    var failure: StructureError?
    unsafe block.withUnsafeBytes { bytes in
      do throws(StructureError) { try unsafe put(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    block.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws(StructureError) {
    var offset = 0
    while offset < bytes.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[offset...])
      let written = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw .unwritable }
      offset += written
    }
  }
}
