internal import GRDB

extension Journal {
  /// Files of a run by state and reason.
  public struct Count: Sendable {
    public let state: FileState
    public let reason: String?
    public let files: Int
    public let bytes: Int
  }

  public func counts(ofRun run: Int? = nil) throws -> [Count] {
    try database.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT state, reason, count(*), sum(size) FROM file WHERE run = coalesce(?, run)
          GROUP BY state, reason ORDER BY state, reason
          """, arguments: [run]
      ).compactMap { row in
        FileState(rawValue: row[0]).map { Count(state: $0, reason: row[1], files: row[2], bytes: row[3]) }
      }
    }
  }

  public func releasedCount() throws -> Int {
    try database.read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM file WHERE state = ?", arguments: [FileState.released.rawValue]) ?? 0
    }
  }

  /// Released files that a person should look at, by reason.
  public func reviewCounts() throws -> [(review: String, files: Int)] {
    try database.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT review, count(*) FROM file WHERE state = ? AND review IS NOT NULL GROUP BY review ORDER BY review
          """, arguments: [FileState.released.rawValue]
      ).map { ($0[0], $0[1]) }
    }
  }

  /// A file that was withheld.
  public struct Withheld: Sendable {
    public let number: Int
    public let path: String
    public let size: Int
    public let reason: String
  }

  /// Calls `body` with every withheld file, in walk order; with `number` only that one.
  public func forEachWithheld(number: Int? = nil, _ body: (Withheld) throws -> Void) throws {
    try database.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT number, path, size, reason FROM file WHERE state = ? AND number = coalesce(?, number) ORDER BY number
          """, arguments: [FileState.quarantined.rawValue, number])
      while let row = try rows.next() {
        try body(Withheld(number: row[0], path: row[1], size: row[2], reason: row[3] ?? ""))
      }
    }
  }

  /// The output of a released instance and the file it came from.
  public func release(ofInstance instance: String) throws -> (number: Int, output: String)? {
    try database.read { db in
      try Row.fetchOne(
        db, sql: "SELECT number, output FROM file WHERE instance = ? AND state = ?",
        arguments: [instance, FileState.released.rawValue]
      ).map { ($0[0], $0[1]) }
    }
  }

  public func lastRun() throws -> Int? {
    try database.read { db in try Int.fetchOne(db, sql: "SELECT max(number) FROM run") }
  }
}
