public import Anonymizer
public import DICOMCore

extension ProjectKey {
  /// The key of every test.
  public static let test: ProjectKey = {
    guard let key = ProjectKey(bytes: UInt8(0)..<32) else { preconditionFailure("32 bytes are a key") }
    return key
  }()
}

extension Pseudonyms {
  public static let test = Pseudonyms(key: .test)
}

extension DateShift {
  /// The shift of the tests' patient, over several leap days.
  public static let test = DateShift(days: -50_000)
  /// The same for profiles that shift to the second.
  public static let testSeconds = DateShift(days: -50_000, seconds: 5 * 3600)
}

/// The name of the tests' patient on the de-identified side.
public let testPatient = "SUBJECT-1"

/// An engine with the tests' key.
public func engine(
  options: ProfileOptions = [], rules: [ConfidentialityProfile.LocalRule] = [],
  faces: ConfidentialityProfile.Faces = .list, temporal: Pseudonyms.Temporal = .wholeDays
) -> Engine {
  let profile = ConfidentialityProfile(
    name: "test", options: options, rules: rules, faces: faces, temporal: temporal)
  return Engine(profile: profile, pseudonyms: Pseudonyms(key: .test, temporal: temporal))
}

extension Engine {
  /// Plans for the tests' patient.
  public func plan(
    _ dataSet: DataSet, transferSyntax: UID = .explicitVRLittleEndian, pixelCheck: PixelCheck = .on,
    review: Set<ReviewReason> = [], detail: Detail = []
  ) -> EditPlan {
    let context = InstanceContext(
      facts: InstanceFacts(dataSet: dataSet, transferSyntax: transferSyntax), patient: testPatient,
      shift: profile.temporal == .seconds ? .testSeconds : .test, review: review, pixelCheck: pixelCheck)
    return plan(for: dataSet, of: context, detail: detail)
  }

  /// The data set after the plan for it, as DCMTK would leave it.
  public func deidentified(_ dataSet: DataSet, pixelCheck: PixelCheck = .on) -> DataSetBuilder {
    plan(dataSet, pixelCheck: pixelCheck).applied(to: dataSet)
  }
}
