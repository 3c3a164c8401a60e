import ArgumentParser
import Pipeline

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the vault with a new key and the empty data set of a project.",
    discussion: "Example: tokumei init vault dataset --project lung --regime coded-research")

  @Argument(help: "Folder for the identified side; absent or empty.")
  var vault: String

  @Argument(help: "Folder for the de-identified side; absent or empty.")
  var dataSet: String

  @Option(help: "Name of the project.")
  var project: String

  @Option(help: "Legal basis, recorded and shown: \(Regime.names.joined(separator: ", ")).")
  var regime: String

  @Option(
    help: "Key file of another vault of the project, for a second machine; otherwise a new key is made.")
  var key: String?

  func validate() throws {
    guard Regime.names.contains(regime) else {
      throw ValidationError("--regime must be one of \(Regime.names.joined(separator: ", "))")
    }
    guard !project.isEmpty else { throw ValidationError("--project must not be empty") }
  }

  func run() throws {
    try reporting {
      let made = try InitJob(
        vault: vault, dataSet: dataSet, project: project, regime: regime, keyFile: key
      ).run()
      print("vault     \(made.vault)  (identified: never leaves; keep a copy of its 'key' in a safe place)")
      print("data set  \(made.dataSet)")
    }
  }
}
