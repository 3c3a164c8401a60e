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

  /// Whether files were released under another configuration: a data set has one.
  public func hasReleases(notUnder configuration: String) throws -> Bool {
    try database.read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM file WHERE state = ? AND configuration <> ?)",
        arguments: [FileState.released.rawValue, configuration]) ?? false
    }
  }

  /// Notes files before they are opened; one that is done and has not changed since is not to be opened
  /// again.
  public func claim(_ files: [FoundFile], run: Int, configuration: String, mapping: Bool) throws -> [Claim] {
    try database.write { db in
      let known = try db.cachedStatement(
        sql: """
          SELECT number, size, modified, configuration, state, mapped, instance, output FROM file WHERE path = ?
          """)
      return try files.map { file in
        guard let row = try Row.fetchOne(known, arguments: [file.path]) else {
          return .process(
            number: try Self.insert(file, run: run, configuration: configuration, in: db), outdated: nil)
        }
        let number: Int = row[0]
        let state = FileState(rawValue: row[4]) ?? .found
        let unchanged = row[1] == file.size && row[2] == file.modified && row[3] == configuration
        if unchanged, state.rawValue >= FileState.released.rawValue {
          try Self.see(number, run: run, in: db)
          return mapping && state == .released && !row[5] ? .map(number: number) : .done(state)
        }
        if unchanged, state == .again {
          try Self.see(number, run: run, in: db)
          return .done(state)
        }
        try Self.renew(number, file, run: run, configuration: configuration, in: db)
        let release: (String?, String?) = (row[6], row[7])
        guard state == .released, let instance = release.0, let output = release.1 else {
          return .process(number: number, outdated: nil)
        }
        return .process(number: number, outdated: Release(number: number, instance: instance, output: output))
      }
    }
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
