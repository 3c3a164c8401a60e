internal import CLinux
internal import Glibc

/// What the standard library has no call for.
enum FileSystem {
  enum Failure: Error, Equatable {
    case noSpace
    case failed(code: Int32)
  }

  /// Flushes the file system that holds `path`: files, and the renames before it.
  static func flush(_ path: String) throws(Failure) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw last }
    defer { close(descriptor) }
    guard clinux_syncfs(descriptor) == 0 else { throw last }
  }

  /// Moves a file to a new name, to another file system by a flushed copy under a hidden name.
  static func move(_ source: String, to target: String) throws(Failure) {
    if unsafe rename(source, target) == 0 { return }
    guard errno == EXDEV else { throw last }
    let folder = target.prefix(upTo: target.lastIndex(of: "/") ?? target.startIndex)
    let hidden = "\(folder)/.incoming"
    do throws(Failure) {
      try copy(source, to: hidden)
      guard unsafe rename(hidden, target) == 0 else { throw last }
    } catch {
      _ = unsafe unlink(hidden)
      throw error
    }
    _ = unsafe unlink(source)
  }

  private static func copy(_ source: String, to target: String) throws(Failure) {
    let input = unsafe open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw last }
    defer { close(input) }
    let output = unsafe open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard output >= 0 else { throw last }
    defer { close(output) }
    while true {
      let count = sendfile(output, input, nil, 1 << 30)
      if count == 0 { break }
      guard count > 0 else { throw last }
    }
    guard fsync(output) == 0 else { throw last }
  }

  static func makeFolders(_ path: String) throws(Failure) {
    if unsafe mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else { throw last }
    try makeFolders(String(path[..<slash]))
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw last }
  }

  /// Removes a released file and the folders that are empty then.
  static func withdraw(_ output: String, from dataSet: String) {
    remove(dataSet + "/" + output)
    var folders = output.split(separator: "/").dropLast()
    while folders.count > 1, unsafe rmdir(dataSet + "/" + folders.joined(separator: "/")) == 0 {
      folders.removeLast()
    }
  }

  static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// Whether two files hold the same bytes.
  static func haveSameBytes(_ first: String, _ second: String) -> Bool {
    guard let one = unsafe fopen(first, "re") else { return false }
    defer { unsafe fclose(one) }
    guard let other = unsafe fopen(second, "re") else { return false }
    defer { unsafe fclose(other) }
    var left = [UInt8](repeating: 0, count: 1 << 16)
    var right = left
    while true {
      let count = unsafe fread(&left, 1, left.count, one)
      guard unsafe fread(&right, 1, right.count, other) == count, left[..<count] == right[..<count] else {
        return false
      }
      if count < left.count { return true }
    }
  }

  /// Whether less room is left where `path` is than a file of about `bytes` needs.
  static func isFull(at path: String, for bytes: Int) -> Bool {
    let folder = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex))
    var status = statvfs()
    guard unsafe statvfs(folder, &status) == 0 else { return false }
    return Int(status.f_bavail) * Int(status.f_frsize) < bytes + 1 << 20
  }

  /// What the system says of an error number.
  static func words(for code: Int32) -> String {
    guard let words = unsafe strerror(code) else { return "\(code)" }
    return unsafe String(cString: words)
  }

  private static var last: Failure { errno == ENOSPC || errno == EDQUOT ? .noSpace : .failed(code: errno) }
}
