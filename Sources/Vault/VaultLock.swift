internal import Glibc

/// Keeps two runs off one vault; given back when it goes away, also when the process is killed.
public struct VaultLock: ~Copyable {
  public enum Role: String, Sendable, CaseIterable {
    /// The run as a whole: a second one is refused.
    case run
    /// The process that writes: it waits for the last breath of one whose supervisor was killed.
    case worker

    func path(in vault: Vault) -> String { vault.path + "/\(rawValue).lock" }
  }

  private let descriptor: Int32

  /// Holds the lock while `body` runs.
  public static func hold<Result>(_ vault: Vault, as role: Role, _ body: () throws -> Result) throws -> Result
  {
    let lock = try VaultLock(of: vault, as: role)
    let result = try body()
    _ = consume lock
    return result
  }

  private init(of vault: Vault, as role: Role) throws(VaultError) {
    descriptor = unsafe open(role.path(in: vault), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path: vault.path) }
    guard flock(descriptor, role == .run ? LOCK_EX | LOCK_NB : LOCK_EX) == 0 else {
      close(descriptor)
      throw .inUse(path: vault.path)
    }
  }

  deinit { close(descriptor) }
}
