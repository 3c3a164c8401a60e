/// An option of the Basic Application Level Confidentiality Profile.
///
/// PS3.15 §E.3, PS3.16 CID 7050.
public enum ProfileOption: UInt8, Sendable, CaseIterable {
  case cleanPixelData
  case cleanRecognizableVisualFeatures
  case cleanGraphics
  case cleanStructuredContent
  case cleanDescriptors
  case retainLongitudinalTemporalInformationFullDates
  case retainLongitudinalTemporalInformationModifiedDates
  case retainPatientCharacteristics
  case retainDeviceIdentity
  case retainUIDs
  case retainSafePrivate
  case retainInstitutionIdentity

  /// The name in a profile file, such as `clean-pixel-data`.
  public var name: String {
    switch self {
    case .cleanPixelData: "clean-pixel-data"
    case .cleanRecognizableVisualFeatures: "clean-recognizable-visual-features"
    case .cleanGraphics: "clean-graphics"
    case .cleanStructuredContent: "clean-structured-content"
    case .cleanDescriptors: "clean-descriptors"
    case .retainLongitudinalTemporalInformationFullDates:
      "retain-longitudinal-temporal-information-full-dates"
    case .retainLongitudinalTemporalInformationModifiedDates:
      "retain-longitudinal-temporal-information-modified-dates"
    case .retainPatientCharacteristics: "retain-patient-characteristics"
    case .retainDeviceIdentity: "retain-device-identity"
    case .retainUIDs: "retain-uids"
    case .retainSafePrivate: "retain-safe-private"
    case .retainInstitutionIdentity: "retain-institution-identity"
    }
  }

  /// A shorter name that a profile file may use as well.
  public var shortName: String? {
    switch self {
    case .retainLongitudinalTemporalInformationFullDates: "full-dates"
    case .retainLongitudinalTemporalInformationModifiedDates: "modified-dates"
    default: nil
    }
  }

  /// Reads a name or a short name.
  public init?(name: String) {
    guard let option = Self.allCases.first(where: { $0.name == name || $0.shortName == name }) else {
      return nil
    }
    self = option
  }

  /// The section of PS3.15 that defines the option.
  public var section: String {
    switch self {
    case .cleanPixelData: "E.3.1"
    case .cleanRecognizableVisualFeatures: "E.3.2"
    case .cleanGraphics: "E.3.3"
    case .cleanStructuredContent: "E.3.4"
    case .cleanDescriptors: "E.3.5"
    case .retainLongitudinalTemporalInformationFullDates,
      .retainLongitudinalTemporalInformationModifiedDates:
      "E.3.6"
    case .retainPatientCharacteristics: "E.3.7"
    case .retainDeviceIdentity: "E.3.8"
    case .retainUIDs: "E.3.9"
    case .retainSafePrivate: "E.3.10"
    case .retainInstitutionIdentity: "E.3.11"
    }
  }
}

/// A set of options.
public struct ProfileOptions: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public init(_ option: ProfileOption) { self.init(rawValue: 1 << UInt16(option.rawValue)) }

  public func contains(_ option: ProfileOption) -> Bool { contains(ProfileOptions(option)) }

  /// The options in the order of their codes.
  public var options: [ProfileOption] { ProfileOption.allCases.filter { contains($0) } }

  public static let cleanPixelData = ProfileOptions(.cleanPixelData)
  public static let cleanRecognizableVisualFeatures = ProfileOptions(.cleanRecognizableVisualFeatures)
  public static let cleanGraphics = ProfileOptions(.cleanGraphics)
  public static let cleanStructuredContent = ProfileOptions(.cleanStructuredContent)
  public static let cleanDescriptors = ProfileOptions(.cleanDescriptors)
  public static let retainLongitudinalTemporalInformationFullDates = ProfileOptions(
    .retainLongitudinalTemporalInformationFullDates)
  public static let retainLongitudinalTemporalInformationModifiedDates = ProfileOptions(
    .retainLongitudinalTemporalInformationModifiedDates)
  public static let retainPatientCharacteristics = ProfileOptions(.retainPatientCharacteristics)
  public static let retainDeviceIdentity = ProfileOptions(.retainDeviceIdentity)
  public static let retainUIDs = ProfileOptions(.retainUIDs)
  public static let retainSafePrivate = ProfileOptions(.retainSafePrivate)
  public static let retainInstitutionIdentity = ProfileOptions(.retainInstitutionIdentity)
}
