internal import Anonymizer
internal import Vault

/// What a person is told when a job cannot go on.
public enum JobFailure {
  /// 64 for what the user can set right by another command line, 130 for an interruption, else 70.
  public static func exitCode(_ error: any Error) -> Int32 {
    switch error {
    case JobError.interrupted: 130
    case JobError.diskFull, JobError.workerFailed, JobError.workerReported: 70
    case is JobError, is VaultError, is PseudonymError, is ProfileError: 64
    default: 70
    }
  }

  /// One line; errors of libraries are named by code, since their texts may quote what they were given.
  public static func text(_ error: any Error) -> String {
    switch error {
    case let error as JobError: error.description
    case let error as VaultError: error.description
    case let error as PseudonymError: error.description
    case let error as ProfileError: error.description
    case FileSystem.Failure.noSpace: JobError.diskFull.description
    case FileSystem.Failure.failed(let code): "a file could not be written: \(FileSystem.words(for: code))"
    default: text(ofDatabase: error) ?? "internal error (\(type(of: error)))"
    }
  }

  private static func text(ofDatabase error: any Error) -> String? {
    switch DatabaseFailure(error) {
    case nil: nil
    case .full: JobError.diskFull.description
    case .other(let code): "the database reports \(code)"
    }
  }
}
