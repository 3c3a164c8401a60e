internal import GRDB

extension Catalog {
  /// Numbers for reports and the manifest.
  public struct Totals: Codable, Equatable, Sendable {
    public let patients: Int
    public let studies: Int
    public let series: Int
    public let instances: Int
    public let bytes: Int
  }

  public struct ModalityTotals: Sendable {
    public let modality: String
    public let patients: Int
    public let studies: Int
    public let series: Int
    public let instances: Int
    public let frames: Int
    public let bytes: Int
  }

  public func totals() throws -> Totals {
    try database.read { db in
      guard
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT (SELECT count(*) FROM patient), (SELECT count(*) FROM study), (SELECT count(*) FROM series),
              count(*), coalesce(sum(size), 0) FROM instance
            """)
      else { return Totals(patients: 0, studies: 0, series: 0, instances: 0, bytes: 0) }
      return Totals(patients: row[0], studies: row[1], series: row[2], instances: row[3], bytes: row[4])
    }
  }

  public func totalsByModality() throws -> [ModalityTotals] {
    try database.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT modality, count(DISTINCT patient), count(DISTINCT study), count(DISTINCT series), count(*),
            sum(max(frames, 1)), sum(size)
          FROM instances GROUP BY modality ORDER BY modality
          """
      ).map {
        ModalityTotals(
          modality: $0[0], patients: $0[1], studies: $0[2], series: $0[3], instances: $0[4], frames: $0[5],
          bytes: $0[6])
      }
    }
  }

  /// Calls `body` with each line of the dump: the whole catalog, sorted, tab-separated, without times.
  public func dump(_ body: (String) throws -> Void) throws {
    try database.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT patient, study, series, instance, path, size, modality, sopClass, transferSyntax, rows, columns,
            frames, coalesce(review, '')
          FROM instances ORDER BY 1, 2, 3, 4
          """)
      while let row = try rows.next() {
        try body(
          row.databaseValues.map { String.fromDatabaseValue($0) ?? "\(Int.fromDatabaseValue($0) ?? 0)" }
            .joined(separator: "\t"))
      }
    }
  }

  /// One instance per series, spread over the modalities: what a contact sheet shows.
  public func samples(perModality limit: Int) throws -> [(modality: String, path: String, frames: Int)] {
    try database.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT modality, path, frames FROM (
            SELECT modality, path, frames, row_number() OVER (PARTITION BY modality ORDER BY path) AS place FROM (
              SELECT modality, path, frames, row_number() OVER (PARTITION BY seriesNumber ORDER BY instance) AS first
              FROM instances WHERE rows > 0
            ) WHERE first = 1
          ) WHERE place <= ? ORDER BY modality, place
          """, arguments: [limit]
      ).map { ($0[0], $0[1], $0[2]) }
    }
  }
}
