public import Foundation

/// pydicom, as an independent writer and reader.
public enum Python {
  /// Runs one of the scripts in Tests/EndToEndSupport/Python and returns the lines it prints; throws when it fails.
  @discardableResult public static func run(
    _ script: String, _ arguments: [String] = [], input: Data = Data()
  ) throws -> [String] {
    let outcome = try Program.run(
      Locations.python, ["-W", "ignore", Locations.scripts + script] + arguments, input: input)
    guard outcome.code == 0 else { throw Failure("\(script) failed: \(outcome.errorText)") }
    return outcome.lines
  }

  /// Runs Python statements; `sys` and `pydicom` are imported.
  @discardableResult public static func run(statements: String, _ arguments: [String] = []) throws -> [String]
  {
    let outcome = try Program.run(
      Locations.python, ["-W", "ignore", "-c", "import sys, pydicom\n" + statements] + arguments)
    guard outcome.code == 0 else { throw Failure("Python failed: \(outcome.errorText)") }
    return outcome.lines
  }
}

/// A small CT image to be written; what is not set is the same in every one.
public struct Image: Encodable {
  let path: String
  var set: [String: Value] = [:]
  var remove: [String] = []
  var syntax: String?

  public enum Value: Encodable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
    ExpressibleByIntegerLiteral
  {
    case text(String)
    case number(Int)
    case items([[String: Value]])

    public init(stringLiteral value: String) { self = .text(value) }

    public init(integerLiteral value: Int) { self = .number(value) }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      case .items(let items): try container.encode(items)
      }
    }
  }

  public init(
    _ path: String, _ set: [String: Value] = [:], without remove: [String] = [], syntax: String? = nil
  ) {
    self.path = path
    self.set = set
    self.remove = remove
    self.syntax = syntax
  }
}
