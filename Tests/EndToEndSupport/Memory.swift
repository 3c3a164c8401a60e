/// The most memory that a run held.
public struct Memory: Sendable {
  public let peakKiB: Int
  public let summary: [String]

  /// De-identifies the input folder of `workspace` while measuring, in the larger of its two processes.
  public init(ofRunIn workspace: Workspace, inputs: String..., options: [String] = []) throws {
    let lines = try Python.run(
      "rusage.py",
      [Locations.binary]
        + workspace.arguments(inputs.isEmpty ? [workspace.input] : inputs, options))
    guard lines.count >= 3, let peak = Int(lines[0]), ["0", "2"].contains(lines[1]) else {
      throw Failure("the run failed: \(lines.dropFirst())")
    }
    peakKiB = peak
    summary = Array(lines.dropFirst(2))
  }
}
