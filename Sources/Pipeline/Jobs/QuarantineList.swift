internal import Anonymizer
internal import DICOMCore
internal import Foundation
internal import Vault

/// Prints what was withheld; on the identified side, so it may name input paths.
public struct QuarantineList {
  private let journal: Journal

  public init(vault: String) throws {
    journal = try Journal(path: Vault(at: Paths.absolute(vault)).journalPath)
  }

  /// Calls `output` with the bytes of every input path: names need not be UTF-8.
  public func paths(_ output: ([UInt8]) -> Void) throws {
    try journal.forEachWithheld { output(RawPath.bytes(of: $0.path)) }
  }

  public func run(json: Bool, _ output: (String) -> Void) throws {
    try journal.forEachWithheld { file in
      guard json else {
        return output("\(file.number)\t\(file.reason)\t\(file.size)\t\(Self.text(file.reason))")
      }
      let line = Line(number: file.number, reason: file.reason, bytes: file.size)
      output(String(decoding: try JSONEncoder().encode(line), as: UTF8.self))
    }
  }

  public func show(_ number: Int, _ output: (String) -> Void) throws {
    var isKnown = false
    try journal.forEachWithheld(number: number) { file in
      isKnown = true
      output(
        "number  \(file.number)\nreason  \(file.reason): \(Self.text(file.reason))\nfrom    \(file.path)")
    }
    guard isKnown else { throw JobError.notFound(path: "\(number)") }
  }

  private struct Line: Encodable {
    let number: Int
    let reason: String
    let bytes: Int
  }

  /// The text of a reason; the code of a crash ends with its signal.
  static func text(_ code: String) -> String {
    WithholdReason.allCases.first { $0.rawValue == code }?.text
      ?? (code.hasPrefix(WithholdReason.crashed.rawValue) ? WithholdReason.crashed.text : "")
  }
}
