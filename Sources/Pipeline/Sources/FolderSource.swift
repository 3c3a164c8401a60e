internal import DICOMCore
internal import Glibc
internal import Vault

/// Finds the files below folders, lazily and in a fixed order: entries by the bytes of their names.
///
/// A symbolic link to a file is followed when the file lies within the input it was found in; links to
/// folders are not entered, so there are no loops.
struct FolderSource {
  enum Entry {
    case file(FoundFile)
    /// A link that leads out of the input, or an entry that cannot be looked at.
    case unusable(FoundFile, isLink: Bool)
  }

  private struct Folder {
    let path: String
    /// In reverse order, so that the next one is the last.
    var names: [String]
  }

  private var inputs: [String]
  private var root = ""
  private var folders: [Folder] = []

  /// `inputs` are real paths of files and folders.
  init(inputs: [String]) { self.inputs = inputs.reversed() }

  mutating func next() -> Entry? {
    while true {
      guard let folder = folders.popLast() else {
        guard let input = inputs.popLast() else { return nil }
        root = input
        if let entry = visit(input) { return entry }
        continue
      }
      var rest = folder
      guard let name = rest.names.popLast() else { continue }
      folders.append(rest)
      if let entry = visit(folder.path + "/" + name) { return entry }
    }
  }

  /// Returns the entry at `path`, or nil for a folder, whose entries come next.
  private mutating func visit(_ path: String) -> Entry? {
    var status = stat()
    guard unsafe RawPath.withCString(path, { unsafe lstat($0, &status) }) == 0 else {
      return .unusable(found(path, status), isLink: false)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(found(path, status))
    case S_IFDIR:
      guard let names = Self.names(in: path) else { return .unusable(found(path, status), isLink: false) }
      folders.append(Folder(path: path, names: names))
      return nil
    case S_IFLNK: return link(path)
    // Sockets, pipes and devices hold no files.
    default: return nil
    }
  }

  private func link(_ path: String) -> Entry? {
    var status = stat()
    guard let target = Self.realPath(path),
      unsafe RawPath.withCString(target, { unsafe stat($0, &status) }) == 0
    else {
      return .unusable(found(path, Glibc.stat()), isLink: false)
    }
    guard target == root || target.hasPrefix(root + "/") else {
      return .unusable(found(path, status), isLink: true)
    }
    // What it points to is found where it is.
    return nil
  }

  private func found(_ path: String, _ status: stat) -> FoundFile {
    FoundFile(
      path: path, size: Int(status.st_size),
      modified: Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec))
  }

  private static func names(in path: String) -> [String]? {
    guard let directory = unsafe RawPath.withCString(path, { unsafe opendir($0) }) else { return nil }
    defer { unsafe closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $1.lexicographicallyPrecedes($0) }.map(RawPath.text)
  }

  /// The path without links, or nil when there is nothing.
  static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe RawPath.withCString(path, { unsafe realpath($0, nil) }) else { return nil }
    defer { unsafe free(resolved) }
    return RawPath.text(of: unsafe Array(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved))))
  }
}

extension FolderSource {
  /// Files and bytes below the inputs; for the progress bar, so what changes meanwhile does not matter.
  static func total(of inputs: [String]) -> (files: Int, bytes: Int) {
    var source = FolderSource(inputs: inputs)
    var total = (files: 0, bytes: 0)
    while let entry = source.next() {
      total.files += 1
      switch entry {
      case .file(let file), .unusable(let file, _): total.bytes += file.size
      }
    }
    return total
  }
}
