import Anonymizer
import DICOMCore
import Foundation
import TableGeneration
import Testing

@Suite struct ConfidentialityProfileTests {
  private static let head = "version: 1\nname: x\n"

  private static let wrongFiles: [(String, ProfileError)] = [
    ("name: x", .unsupportedVersion), ("version: 2\nname: x", .unsupportedVersion),
    ("version: 1", .missingKey("name")), ("version: 1\nname: ''", .missingKey("name")),
    ("- x", .wrongType("profile")), ("", .wrongType("profile")),
  ]

  @Test(arguments: wrongFiles)
  func `a file that is no profile is refused`(yaml: String, error: ProfileError) {
    #expect(throws: error) { try ConfidentialityProfile(yaml: yaml) }
  }

  private static let mistakes: [(String, ProfileError)] = [
    ("option: []", .unknownKey("option")), ("options: retain-uids", .wrongType("options")),
    ("options: [retain-everything]", .unknownOption("retain-everything")),
    ("options: [[]]", .wrongType("options")),
    ("options: [full-dates, modified-dates]", .conflictingDates),
    (
      "options: [clean-recognizable-visual-features]", .notYetSupported("clean-recognizable-visual-features")
    ),
    ("faces: show", .unknownChoice(key: "faces", choice: "show")), ("faces: []", .wrongType("faces")),
    ("dates: hours", .unknownChoice(key: "dates", choice: "hours")), ("rules: {}", .wrongType("rules")),
    ("rules: [x]", .wrongType("rules")), ("rules: [{attribute: PatientName}]", .missingKey("action")),
    ("rules: [{action: X}]", .missingKey("attribute")),
    ("rules: [{attribute: PatientNam, action: X}]", .unknownAttribute("PatientNam")),
    ("rules: [{attribute: PatientName, action: Q}]", .unknownAction("Q")),
    ("rules: [{attribute: PatientName, action: X, vr: PN}]", .unknownKey("vr")),
    ("summary: [x]", .wrongType("summary")), ("summary: {en: [x]}", .wrongType("summary")),
  ]

  @Test(arguments: mistakes)
  func `a profile with a mistake is refused`(line: String, error: ProfileError) {
    #expect(throws: error) { try ConfidentialityProfile(yaml: Self.head + line) }
    #expect(!error.description.isEmpty)
  }

  @Test func `what is not YAML is refused with its line`() {
    #expect(throws: ProfileError.self) { try ConfidentialityProfile(yaml: "version: 1\nname: [x\n  }") }
    #expect(throws: ProfileError.self) { try ConfidentialityProfile(yaml: "version: 1\nversion: 1\nname: x") }
  }

  @Test func `a profile says everything that an engine needs`() throws {
    let profile = try ConfidentialityProfile(
      yaml: """
        version: 1
        name: study
        summary: {en: A study., ja: 研究}
        options: [modified-dates, retain-uids]
        rules:
          - {attribute: PatientName, action: Z, reason: none}
          - {attribute: "(0018,0060)", action: X}
          - {attribute: 00180050, action: K}
        faces: withhold
        dates: seconds
        """)
    #expect(profile.name == "study" && profile.summary == ["en": "A study.", "ja": "研究"])
    #expect(profile.options == [.retainLongitudinalTemporalInformationModifiedDates, .retainUIDs])
    #expect(
      profile.rules == [
        .init(tag: .patientName, action: .zero), .init(tag: .kvp, action: .remove),
        .init(tag: .sliceThickness, action: .keep),
      ])
    #expect(profile.faces == .withhold && profile.temporal == .seconds)
  }

  @Test func `what a profile leaves out is the careful choice`() throws {
    let profile = try ConfidentialityProfile(yaml: Self.head)
    #expect(profile.options.isEmpty && profile.rules.isEmpty && profile.faces == .list)
    #expect(profile.temporal == .wholeDays)
  }

  @Test(arguments: ["basic", "midi", "research"])
  func `a shipped profile can be read and is described in both languages`(name: String) throws {
    let yaml = try String(contentsOfFile: "\(repositoryRoot())/profiles/\(name).yaml", encoding: .utf8)
    let profile = try ConfidentialityProfile(yaml: yaml)
    #expect(profile.name == name)
    #expect(Set(profile.summary.keys) == ["en", "ja"])
    #expect(name != "basic" || profile.options.isEmpty && profile.rules.isEmpty && profile.faces == .withhold)
    #expect(profile.appliedOptions.isSubset(of: profile.options))
  }

  @Test func `a site may count zeros and hyphens in its patient IDs`() throws {
    let ruled = "version: 1\nname: a\npatient-id: {leading-zeros: count, separators: count}\n"
    #expect(try ConfidentialityProfile(yaml: ruled).identifierRule == .exact)
    #expect(try ConfidentialityProfile(yaml: "version: 1\nname: a\n").identifierRule == .standard)
    #expect(throws: ProfileError.unknownKey("zeros")) {
      try ConfidentialityProfile(yaml: "version: 1\nname: a\npatient-id: {zeros: count}\n")
    }
  }
}
