internal import Foundation

/// A library that makes a file with "poison" in its path kill whoever opens it.
public final class PoisonLibrary: Sendable {
  private let folder: Workspace
  private var path: String { folder.path + "/poison.so" }

  /// Compiles it.
  public init() throws {
    folder = try Workspace(initialised: false)
    guard let compiler = Self.compiler else { throw Failure("no C compiler") }
    let source = Locations.root + "/Tests/EndToEndSupport/Poison/poison.c"
    let built = try Program.run(compiler, ["-shared", "-fPIC", "-O1", "-o", path, source, "-ldl"])
    guard built.code == 0 else { throw Failure("poison.c: \(built.errorText)") }
  }

  static var compiler: String? { ["cc", "gcc", "clang"].lazy.compactMap(Locations.program).first }

  /// De-identifies the input folder of `workspace` while poisoned files raise `signal`.
  public func deid(_ workspace: Workspace, signal: Int32) throws -> Outcome {
    try Program(
      Locations.binary, workspace.arguments([workspace.input], []),
      environment: ["LD_PRELOAD": path, "TOKUMEI_POISON": "\(signal)"], keeping: [folder, workspace]
    ).wait()
  }
}
