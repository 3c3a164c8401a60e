internal import Glibc

/// The file that holds the project key: 32 random bytes, for its owner alone.
enum KeyFile {
  static let byteCount = 32

  /// 32 bytes of the system's randomness.
  static func random() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  static func create(at path: String, _ bytes: [UInt8]) throws(VaultError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path: path) }
    defer { close(descriptor) }
    guard unsafe write(descriptor, bytes, byteCount) == byteCount, fsync(descriptor) == 0 else {
      throw .unwritable(path: path)
    }
  }

  static func read(at path: String) throws(VaultError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .keyUnreadable(path: path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .keyUnreadable(path: path) }
    guard status.st_mode & 0o077 == 0 else { throw .keyTooOpen(path: path) }
    var bytes = [UInt8](repeating: 0, count: byteCount + 1)
    guard unsafe Glibc.read(descriptor, &bytes, byteCount + 1) == byteCount else {
      throw .keyDamaged(path: path)
    }
    return Array(bytes.prefix(byteCount))
  }
}
