/// An input file as the walk found it.
public struct FoundFile: Sendable {
  public let path: String
  public let size: Int
  /// Nanoseconds since 1970.
  public let modified: Int

  public init(path: String, size: Int, modified: Int) {
    self.path = path
    self.size = size
    self.modified = modified
  }
}

/// How far a file has come; the raw value is stored.
public enum FileState: Int, Sendable, CaseIterable {
  /// Noted, and perhaps open.
  case found = 0
  /// Open, with no other file in the process: if the process ends now, this file ended it.
  case alone = 1
  /// To be done again under a pseudonym per study.
  case again = 2
  case released = 3
  case quarantined = 4
  /// The same bytes as a file that is released.
  case duplicate = 5
  /// Not in the cohort that the hospital gave.
  case skipped = 6
}

/// One row to close.
public struct FileResult: Sendable {
  public let number: Int
  public let state: FileState
  public var reason: String?
  public var review: String?
  public var instance: String?
  /// Path in the data set.
  public var output: String?
  public var patient: PatientStatement?
  public var mapped = false

  public init(number: Int, state: FileState) {
    self.number = number
    self.state = state
  }
}

/// What to do with a file that the walk found.
public enum Claim: Sendable {
  case process(number: Int)
  /// Released earlier; only its UIDs are missing from the map that is now asked for.
  case map(number: Int)
  /// `output` is where a released file should be in the data set.
  case done(FileState, number: Int, output: String?)
}
