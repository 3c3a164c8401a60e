internal import Foundation
internal import GRDB

extension Journal {
  /// Notes a new run and returns its number.
  public func begin(configuration: String, profile: String) throws -> Int {
    try database.write { db in
      try db.execute(
        sql: "INSERT INTO run (configuration, profile, started) VALUES (?, ?, ?)",
        arguments: [configuration, profile, Date().timeIntervalSince1970])
      return Int(db.lastInsertedRowID)
    }
  }

  public func finish(run: Int) throws {
    try database.write { db in
      try db.execute(
        sql: "UPDATE run SET finished = ? WHERE number = ?", arguments: [Date().timeIntervalSince1970, run])
    }
  }

  /// Whether files were released under another profile or pixel check: a data set has one.
  public func hasReleases(notUnder mixing: String) throws -> Bool {
    try database.read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM file WHERE state = ? AND configuration NOT LIKE ?)",
        arguments: [FileState.released.rawValue, mixing + "-%"]) ?? false
    }
  }

  /// Notes files before they are opened; one that is done and has not changed since is not to be opened again.
  ///
  /// Other bytes under a known path are another file: the next CD has the same names. What came from the old one
  /// stays; only a row that released nothing is used again.
  public func claim(
    _ files: [FoundFile], run: Int, configuration: String, mapping: Bool
  ) throws -> [Claim] {
    try database.write { db in
      let known = try db.cachedStatement(
        sql: """
          SELECT number, state, reason, configuration, mapped, output FROM file
          WHERE path = ? AND (size = ? AND modified = ? OR state NOT IN (3, 5))
          ORDER BY size = ? AND modified = ? DESC, number LIMIT 1
          """)
      return try files.map { file in
        let version: StatementArguments = [file.size, file.modified]
        guard let row = try Row.fetchOne(known, arguments: [file.path] + version + version) else {
          return .process(number: try Self.insert(file, run: run, configuration: configuration, in: db))
        }
        let number: Int = row[0]
        let state = FileState(rawValue: row[1]) ?? .found
        if state == .released || state == .duplicate {
          try Self.see(number, run: run, in: db)
          return mapping && state == .released && !row[4]
            ? .map(number: number) : .done(state, number: number, output: row[5])
        }
        let isSame = try Self.isSame(number, file, in: db) && row[3] == configuration
        if isSame, state == .again || state == .skipped || state == .quarantined && !Self.mayPass(row[2]) {
          try Self.see(number, run: run, in: db)
          return .done(state, number: number, output: nil)
        }
        try Self.renew(number, file, run: run, configuration: configuration, in: db)
        return .process(number: number)
      }
    }
  }

  /// Takes files whose output is gone from the data set as not done.
  public func reopen(_ number: Int) throws {
    try database.write { db in
      try db.execute(
        sql: "UPDATE file SET state = ?, instance = NULL, output = NULL WHERE number = ?",
        arguments: [FileState.found.rawValue, number])
    }
  }

  /// Whether a file may do better next time though not a byte of it changes: rights and disks are mended.
  private static func mayPass(_ reason: String?) -> Bool { reason == "unreadable" || reason == "unwritable" }

  private static func isSame(_ number: Int, _ file: FoundFile, in db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT size = ? AND modified = ? FROM file WHERE number = ?")
    return try Bool.fetchOne(statement, arguments: [file.size, file.modified, number]) ?? false
  }

  /// Closes rows, in one transaction.
  public func close(_ results: [FileResult]) throws {
    try database.write { db in
      for result in results { try Self.close(result, in: db) }
    }
  }

  static func close(_ result: FileResult, in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        UPDATE file SET state = ?, reason = ?, review = ?, instance = ?, output = ?, patientKey = ?, issuerKey = ?,
          level = ?, mapped = ? WHERE number = ?
        """)
    try statement.execute(arguments: [
      result.state.rawValue, result.reason, result.review, result.instance, result.output,
      result.patient.map { Data($0.key) }, result.patient?.issuerKey.map { Data($0) },
      result.patient?.level.rawValue ?? 0, result.mapped, result.number,
    ])
  }

  private static func insert(_ file: FoundFile, run: Int, configuration: String, in db: Database) throws
    -> Int
  {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO file (path, size, modified, run, configuration, state) VALUES (?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      file.path, file.size, file.modified, run, configuration, FileState.found.rawValue,
    ])
    return Int(db.lastInsertedRowID)
  }

  private static func renew(
    _ number: Int, _ file: FoundFile, run: Int, configuration: String, in db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        UPDATE file SET size = ?, modified = ?, run = ?, configuration = ?, state = ?, reason = NULL, crashes = 0
        WHERE number = ?
        """)
    try statement.execute(arguments: [
      file.size, file.modified, run, configuration, FileState.found.rawValue, number,
    ])
  }

  private static func see(_ number: Int, run: Int, in db: Database) throws {
    try db.cachedStatement(sql: "UPDATE file SET run = ? WHERE number = ?").execute(arguments: [run, number])
  }

  /// Notes that the UIDs of a released file are in the crosswalk.
  public func markMapped(_ number: Int) throws {
    try database.write { db in
      try db.execute(sql: "UPDATE file SET mapped = 1 WHERE number = ?", arguments: [number])
    }
  }
}
