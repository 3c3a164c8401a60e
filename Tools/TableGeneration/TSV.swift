import Foundation

/// A tab-separated table: comment lines start with `#`, the first other line names the columns.
package struct TSV: Sendable {
  package let columns: [String]
  package let rows: [[String]]

  package init(_ text: String, name: String) throws(GenerationError) {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    guard let head = lines.first else { throw GenerationError(file: name, what: "is empty") }
    columns = head.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    rows = lines.dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard rows.allSatisfy({ $0.count == columns.count }) else {
      throw GenerationError(file: name, what: "has a row whose number of cells differs from the heading's")
    }
  }

  /// Reads `profiles/` + `name` under the repository's root.
  package init(root: String, _ name: String) throws {
    try self.init(String(contentsOfFile: root + "/profiles/" + name, encoding: .utf8), name: name)
  }

  /// The cells of one column, top to bottom.
  package subscript(column: String) -> [String] {
    guard let index = columns.firstIndex(of: column) else { return [] }
    return rows.map { $0[index] }
  }

  /// The rows as dictionaries, column name to cell.
  package var records: [[String: String]] {
    rows.map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
  }
}

/// A table that cannot be turned into Swift.
package struct GenerationError: Error, CustomStringConvertible {
  package let file: String
  package let what: String

  package var description: String { "profiles/\(file): \(what)" }
}
