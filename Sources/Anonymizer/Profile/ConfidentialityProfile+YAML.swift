internal import DICOMCore
internal import Yams

extension ConfidentialityProfile {
  /// Reads a profile's file.
  ///
  /// Unknown keys are refused: a misspelt one would silently protect less than its author meant.
  public init(yaml: String) throws(ProfileError) {
    let root = try Self.mapping(yaml)
    try Self.check(
      keys: root, known: ["version", "name", "summary", "options", "rules", "faces", "dates", "patient-id"])
    guard root["version"]?.int == 1 else { throw .unsupportedVersion }
    guard let name = root["name"]?.string, !name.isEmpty else { throw .missingKey("name") }
    self.init(
      name: name,
      options: try Self.options(root["options"]),
      rules: try Self.rules(root["rules"]),
      faces: try Self.value(root["faces"], key: "faces", ["list": .list, "withhold": .withhold]) ?? .list,
      temporal: try Self.value(root["dates"], key: "dates", ["whole-days": .wholeDays, "seconds": .seconds])
        ?? .wholeDays)
    identifierRule = try Self.identifierRule(root["patient-id"])
    guard let summaries = (root["summary"] ?? [:]).mapping else { throw .wrongType("summary") }
    for (language, text) in summaries {
      guard let language = language.string, let text = text.string else { throw .wrongType("summary") }
      summary[language] = text
    }
  }

  private static func mapping(_ yaml: String) throws(ProfileError) -> Node.Mapping {
    do {
      guard let mapping = try Yams.compose(yaml: yaml)?.mapping else {
        throw ProfileError.wrongType("profile")
      }
      return mapping
    } catch let error as ProfileError {
      throw error
    } catch {
      guard case .parser(_, _, let mark, _) = error as? YamlError else { throw .notYAML(line: 1) }
      throw .notYAML(line: mark.line)
    }
  }

  private static func check(keys mapping: Node.Mapping, known: Set<String>) throws(ProfileError) {
    for key in mapping.keys {
      guard let key = key.string, known.contains(key) else { throw .unknownKey(key.string ?? "?") }
    }
  }

  private static func options(_ node: Node?) throws(ProfileError) -> ProfileOptions {
    guard let node else { return [] }
    guard let list = node.sequence else { throw .wrongType("options") }
    var options: ProfileOptions = []
    for item in list {
      guard let name = item.string else { throw .wrongType("options") }
      guard let option = ProfileOption(name: name) else { throw .unknownOption(name) }
      // Refused until it exists: a profile that names it counts on it.
      if option == .cleanRecognizableVisualFeatures { throw .notYetSupported(name) }
      options.insert(ProfileOptions(option))
    }
    if options.isSuperset(of: [
      .retainLongitudinalTemporalInformationFullDates, .retainLongitudinalTemporalInformationModifiedDates,
    ]) {
      throw .conflictingDates
    }
    return options
  }

  private static func rules(_ node: Node?) throws(ProfileError) -> [LocalRule] {
    guard let node else { return [] }
    guard let list = node.sequence else { throw .wrongType("rules") }
    var rules: [LocalRule] = []
    for item in list {
      guard let rule = item.mapping else { throw .wrongType("rules") }
      try check(keys: rule, known: ["attribute", "action", "reason"])
      guard let name = rule["attribute"]?.string else { throw .missingKey("attribute") }
      guard let letter = rule["action"]?.string else { throw .missingKey("action") }
      // A rule for an attribute that is not in the dictionary would never be asked.
      guard let tag = Tag(name) ?? DataDictionary.tag(forKeyword: name), DataDictionary.entry(for: tag) != nil
      else {
        throw .unknownAttribute(name)
      }
      guard let action = Action(rawValue: letter) else { throw .unknownAction(letter) }
      rules.append(LocalRule(tag: tag, action: action))
    }
    return rules
  }

  /// `patient-id: {leading-zeros: ignore|count, separators: ignore|count}`, by default both ignored.
  private static func identifierRule(_ node: Node?) throws(ProfileError) -> IdentifierRule {
    guard let node else { return .standard }
    guard let rule = node.mapping else { throw .wrongType("patient-id") }
    try check(keys: rule, known: ["leading-zeros", "separators"])
    let choices = ["ignore": true, "count": false]
    return IdentifierRule(
      ignoresLeadingZeros: try value(rule["leading-zeros"], key: "leading-zeros", choices) ?? true,
      ignoresSeparators: try value(rule["separators"], key: "separators", choices) ?? true)
  }

  private static func value<Value>(
    _ node: Node?, key: String, _ values: [String: Value]
  ) throws(ProfileError) -> Value? {
    guard let node else { return nil }
    guard let name = node.string else { throw .wrongType(key) }
    guard let value = values[name] else { throw .unknownChoice(key: key, choice: name) }
    return value
  }
}
