internal import Anonymizer
internal import DCMTK
internal import DICOMCore
internal import Foundation

/// Prints the plan for one file: attribute, action, rule and its source, without values.
///
/// It needs no vault: a throw-away key makes the same decisions.
public struct ExplainJob {
  private let file: String
  private let profile: ConfidentialityProfile
  private let showsKept: Bool
  private let json: Bool

  public init(file: String, profile: String, showsKept: Bool, json: Bool) throws {
    self.file = file
    self.profile = try ProfileStore.load(profile)
    self.showsKept = showsKept
    self.json = json
  }

  public func run(_ output: (String) -> Void) throws {
    guard FileManager.default.fileExists(atPath: file) else { throw JobError.notFound(path: file) }
    let (dataSet, facts) = try read()
    guard let key = ProjectKey(bytes: (0..<ProjectKey.byteCount).map { _ in UInt8.random(in: .min ... .max) })
    else {
      preconditionFailure("32 bytes")
    }
    let engine = Engine(profile: profile, pseudonyms: Pseudonyms(key: key, temporal: profile.temporal))
    let context = InstanceContext(
      facts: facts, patient: "PSEUDONYM", shift: DateShift(days: -1), review: [], pixelCheck: .on)
    let plan = engine.plan(for: dataSet, of: context, detail: showsKept ? .kept : [])
    if let reason = plan.withheld { output(line(withheld: reason)) }
    for edit in plan.edits { output(line(edit, dataSet.path(of: edit.index))) }
  }

  private func read() throws -> (DataSet, InstanceFacts) {
    do {
      let structure = try FileStructure(path: file)
      let repaired = structure.repair.map { _ in Self.temporaryPath() }
      defer { if let repaired { FileSystem.remove(repaired) } }
      if let repaired { try RepairedCopy.write(of: file, to: repaired) }
      let (dataSet, found) = try DICOMFile(path: repaired ?? file, syntax: structure.transferSyntax).dataSet()
      var facts = InstanceFacts(dataSet: dataSet, transferSyntax: structure.transferSyntax?.uid ?? found)
      facts.complete(metaSOPClass: structure.metaSOPClass, content: [])
      return (dataSet, facts)
    } catch let error as StructureError {
      throw JobError.notExplained(path: file, reason: WithholdReason(error).text)
    } catch {
      throw JobError.notExplained(path: file, reason: WithholdReason.unparsed.text)
    }
  }

  private static func temporaryPath() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
  }

  private struct Line: Encodable {
    var attribute: String?
    var keyword: String?
    let action: String
    let rule: String
    let source: String
  }

  private func line(withheld reason: WithholdReason) -> String {
    guard json else { return "withheld: \(reason.rawValue): \(reason.text)" }
    return encoded(Line(action: "withheld", rule: reason.rawValue, source: reason.text))
  }

  private func line(_ edit: AttributeEdit, _ path: AttributePath) -> String {
    let keyword = path.tag.isPrivate ? "" : DataDictionary.keyword(for: path.tag) ?? ""
    guard json else {
      return [path.description, keyword, edit.action.rawValue, edit.rule.text, edit.rule.source]
        .joined(separator: "\t")
    }
    return encoded(
      Line(
        attribute: path.description, keyword: keyword, action: edit.action.rawValue, rule: edit.rule.text,
        source: edit.rule.source))
  }

  private func encoded(_ line: Line) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(line)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
