internal import Foundation

/// Where folders really are, and whether one lies in another.
enum Paths {
  /// An absolute path without links as far as it exists, for a folder that may not exist yet.
  static func absolute(_ path: String) -> String {
    if let real = FolderSource.realPath(path) { return real }
    let url = URL(fileURLWithPath: path).standardizedFileURL
    let parent = url.deletingLastPathComponent().path
    guard parent != url.path, !parent.isEmpty else { return url.path }
    let base = absolute(parent)
    return base == "/" ? "/" + url.lastPathComponent : base + "/" + url.lastPathComponent
  }

  static func isInside(_ path: String, _ folder: String) -> Bool {
    path == folder || path.hasPrefix(folder + "/")
  }

  static func refuseNesting(vault: String, dataSet: String) throws(JobError) {
    guard !isInside(vault, dataSet), !isInside(dataSet, vault) else {
      throw .nested(vault: vault, dataSet: dataSet)
    }
  }
}
