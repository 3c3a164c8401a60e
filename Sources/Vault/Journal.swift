internal import GRDB

/// What happened to every input file, in `vault.sqlite`; one serial queue.
///
/// A row is written before its file is opened and closed after the result is safely in its place. Commits do
/// not wait for the disk: what a power cut takes from the journal is done again, and gives the same files.
public final class Journal: Sendable {
  let database: DatabaseQueue

  public init(path: String) throws {
    database = try DatabaseQueue(path: path, configuration: .durableByCheckpoint)
    try Self.migrator.migrate(database)
  }

  /// Makes everything written so far survive a power cut.
  public func checkpoint() throws {
    try database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(
        sql: """
          CREATE TABLE run (
            number INTEGER PRIMARY KEY,
            configuration TEXT NOT NULL,
            profile TEXT NOT NULL,
            started REAL NOT NULL,
            finished REAL
          );
          CREATE TABLE file (
            number INTEGER PRIMARY KEY,
            path TEXT NOT NULL,
            size INTEGER NOT NULL,
            modified INTEGER NOT NULL,
            run INTEGER NOT NULL REFERENCES run,
            configuration TEXT NOT NULL,
            state INTEGER NOT NULL,
            reason TEXT,
            review TEXT,
            crashes INTEGER NOT NULL DEFAULT 0,
            instance TEXT,
            output TEXT,
            patientKey BLOB,
            issuerKey BLOB,
            level INTEGER NOT NULL DEFAULT 0,
            mapped INTEGER NOT NULL DEFAULT 0
          );
          CREATE INDEX file_path ON file (path);
          CREATE INDEX file_instance ON file (instance) WHERE instance IS NOT NULL;
          CREATE INDEX file_patient ON file (patientKey) WHERE patientKey IS NOT NULL;
          CREATE INDEX file_open ON file (state) WHERE state < 3;
          CREATE TABLE patient (
            key BLOB PRIMARY KEY,
            issuer BLOB,
            birthDate BLOB,
            sex BLOB,
            level INTEGER NOT NULL DEFAULT 0
          ) WITHOUT ROWID;
          CREATE TABLE crosswalk (
            kind INTEGER NOT NULL,
            fingerprint BLOB NOT NULL,
            pseudonym TEXT NOT NULL,
            original BLOB NOT NULL,
            PRIMARY KEY (kind, fingerprint, pseudonym)
          ) WITHOUT ROWID;
          """)
    }
    return migrator
  }
}

extension Configuration {
  /// WAL without a flush per commit; `checkpoint()` makes it durable.
  static var durableByCheckpoint: Configuration {
    var configuration = Configuration()
    configuration.journalMode = .wal
    // Another process may be reading, or closing its last connection.
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON")
    }
    return configuration
  }
}
