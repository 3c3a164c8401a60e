/// The rule that decided about an attribute; `explain`, the documents and the audit record print the same
/// text.
public enum RuleID: Hashable, Sendable {
  /// A row of Table E.1-1 by its Basic Profile column.
  case basicProfile
  /// A row of Table E.1-1 by the column of a selected option.
  case option(ProfileOption)
  /// A row of our own table of attributes that E.1-1 forgets.
  case additions
  /// A rule of the profile's file.
  case local
  case patient
  case privateAttribute
  case safePrivate
  /// The attribute is in no dictionary.
  case unknownAttribute
  /// The element's VR is not the attribute's, so its value is not what the attribute says.
  case wrongVR
  /// A sequence that was stored as bytes and cannot be walked.
  case opaqueSequence
  /// A number, time or age that holds other characters.
  case invalidValue
  /// A name, date, UID or application entity that no table lists.
  case representation
  /// A UID that names a class, a syntax or a well-known object.
  case classUID
  /// Inside a sequence whose content is replaced as a whole.
  case replacedSequence
  /// Listed nowhere as identifying.
  case notIdentifying

  /// What the rule is, in one line.
  public var text: String {
    switch self {
    case .basicProfile: "Basic Application Confidentiality Profile"
    case .option(let option): option.codeMeaning
    case .additions: "attribute that Table E.1-1 does not list"
    case .local: "rule of the profile"
    case .patient: "pseudonym of the patient"
    case .privateAttribute: "private attribute"
    case .safePrivate: "safe private attribute"
    case .unknownAttribute: "unknown attribute"
    case .wrongVR: "value representation does not fit the attribute"
    case .opaqueSequence: "sequence that cannot be read"
    case .invalidValue: "value does not fit its representation"
    case .representation: "value representation that identifies"
    case .classUID: "registered or class UID"
    case .replacedSequence: "inside a sequence that is replaced"
    case .notIdentifying: "not identifying"
    }
  }

  /// Where the rule comes from.
  public var source: String {
    switch self {
    case .basicProfile, .option: "PS3.15 Table E.1-1"
    case .additions: "profiles/additions.tsv"
    case .local: "profile"
    case .patient: "PS3.15 Table E.1-1, Z"
    case .privateAttribute: "PS3.15 §E.3.10"
    case .safePrivate: "PS3.15 Table E.3.10-1"
    case .unknownAttribute, .wrongVR, .opaqueSequence, .invalidValue, .representation:
      "default by VR, PS3.5 §6.2"
    case .classUID: "PS3.6 Table A-1"
    case .replacedSequence: "PS3.15 §E.1.1, D"
    case .notIdentifying: "PS3.6, not in Table E.1-1"
    }
  }
}
