public import DICOMCore

/// What a project does to its data: the Basic Profile, the selected options and rules of its own.
///
/// PS3.15 §E.1.
public struct ConfidentialityProfile: Sendable {
  /// A rule of the profile's file, which goes before the standard's.
  public struct LocalRule: Hashable, Sendable {
    public let tag: Tag
    public let action: Action

    public init(tag: Tag, action: Action) {
      self.tag = tag
      self.action = action
    }
  }

  public enum Faces: String, Sendable {
    /// Released with (0028,0302) YES and listed.
    case list
    case withhold
  }

  public let name: String
  /// What it is for, by language (`en`, `ja`).
  public var summary: [String: String] = [:]
  public var options: ProfileOptions
  public var rules: [LocalRule]
  public var faces: Faces
  public var temporal: Pseudonyms.Temporal
  /// Which spellings of a patient ID are one patient.
  public var identifierRule = IdentifierRule.standard

  public init(
    name: String, options: ProfileOptions = [], rules: [LocalRule] = [], faces: Faces = .list,
    temporal: Pseudonyms.Temporal = .wholeDays
  ) {
    self.name = name
    self.options = options
    self.rules = rules
    self.faces = faces
    self.temporal = temporal
  }

  /// The options that this build carries out in full, and so may claim in (0012,0064).
  ///
  /// Where the profile selects a cleaning option that is not among them, what should be cleaned is removed.
  public var appliedOptions: ProfileOptions { options.intersection(Self.implemented) }

  static let implemented: ProfileOptions = [
    .retainLongitudinalTemporalInformationFullDates, .retainLongitudinalTemporalInformationModifiedDates,
    .retainPatientCharacteristics, .retainDeviceIdentity, .retainUIDs, .retainSafePrivate,
    .retainInstitutionIdentity,
  ]
}
