public import Crypto
internal import Foundation
internal import GRDB

/// Pseudonyms with their originals, encrypted at rest (AES-256-GCM); for the maps a user asks for.
public struct Crosswalk: Sendable {
  public enum Kind: Int, Sendable {
    case patient = 1
    case uid = 2
  }

  public struct Pair: Sendable {
    public let kind: Kind
    /// Keyed fingerprint of the original, so that it is stored once.
    public let fingerprint: [UInt8]
    public let original: String
    public let pseudonym: String

    public init(kind: Kind, fingerprint: [UInt8], original: String, pseudonym: String) {
      self.kind = kind
      self.fingerprint = fingerprint
      self.original = original
      self.pseudonym = pseudonym
    }
  }

  private let journal: Journal
  private let key: SymmetricKey

  public init(journal: Journal, key: SymmetricKey) {
    self.journal = journal
    self.key = key
  }

  public func add(_ pairs: [Pair]) throws {
    guard !pairs.isEmpty else { return }
    try journal.database.write { db in
      let known = try db.cachedStatement(
        sql: "SELECT 1 FROM crosswalk WHERE kind = ? AND fingerprint = ? AND pseudonym = ?")
      let insert = try db.cachedStatement(
        sql: "INSERT INTO crosswalk (kind, fingerprint, pseudonym, original) VALUES (?, ?, ?, ?)")
      for pair in pairs {
        let identity: StatementArguments = [pair.kind.rawValue, Data(pair.fingerprint), pair.pseudonym]
        guard try Row.fetchOne(known, arguments: identity) == nil else { continue }
        let sealed = try AES.GCM.seal(Data(pair.original.utf8), using: key).combined
        try insert.execute(arguments: identity + [sealed])
      }
    }
  }

  /// All pairs of a kind, sorted by pseudonym; `body` gets one at a time.
  public func forEach(_ kind: Kind, _ body: (_ original: String, _ pseudonym: String) throws -> Void) throws {
    try journal.database.read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT original, pseudonym FROM crosswalk WHERE kind = ? ORDER BY pseudonym, fingerprint",
        arguments: [kind.rawValue])
      while let row = try rows.next() {
        let sealed: Data = row[0]
        let original = try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key)
        try body(String(decoding: original, as: UTF8.self), row[1])
      }
    }
  }
}
