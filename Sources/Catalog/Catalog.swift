internal import GRDB

/// The de-identified facts of a data set, in `catalog.sqlite`; one serial queue.
public final class Catalog: Sendable {
  let database: DatabaseQueue

  public init(path: String) throws {
    var configuration = Configuration()
    configuration.journalMode = .wal
    // Another process may be reading, or closing its last connection.
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON")
    }
    database = try DatabaseQueue(path: path, configuration: configuration)
    try Self.migrator.migrate(database)
  }

  /// Makes everything written so far survive a power cut, and leaves no file beside the catalog.
  public func checkpoint() throws {
    try database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(
        sql: """
          CREATE TABLE patient (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
          CREATE TABLE study (
            number INTEGER PRIMARY KEY,
            patient INTEGER NOT NULL REFERENCES patient,
            uid TEXT NOT NULL,
            UNIQUE (patient, uid)
          );
          CREATE TABLE series (
            number INTEGER PRIMARY KEY,
            study INTEGER NOT NULL REFERENCES study,
            uid TEXT NOT NULL,
            modality TEXT NOT NULL,
            UNIQUE (study, uid, modality)
          );
          CREATE TABLE instance (
            uid TEXT PRIMARY KEY,
            series INTEGER NOT NULL REFERENCES series,
            size INTEGER NOT NULL,
            sopClass TEXT NOT NULL,
            transferSyntax TEXT NOT NULL,
            rows INTEGER NOT NULL,
            columns INTEGER NOT NULL,
            frames INTEGER NOT NULL,
            review TEXT
          ) WITHOUT ROWID;
          CREATE INDEX instance_series ON instance (series);
          CREATE VIEW instances AS
            SELECT patient.id AS patient, study.uid AS study, series.uid AS series, instance.uid AS instance,
              'images/' || patient.id || '/' || study.uid || '/' || series.uid || '/' || instance.uid || '.dcm' AS path,
              modality, sopClass, transferSyntax, rows, columns, frames, size, review, series.number AS seriesNumber
            FROM instance JOIN series ON series.number = instance.series
              JOIN study ON study.number = series.study JOIN patient ON patient.number = study.patient;
          """)
    }
    return migrator
  }
}
