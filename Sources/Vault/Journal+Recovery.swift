internal import Foundation
internal import GRDB

extension Journal {
  /// A row whose file is to be processed outside the walk.
  public struct OpenFile: Sendable {
    public let number: Int
    public let path: String
    public let size: Int
  }

  /// Files of `run` that were noted and have no result, in walk order.
  public func open(inRun run: Int) throws -> [OpenFile] {
    try files(where: "state IN (0, 1) AND run = ?", [run])
  }

  /// Files that wait to be done again, in walk order.
  public func again() throws -> [OpenFile] { try files(where: "state = 2", []) }

  /// What a killed process may have renamed into the data set without closing the row.
  public struct Leftover: Sendable {
    public let instance: String
    public let output: String
  }

  public func leftovers() throws -> [Leftover] {
    try database.read { db in
      try Row.fetchAll(db, sql: "SELECT instance, output FROM file WHERE state < 3 AND output IS NOT NULL")
        .map { Leftover(instance: $0[0], output: $0[1]) }
    }
  }

  public func forgetLeftovers() throws {
    try database.write { db in
      try db.execute(
        sql: "UPDATE file SET instance = NULL, output = NULL WHERE state < 3 AND output IS NOT NULL")
    }
  }

  /// Notes where files are about to go.
  public func intend(_ outputs: [(number: Int, instance: String, output: String)]) throws {
    guard !outputs.isEmpty else { return }
    try database.write { db in
      let statement = try db.cachedStatement(sql: "UPDATE file SET instance = ?, output = ? WHERE number = ?")
      for file in outputs { try statement.execute(arguments: [file.instance, file.output, file.number]) }
    }
  }

  /// Takes released files back into the queue of those to be done again.
  ///
  /// Their rows keep the output, so the next worker finds and removes it like any other leftover.
  public func recall(_ numbers: [Int]) throws {
    try database.write { db in
      let statement = try db.cachedStatement(sql: "UPDATE file SET state = ? WHERE number = ?")
      for number in numbers { try statement.execute(arguments: [FileState.again.rawValue, number]) }
    }
  }

  /// Takes the files that wait to be done again as open in `run`, after a process died over them.
  public func reopenAgain(inRun run: Int) throws {
    try database.write { db in
      try db.execute(sql: "UPDATE file SET state = 0, run = ? WHERE state = 2", arguments: [run])
    }
  }

  /// Notes that a file is opened with no other beside it.
  public func markAlone(_ number: Int) throws {
    try database.write { db in
      try db.execute(
        sql: "UPDATE file SET state = ?, crashes = crashes + 1 WHERE number = ?",
        arguments: [FileState.alone.rawValue, number])
    }
  }

  /// The file that was open alone when its process ended, and how often it was.
  public func openAlone(inRun run: Int) throws -> (number: Int, crashes: Int)? {
    try database.read { db in
      try Row.fetchOne(
        db, sql: "SELECT number, crashes FROM file WHERE state = ? AND run = ?",
        arguments: [FileState.alone.rawValue, run]
      ).map { ($0[0], $0[1]) }
    }
  }

  private func files(where condition: String, _ arguments: StatementArguments) throws -> [OpenFile] {
    try database.read { db in
      try Row.fetchAll(
        db, sql: "SELECT number, path, size FROM file WHERE \(condition) ORDER BY number",
        arguments: arguments
      ).map { OpenFile(number: $0[0], path: $0[1], size: $0[2]) }
    }
  }
}
