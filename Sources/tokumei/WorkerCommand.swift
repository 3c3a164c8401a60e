import ArgumentParser
import Pipeline

/// The process that touches files, started by 'deid'; it takes its order on standard input.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "worker", shouldDisplay: false)

  func run() throws {
    let code = WorkerMain.run()
    if code != 0 { throw ExitCode(code) }
  }
}
