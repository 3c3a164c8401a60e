/// What is wrong with a profile's file; it may name what the user wrote there, which is no patient's.
public enum ProfileError: Error, Hashable, Sendable {
  case notYAML(line: Int)
  case unknownKey(String)
  case missingKey(String)
  case wrongType(String)
  case unsupportedVersion
  case unknownOption(String)
  case conflictingDates
  case unknownAttribute(String)
  case unknownAction(String)
  case unknownChoice(key: String, choice: String)
  case notYetSupported(String)
}

extension ProfileError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notYAML(let line): "not YAML, line \(line)"
    case .unknownKey(let key): "unknown key '\(key)'"
    case .missingKey(let key): "key '\(key)' is missing"
    case .wrongType(let key): "'\(key)' does not have the expected form"
    case .unsupportedVersion: "'version' must be 1"
    case .unknownOption(let name): "'\(name)' is no option of PS3.15 §E.3"
    case .conflictingDates: "full dates and modified dates exclude each other"
    case .unknownAttribute(let name): "'\(name)' is neither a tag (gggg,eeee) nor a keyword of PS3.6"
    case .unknownAction(let letter): "'\(letter)' is none of the actions X Z D K C U"
    case .unknownChoice(let key, let choice): "'\(choice)' is no value of '\(key)'"
    case .notYetSupported(let name): "option '\(name)' is not supported yet"
    }
  }
}
