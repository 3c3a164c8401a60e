internal import GRDB

/// What the catalog knows of one instance; every UID and ID is a pseudonym.
public struct CatalogInstance: Sendable {
  public let patient: String
  public let study: String
  public let series: String
  public let uid: String
  public let size: Int
  public let modality: String
  public let sopClass: String
  public let transferSyntax: String
  public let rows: Int
  public let columns: Int
  public let frames: Int
  public let review: String?

  /// Where the file is, below the data set's folder.
  public var path: String { "images/\(patient)/\(study)/\(series)/\(uid).dcm" }

  public init(
    patient: String, study: String, series: String, uid: String, size: Int, modality: String,
    sopClass: String, transferSyntax: String, rows: Int, columns: Int, frames: Int, review: String?
  ) {
    self.patient = patient
    self.study = study
    self.series = series
    self.uid = uid
    self.size = size
    self.modality = modality
    self.sopClass = sopClass
    self.transferSyntax = transferSyntax
    self.rows = rows
    self.columns = columns
    self.frames = frames
    self.review = review
  }
}

extension Catalog {
  /// Adds instances in one transaction; one that is there is replaced, as after an interrupted run.
  public func add(_ instances: [CatalogInstance]) throws {
    guard !instances.isEmpty else { return }
    try database.write { db in
      let insert = try db.cachedStatement(sql: "INSERT OR REPLACE INTO instance VALUES (?,?,?,?,?,?,?,?,?)")
      var last: (instance: CatalogInstance, series: Int64)?
      for instance in instances {
        // Files of a series come together: its row is known already.
        var series = last?.series
        if last?.instance.isInSeries(of: instance) != true { series = try Self.series(of: instance, in: db) }
        guard let series else { continue }
        try insert.execute(arguments: [
          instance.uid, series, instance.size, instance.sopClass, instance.transferSyntax, instance.rows,
          instance.columns, instance.frames, instance.review,
        ])
        last = (instance, series)
      }
    }
  }

  private static func series(of instance: CatalogInstance, in db: Database) throws -> Int64 {
    let patient = try number(
      "patient", "id", [instance.patient], in: db)
    let study = try number("study", "patient, uid", [patient, instance.study], in: db)
    return try number("series", "study, uid, modality", [study, instance.series, instance.modality], in: db)
  }

  /// The number of the row with these values, which is made when it is not there.
  private static func number(
    _ table: String, _ columns: String, _ values: StatementArguments, in db: Database
  ) throws -> Int64 {
    let names = columns.split(separator: ", ")
    let marks = names.map { _ in "?" }.joined(separator: ",")
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO \(table) (\(columns)) VALUES (\(marks))")
      .execute(arguments: values)
    let condition = names.map { "\($0) = ?" }.joined(separator: " AND ")
    let select = try db.cachedStatement(sql: "SELECT number FROM \(table) WHERE \(condition)")
    return try Int64.fetchOne(select, arguments: values) ?? 0
  }

  /// Withdraws instances, and the series, studies and patients that are empty then.
  public func withdraw(_ uids: [String]) throws {
    try database.write { db in
      for uid in uids { try db.execute(sql: "DELETE FROM instance WHERE uid = ?", arguments: [uid]) }
      try db.execute(
        sql: """
          DELETE FROM series WHERE number NOT IN (SELECT series FROM instance);
          DELETE FROM study WHERE number NOT IN (SELECT study FROM series);
          DELETE FROM patient WHERE number NOT IN (SELECT patient FROM study);
          """)
    }
  }
}

extension CatalogInstance {
  fileprivate func isInSeries(of other: CatalogInstance) -> Bool {
    series == other.series && study == other.study && patient == other.patient && modality == other.modality
  }
}
