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
  ///
  /// The levels depend on the set of statements, not on their order.
  public func add(_ statements: [PatientStatement]) throws -> [[UInt8]: PatientLevel] {
    try database.write { db in
      var changed: [[UInt8]: PatientLevel] = [:]
      for statement in statements {
        let level = try Self.add(statement, key: statement.key, issuer: statement.issuerKey, &changed, in: db)
        if level == .issuer, let issuerKey = statement.issuerKey {
          _ = try Self.add(statement, key: issuerKey, issuer: nil, &changed, in: db)
        }
      }
      return changed
    }
  }

  private static func add(
    _ statement: PatientStatement, key: [UInt8], issuer: [UInt8]?, _ changed: inout [[UInt8]: PatientLevel],
    in db: Database
  ) throws -> PatientLevel {
    let select = try db.cachedStatement(
      sql: "SELECT issuer, birthDate, sex, level FROM patient WHERE key = ?")
    let new = (issuer.map { Data($0) }, statement.birthDate.map { Data($0) }, statement.sex.map { Data($0) })
    guard let row = try Row.fetchOne(select, arguments: [Data(key)]) else {
      try db.cachedStatement(sql: "INSERT INTO patient (key, issuer, birthDate, sex) VALUES (?, ?, ?, ?)")
        .execute(arguments: [Data(key), new.0, new.1, new.2])
      return .id
    }
    let known: (Data?, Data?, Data?) = (row[0], row[1], row[2])
    let before = PatientLevel(rawValue: row[3]) ?? .study
    var level = before
    if before == .issuer || differ(known.0, new.0) {
      level = .issuer
    } else if before == .study || differ(known.1, new.1) || differ(known.2, new.2) {
      level = .study
    }
    // Nothing new, as with most files of a series: no write.
    if level == before, known.0 != nil || new.0 == nil, known.1 != nil || new.1 == nil,
      known.2 != nil || new.2 == nil
    {
      return level
    }
    try db.cachedStatement(
      sql: """
        UPDATE patient SET issuer = coalesce(issuer, ?), birthDate = coalesce(birthDate, ?), sex = coalesce(sex, ?),
          level = ? WHERE key = ?
        """
    ).execute(arguments: [new.0, new.1, new.2, level.rawValue, Data(key)])
    if level != before { changed[key] = level }
    return level
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

private func differ(_ known: Data?, _ new: Data?) -> Bool {
  guard let known, let new else { return false }
  return known != new
}
