import Foundation
import TableGeneration

/// Writes the Swift tables from `profiles/`; with `--check` only tells which are stale.
@main
enum GenerateTables {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.allSatisfy({ $0 == "--check" }) else {
      print("usage: \(GeneratedFile.command) [--check], in the repository's root")
      exit(64)
    }
    let root = FileManager.default.currentDirectoryPath
    let stale = try GeneratedFile.all(root: root).filter { $0.isStale(root: root) }
    if arguments.isEmpty {
      for file in stale {
        try file.write(root: root)
        print("wrote \(file.path)")
      }
    } else if !stale.isEmpty {
      for file in stale { print("stale: \(file.path)") }
      print("run: \(GeneratedFile.command)")
      exit(1)
    }
  }
}
