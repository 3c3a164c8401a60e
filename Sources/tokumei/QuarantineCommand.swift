import ArgumentParser
import Foundation
import Pipeline

struct QuarantineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarantine",
    abstract: "Look at what was withheld.",
    subcommands: [List.self, Show.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List withheld files: number, reason, size.",
      discussion: "Example: tokumei quarantine list --vault vault --paths")

    @Option(help: "The vault.")
    var vault: String

    @Flag(help: "Print only the input paths, one per line; identified.")
    var paths = false

    @Flag(help: "Print JSON lines.")
    var json = false

    func run() throws {
      try reporting {
        let list = try QuarantineList(vault: vault)
        guard paths else { return try list.run(json: json) { print($0) } }
        try list.paths { FileHandle.standardOutput.write(Data($0 + [UInt8(ascii: "\n")])) }
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show where a withheld file came from and why it was withheld.",
      discussion: "Example: tokumei quarantine show 17 --vault vault")

    @Argument(help: "Number of the file, from 'quarantine list'.")
    var number: Int

    @Option(help: "The vault.")
    var vault: String

    func run() throws {
      try reporting { try QuarantineList(vault: vault).show(number) { print($0) } }
    }
  }
}
