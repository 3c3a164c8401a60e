import ArgumentParser
import Foundation
import Pipeline

struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Look at the shipped profiles.", subcommands: [List.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the shipped profiles.", discussion: "Example: tokumei profile list")

    func run() throws {
      try reporting {
        for profile in try ProfileStore.shipped() {
          print(
            "\(profile.name.padding(toLength: 12, withPad: " ", startingAt: 0))\(profile.summary["en"] ?? "")"
          )
          if let japanese = profile.summary["ja"] { print(String(repeating: " ", count: 12) + japanese) }
        }
      }
    }
  }
}
