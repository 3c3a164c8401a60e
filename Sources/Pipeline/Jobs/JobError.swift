/// Why a job cannot start or go on; one line for people, paths are the user's own.
public enum JobError: Error, Hashable, Sendable {
  case notFound(path: String)
  case unreadable(path: String)
  case notADataSet(path: String)
  case otherVault(path: String)
  case notEmpty(path: String)
  case nested(vault: String, dataSet: String)
  case inputInside(path: String)
  case unwritable(path: String)
  case otherConfiguration(path: String)
  case profileUnknown(name: String)
  case profile(path: String, problem: String)
  case subjects(path: String, problem: String)
  case notExplained(path: String, reason: String)
  case otherKey(path: String)
  case catalogDamaged(path: String)
  case mapExists(path: String)
  case mapInside(path: String)
  case diskFull
  case interrupted
  case workerFailed(code: Int32)
  /// The worker has said why on standard error.
  case workerReported(code: Int32)
}

extension JobError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notFound(let path): "\(path): no such file or folder"
    case .unreadable(let path): "\(path): cannot be read"
    case .notADataSet(let path):
      "\(path): not a data set of tokumei; make one with 'tokumei init VAULT DATASET'"
    case .otherVault(let path): "\(path): this data set belongs to another vault"
    case .notEmpty(let path): "\(path): exists and is not empty; choose a new folder"
    case .nested(let vault, let dataSet):
      "\(vault) and \(dataSet): vault and data set must not lie within one another"
    case .inputInside(let path): "\(path): the input must not be, hold or lie in the vault or the data set"
    case .unwritable(let path): "\(path): cannot be written"
    case .otherConfiguration(let path):
      """
      \(path): holds files made with another profile or pixel check; \
      use the same again, or make a new data set
      """
    case .profileUnknown(let name): "\(name): no such profile; 'tokumei profile list' shows what there is"
    case .profile(let path, let problem): "\(path): \(problem)"
    case .subjects(let path, let problem): "\(path): \(problem)"
    case .notExplained(let path, let reason): "\(path): \(reason)"
    case .otherKey(let path): "\(path): not the key that this vault was made with; put the right one back"
    case .catalogDamaged(let path):
      "\(path): missing, or without files that were released; restore it from a copy, or make a new data set"
    case .mapExists(let path): "\(path): exists and is no map of identifiers; choose another name"
    case .mapInside(let path):
      "\(path): a map holds identifiers and must not lie in the data set or the vault; choose another folder"
    case .diskFull: "the disk is full; make room and run the same command again, it goes on where it stopped"
    case .interrupted: "interrupted; run the same command again, it goes on where it stopped"
    case .workerFailed(let code), .workerReported(let code): "the worker process ended with code \(code)"
    }
  }
}
