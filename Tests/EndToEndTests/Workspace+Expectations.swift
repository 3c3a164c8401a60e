import EndToEndSupport
import Foundation
import Testing

extension Workspace {
  /// Runs `deid` and expects these input files, named relative to the input folder, to be withheld with their reasons,
  /// `released` others to be there, and nothing half-written to stay.
  func expectWithheld(
    _ reasons: [String: String], released: Int = 0, options: [String] = [],
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try deid(options: options)
    #expect(outcome.code == 2, sourceLocation: location)
    #expect(
      outcome.text.contains(
        "\(reasons.count + released) files: \(released) released, \(reasons.count) withheld"),
      sourceLocation: location)
    for reason in Set(reasons.values) {
      let lines = outcome.lines.filter { $0.contains(" \(reason): ") }
      #expect(lines.count == 1, "one line for \(reason)", sourceLocation: location)
    }
    let found = try withheld().map { ($0.key.dropFirst(input.count + 1), $0.value) }
    #expect(
      Dictionary(uniqueKeysWithValues: found.map { (String($0.0), $0.1) }) == reasons,
      sourceLocation: location)
    #expect(images.count == released, sourceLocation: location)
    expectNothingHalfWritten(at: location)
  }

  /// Expects an empty staging folder and no file without its final name.
  func expectNothingHalfWritten(at location: SourceLocation = #_sourceLocation) {
    #expect(Locations.files(below: vault + "/staging") == [], sourceLocation: location)
    #expect(images.allSatisfy { $0.hasSuffix(".dcm") && !$0.contains("/.") }, sourceLocation: location)
  }

  /// Expects `deid` to be refused before anything is written: exit code 64 and one line that says why.
  func expectRefused(
    _ outcome: Outcome, _ text: String, at location: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.code == 64, sourceLocation: location)
    #expect(outcome.output.isEmpty, sourceLocation: location)
    #expect(outcome.errorText.split(separator: "\n").count == 1, sourceLocation: location)
    #expect(outcome.errorText.contains(text), sourceLocation: location)
    #expect(images.isEmpty, sourceLocation: location)
  }
}
