internal import Anonymizer
internal import Foundation
internal import Vault

/// What a run did, in numbers; the JSON that `deid --json` prints.
public struct RunSummary: Codable, Equatable, Sendable {
  public var files = 0
  public var bytes = 0
  public var released = 0
  public var duplicates = 0
  public var notInCohort = 0
  public var quarantined: [String: Int] = [:]
  public var review: [String: Int] = [:]

  public var withheld: Int { quarantined.values.reduce(0, +) }

  /// Exit code 2 of the command: somebody has to look at something.
  public var needsAttention: Bool { withheld > 0 || !review.isEmpty }

  init() {}

  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// The last lines a user sees.
  public func text(dryRun: Bool, dataSet: String, vault: String) -> String {
    var lines = [
      "\(files) files: \(released) \(dryRun ? "would be released" : "released"), \(withheld) withheld"
    ]
    if duplicates > 0 { lines[0] += ", \(duplicates) duplicates" }
    if notInCohort > 0 { lines[0] += ", \(notInCohort) not in the cohort" }
    for (reason, files) in quarantined.sorted(by: { $0.key < $1.key }) {
      lines.append("  withheld  \(files)  \(reason): \(QuarantineList.text(reason))")
    }
    for (reason, files) in review.sorted(by: { $0.key < $1.key }) {
      lines.append("  review    \(files)  \(reason)")
    }
    guard !dryRun else { return lines.joined(separator: "\n") }
    if withheld > 0 { lines.append("details: tokumei quarantine list --vault \(vault)") }
    lines.append("report: \(dataSet)/report/index.html")
    return lines.joined(separator: "\n")
  }

  init(journal: Journal, run: Int?) throws {
    for count in try journal.counts(ofRun: run) {
      files += count.files
      bytes += count.bytes
      switch count.state {
      case .released: released += count.files
      case .duplicate: duplicates += count.files
      case .skipped: notInCohort += count.files
      case .quarantined: quarantined[count.reason ?? "", default: 0] += count.files
      case .found, .alone, .again: break
      }
    }
    for count in try journal.reviewCounts() {
      for reason in count.review.split(separator: ",") { review[String(reason), default: 0] += count.files }
    }
  }
}
