/// A code for (0012,0064) De-identification Method Code Sequence, of coding scheme DCM.
///
/// PS3.16 CID 7050.
public struct DeidentificationMethod: Sendable, Hashable {
  public let codeValue: String
  public let codeMeaning: String

  public static let codingScheme = "DCM"

  public static let basicProfile = DeidentificationMethod(
    codeValue: "113100", codeMeaning: "Basic Application Confidentiality Profile")

  /// The Basic Profile and its options in the order of their codes.
  public static let all = [basicProfile] + ProfileOption.allCases.map(\.method)
}

extension ProfileOption {
  public var method: DeidentificationMethod {
    DeidentificationMethod(codeValue: codeValue, codeMeaning: codeMeaning)
  }

  /// 113101 to 113112, in the order of the cases.
  public var codeValue: String { String(113_101 + Int(rawValue)) }

  public var codeMeaning: String {
    switch self {
    case .cleanPixelData: "Clean Pixel Data Option"
    case .cleanRecognizableVisualFeatures: "Clean Recognizable Visual Features Option"
    case .cleanGraphics: "Clean Graphics Option"
    case .cleanStructuredContent: "Clean Structured Content Option"
    case .cleanDescriptors: "Clean Descriptors Option"
    case .retainLongitudinalTemporalInformationFullDates:
      "Retain Longitudinal Temporal Information Full Dates Option"
    case .retainLongitudinalTemporalInformationModifiedDates:
      "Retain Longitudinal Temporal Information Modified Dates Option"
    case .retainPatientCharacteristics: "Retain Patient Characteristics Option"
    case .retainDeviceIdentity: "Retain Device Identity Option"
    case .retainUIDs: "Retain UIDs Option"
    case .retainSafePrivate: "Retain Safe Private Option"
    case .retainInstitutionIdentity: "Retain Institution Identity Option"
    }
  }
}
