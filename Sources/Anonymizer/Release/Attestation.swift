internal import DICOMCore

/// What the instance says about its own de-identification: only what this run really did.
///
/// PS3.15 §E.1.1, PS3.3 §C.7.1.1.
struct Attestation {
  let profile: ConfidentialityProfile
  let instance: InstanceContext
  let identity: InstanceIdentity
  let showsFace: Bool

  /// The root attributes to insert; those of `dataSet` that make the same claims are replaced or continued.
  func encoded(over dataSet: DataSet) -> [UInt8] {
    var encoder = DataSetEncoder()
    let missing = instance.facts.missingUIDs
    if missing.contains(.sopInstanceUID) { encoder.append(.sopInstanceUID, .UI, identity.instance.rawValue) }
    // Type 2 in every IOD; without it the patient's files could not be told apart.
    if dataSet.index(of: .patientID).map({ dataSet.elements[$0].kind }) != .value {
      encoder.append(.patientID, .LO, instance.patient)
    }
    encoder.append(.patientIdentityRemoved, .CS, "YES")
    encoder.append(.deidentificationMethod, .LO, method)
    encoder.append(.deidentificationMethodCodeSequence, items: inheritedCodes(of: dataSet) + appliedCodes)
    if missing.contains(.studyInstanceUID) { encoder.append(.studyInstanceUID, .UI, identity.study.rawValue) }
    if missing.contains(.seriesInstanceUID) {
      encoder.append(.seriesInstanceUID, .UI, identity.series.rawValue)
    }
    if showsFace { encoder.append(.recognizableVisualFeatures, .CS, "YES") }
    encoder.append(.longitudinalTemporalInformationModified, .CS, temporalInformation)
    return encoder.bytes
  }

  private var method: String {
    let check = instance.pixelCheck == .off ? "\\pixels not checked" : ""
    return "\(FileMeta.implementationVersion)\\profile \(profile.name)\(check)"
  }

  private var appliedCodes: [DataSetEncoder] {
    ([DeidentificationMethod.basicProfile] + profile.appliedOptions.options.map(\.method)).map(\.encoded)
  }

  /// Earlier claims stay as claims of whoever made them, as far as they are codes of CID 7050.
  private func inheritedCodes(of dataSet: DataSet) -> [DataSetEncoder] {
    guard let index = dataSet.index(of: .deidentificationMethodCodeSequence) else { return [] }
    var codes: [DataSetEncoder] = []
    var code: ArraySlice<UInt8> = []
    for element in dataSet.elements[index..<dataSet.elements[index].end] {
      guard let value = dataSet.value(of: element)?.trimmingPadding else { continue }
      if element.tag == .codeValue { code = value }
      // The scheme stands behind the value in its item.
      guard element.tag == .codingSchemeDesignator, value.elementsEqual("DCM".utf8) else { continue }
      codes += DeidentificationMethod.all.filter { code.elementsEqual($0.codeValue.utf8) }.map(\.encoded)
    }
    return codes
  }

  /// Never less than the input admits: what was removed or shifted before does not come back.
  private var temporalInformation: String {
    let before = instance.facts.longitudinalTemporalInformation
    if before == "REMOVED" { return before }
    if profile.options.contains(ProfileOption.retainLongitudinalTemporalInformationFullDates) {
      return before == "MODIFIED" ? before : "UNMODIFIED"
    }
    return profile.options.contains(ProfileOption.retainLongitudinalTemporalInformationModifiedDates)
      ? "MODIFIED" : "REMOVED"
  }
}

extension DeidentificationMethod {
  /// The code as an item of a code sequence, PS3.3 §8.8.
  fileprivate var encoded: DataSetEncoder {
    var item = DataSetEncoder()
    item.append(.codeValue, .SH, codeValue)
    item.append(.codingSchemeDesignator, .SH, Self.codingScheme)
    item.append(.codeMeaning, .LO, codeMeaning)
    return item
  }
}
