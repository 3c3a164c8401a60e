/// Why a vault cannot be made or used; paths are the user's own, never a value of a file.
public enum VaultError: Error, Hashable, Sendable {
  case exists(path: String)
  case notAVault(path: String)
  case keyUnreadable(path: String)
  case keyTooOpen(path: String)
  case keyDamaged(path: String)
  case inUse(path: String)
  case unwritable(path: String)
}

extension VaultError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .exists(let path): "\(path): exists and is not empty; choose a new folder"
    case .notAVault(let path): "\(path): not a vault; make one with 'tokumei init'"
    case .keyUnreadable(let path): "\(path): the project key cannot be read"
    case .keyTooOpen(let path): "\(path): others may read the project key; run 'chmod 600' on it"
    case .keyDamaged(let path): "\(path): the project key does not have 32 bytes"
    case .inUse(let path): "\(path): another run uses this vault; wait for it to end"
    case .unwritable(let path): "\(path): cannot be written"
    }
  }
}
