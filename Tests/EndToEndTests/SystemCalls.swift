import Foundation

/// A log of strace -f -y, read for the order of writes, flushes and renames.
struct SystemCalls {
  struct Rename {
    let position: Int
    let source: String
    let target: String
  }

  private var writes: [(position: Int, path: String, text: String)] = []
  private var flushes: [Int] = []
  private var renames: [Rename] = []

  init(log: String) throws {
    let lines = String(decoding: try Data(contentsOf: URL(filePath: log)), as: UTF8.self).split(
      separator: "\n")
    var unfinished: [Substring: Substring] = [:]
    for (position, line) in lines.enumerated() {
      let process = line.prefix { $0 != " " }
      let call = line.drop { $0 != " " }.drop { $0 == " " }
      if call.hasSuffix("<unfinished ...>") {
        unfinished[process] = call
        // A write counts from its start on, a flush and a rename when they have returned.
        if call.contains("write") { add(call, at: position) }
      } else if call.hasPrefix("<... ") {
        if let start = unfinished.removeValue(forKey: process), !start.contains("write") {
          add(start.dropLast("<unfinished ...>".count) + call.drop { $0 != ">" }.dropFirst(), at: position)
        }
      } else {
        add(call, at: position)
      }
    }
  }

  private mutating func add(_ call: Substring, at position: Int) {
    let name = call.prefix { $0 != "(" }
    switch name {
    case "write", "pwrite64", "writev", "sendfile":
      guard let start = call.firstIndex(of: "<"), let end = call[start...].firstIndex(of: ">") else { return }
      writes.append((position, String(call[call.index(after: start)..<end]), String(call[end...])))
    case "syncfs":
      if call.hasSuffix("= 0") { flushes.append(position) }
    case "rename", "renameat", "renameat2":
      let paths = call.split(separator: "\"", omittingEmptySubsequences: false)
      guard paths.count == 5, call.hasSuffix("= 0") else { return }
      renames.append(Rename(position: position, source: String(paths[1]), target: String(paths[3])))
    default: break
    }
  }

  func renames(into folder: String) -> [Rename] {
    renames.filter { $0.target.hasPrefix(folder + "/images/") }
  }

  func lastWrite(to path: String) -> Int? { writes.last { $0.path == path }?.position }

  func firstWrite(to path: String, holding text: String) -> Int? {
    writes.first { $0.path == path && $0.text.contains(text) }?.position
  }

  func isFlushed(after start: Int, before end: Int) -> Bool { flushes.contains { $0 > start && $0 < end } }
}
