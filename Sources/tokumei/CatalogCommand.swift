import ArgumentParser
import Pipeline

struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog", abstract: "Look into the catalog of a data set.", subcommands: [Dump.self])

  struct Dump: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the whole catalog, sorted, tab-separated, without times.",
      discussion: "Example: tokumei catalog dump dataset")

    @Argument(help: "The data set.")
    var dataSet: String

    func run() throws {
      try reporting { try CatalogDump(dataSet: dataSet).run { print($0) } }
    }
  }
}
