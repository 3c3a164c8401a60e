internal import GRDB

/// What an error of SQLite means, without its text: that may quote what a statement was given.
public enum DatabaseFailure: Sendable {
  case full
  case other(code: String)

  /// Nil for an error that is not SQLite's.
  public init?(_ error: any Error) {
    guard let error = error as? DatabaseError else { return nil }
    self = error.resultCode == .SQLITE_FULL ? .full : .other(code: "\(error.resultCode)")
  }
}
