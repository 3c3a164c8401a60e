internal import Foundation
internal import Vault

/// The maps from originals to pseudonyms that a user asks for; identified, so written for their owner alone.
public struct MapFiles: Sendable {
  let uids: String?
  let patients: String?

  public init(uids: String?, patients: String?) {
    self.uids = uids
    self.patients = patients
  }

  private static let firstLine = "id_old,id_new\n"

  /// Refuses to write into either side, or over anything but an earlier map.
  func check(vault: String, dataSet: String) throws(JobError) {
    for path in [uids, patients].compactMap(\.self) {
      let real = Paths.absolute(path)
      guard !Paths.isInside(real, vault), !Paths.isInside(real, dataSet) else { throw .mapInside(path: path) }
      guard FileManager.default.fileExists(atPath: real) else { continue }
      let start = FileHandle(forReadingAtPath: real)?.readData(ofLength: Self.firstLine.utf8.count)
      guard start == Data(Self.firstLine.utf8) || start?.isEmpty == true else { throw .mapExists(path: path) }
    }
  }

  func write(from crosswalk: Crosswalk) throws {
    if let uids { try write(.uid, from: crosswalk, to: uids) }
    if let patients { try write(.patient, from: crosswalk, to: patients) }
  }

  private func write(_ kind: Crosswalk.Kind, from crosswalk: Crosswalk, to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let file = FileHandle(forWritingAtPath: path)
    else { throw JobError.unwritable(path: path) }
    defer { try? file.close() }
    var lines = Self.firstLine
    try crosswalk.forEach(kind) { original, pseudonym in
      lines += "\(Self.cell(original)),\(Self.cell(pseudonym))\n"
      guard lines.utf8.count > 1 << 16 else { return }
      try file.write(contentsOf: Data(lines.utf8))
      lines = ""
    }
    try file.write(contentsOf: Data(lines.utf8))
  }

  /// RFC 4180.
  private static func cell(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { ",\"\r\n".utf8.contains($0) }
    guard needsQuotes else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
