internal import Foundation
internal import GRDB

extension Journal {
  /// The keys that need more than the ID, with what they need.
  public func patientLevels() throws -> [[UInt8]: PatientLevel] {
    try database.read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT key, level FROM patient WHERE level > 0")
      return Dictionary(
        uniqueKeysWithValues: rows.map { row in
          let key: Data = row[0]
          return (Array(key), PatientLevel(rawValue: row[1]) ?? .study)
        })
    }
  }

  /// Adds what files say and returns the keys whose level is now another, with it.
  public func add(_ statements: [PatientStatement]) throws -> [[UInt8]: PatientLevel] {
    try database.write { db in
      var changed: [[UInt8]: PatientLevel] = [:]
      for statement in statements {
        let level = try Self.add(statement, to: statement.key, underIssuer: false, &changed, in: db)
        if level == .issuer, let issuerKey = statement.issuerKey {
          _ = try Self.add(statement, to: issuerKey, underIssuer: true, &changed, in: db)
        }
      }
      return changed
    }
  }

  private static func add(
    _ statement: PatientStatement, to key: [UInt8], underIssuer: Bool,
    _ changed: inout [[UInt8]: PatientLevel],
    in db: Database
  ) throws -> PatientLevel {
    let known = try record(of: key, in: db)
    var record = known ?? PatientRecord()
    record.add(statement, underIssuer: underIssuer)
    // Nothing new, as with most files of a series: no write.
    guard record != known else { return record.level }
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO patient (key, issuer, birthDate, sex, level) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [
      Data(key), record.issuer.map { Data($0) }, record.birthDate.map { Data($0) },
      record.sex.map { Data($0) },
      record.level.rawValue,
    ])
    if record.level != known?.level ?? .id { changed[key] = record.level }
    return record.level
  }

  private static func record(of key: [UInt8], in db: Database) throws -> PatientRecord? {
    let select = try db.cachedStatement(
      sql: "SELECT issuer, birthDate, sex, level FROM patient WHERE key = ?")
    return try Row.fetchOne(select, arguments: [Data(key)]).map { row in
      let (issuer, birthDate, sex): (Data?, Data?, Data?) = (row[0], row[1], row[2])
      return PatientRecord(
        issuer: issuer.map { Array($0) }, birthDate: birthDate.map { Array($0) }, sex: sex.map { Array($0) },
        level: PatientLevel(rawValue: row[3]) ?? .study)
    }
  }

  /// A released file that has to come back.
  public struct Release: Sendable {
    public let number: Int
    public let instance: String
    public let output: String
  }

  /// What was released at another level than its patient needs by now.
  public func releasesAtWrongLevel() throws -> [Release] {
    try database.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT number, instance, output FROM file JOIN patient ON patient.key = file.patientKey
          LEFT JOIN patient AS issued ON issued.key = file.issuerKey
          WHERE state = ? AND patient.level > 0 AND file.level <> CASE
            WHEN patient.level = 2 OR file.issuerKey IS NULL THEN 2
            ELSE max(1, coalesce(issued.level, 0)) END
          ORDER BY number
          """, arguments: [FileState.released.rawValue]
      ).map { Release(number: $0[0], instance: $0[1], output: $0[2]) }
    }
  }
}
