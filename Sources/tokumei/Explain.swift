import ArgumentParser
import Pipeline

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what would happen to each attribute of a file, and why; never a value.",
    discussion: "Example: tokumei explain IM0001 --profile research")

  @Argument(help: "A DICOM file.")
  var file: String

  @Option(help: "Name of a shipped profile, or a file.")
  var profile = "research"

  @Flag(help: "Also list the attributes that stay as they are.")
  var all = false

  @Flag(help: "Print JSON lines.")
  var json = false

  func run() throws {
    try reporting {
      try ExplainJob(file: file, profile: profile, showsKept: all, json: json).run { print($0) }
    }
  }
}
