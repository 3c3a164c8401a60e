internal import Foundation

/// What `deid --json` prints.
public struct Summary: Decodable, Equatable, Sendable {
  public let files: Int
  public let released: Int
  public let duplicates: Int
  public let notInCohort: Int
  public let quarantined: [String: Int]
  public let review: [String: Int]

  public var withheld: Int { quarantined.values.reduce(0, +) }

  /// Reads what a run printed; throws unless it ended with 0 or 2.
  public init(_ outcome: Outcome) throws {
    guard outcome.code == 0 || outcome.code == 2 else {
      throw Failure("deid: code \(outcome.code): \(outcome.errorText)")
    }
    self = try JSONDecoder().decode(Summary.self, from: outcome.output)
  }
}

/// A line of `quarantine list --json`.
public struct Withheld: Decodable, Equatable, Sendable {
  public let number: Int
  public let reason: String
  public let bytes: Int
}

/// A line of `catalog dump`.
public struct CatalogLine: Sendable {
  public let patient: String
  public let study: String
  public let series: String
  public let instance: String
  public let path: String
  public let review: String
}

extension Workspace {
  /// The released files, relative to the data set.
  public var images: [String] {
    Locations.files(below: dataSet + "/images").map { String($0.dropFirst(dataSet.count + 1)) }
  }

  public func catalog() throws -> [CatalogLine] {
    let dump = try tokumei("catalog", "dump", dataSet)
    guard dump.code == 0 else { throw Failure("catalog dump: \(dump.errorText)") }
    return try dump.lines.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 13 else { throw Failure("catalog dump: \(cells.count) columns") }
      return CatalogLine(
        patient: cells[0], study: cells[1], series: cells[2], instance: cells[3], path: cells[4],
        review: cells[12])
    }
  }

  /// The withheld files by path, with their reasons.
  public func withheld() throws -> [String: String] {
    let paths = try tokumei("quarantine", "list", "--vault", vault, "--paths").lines
    let lines = try tokumei("quarantine", "list", "--vault", vault, "--json").lines
    let reasons = try lines.map { try JSONDecoder().decode(Withheld.self, from: Data($0.utf8)).reason }
    guard paths.count == reasons.count else { throw Failure("quarantine list: lines do not correspond") }
    return Dictionary(uniqueKeysWithValues: zip(paths, reasons))
  }

  /// Which output came from which input, as lines of input, tab, output; needs a run with `--uid-map` to `map`.
  public func pairs(map: String, inputs: [String]) throws -> [String] {
    try Python.run("pairs.py", [map, dataSet, vault + "/vault.sqlite"] + inputs)
  }

  /// What pydicom, dcmdump and dciodvfy find in outputs and not in their inputs.
  public func findings(pairs: [String]) throws -> [String] {
    try Python.run("crosscheck.py", input: Data((pairs.joined(separator: "\n") + "\n").utf8))
  }

  /// The values of some attributes of every released file by its path, as pydicom prints them; "-" where one is missing.
  public func values(_ keywords: [String]) throws -> [String: [String]] {
    let lines = try Python.run(
      statements: """
        import pathlib
        for path in pathlib.Path(sys.argv[1]).rglob("*.dcm"):
            dataset = pydicom.dcmread(path)
            found = [str(dataset[keyword].value) if keyword in dataset else "-" for keyword in sys.argv[2:]]
            print("\\t".join([str(path)] + found))
        """, [dataSet + "/images"] + keywords)
    let cells = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    return Dictionary(
      uniqueKeysWithValues: cells.map { (String($0[0].dropFirst(dataSet.count + 1)), Array($0.dropFirst())) })
  }

  /// Two columns of a map, originals to pseudonyms.
  public func map(_ file: String) throws -> [String: String] {
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    guard lines.first == "id_old,id_new" else { throw Failure("no header") }
    return Dictionary(
      lines.dropFirst().compactMap { line in
        line.lastIndex(of: ",").map { (String(line[..<$0]), String(line[line.index(after: $0)...])) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
