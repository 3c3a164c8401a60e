internal import DICOMCore

/// What is withheld as a whole until the product can clean it.
struct ReleasePolicy {
  let profile: ConfidentialityProfile
  let pixelCheck: PixelCheck

  private static let uncheckedModalities: Set<String> = ["US", "IVUS", "ES", "SC", "XC", "OT"]
  /// Ultrasound, secondary capture and photographs by their SOP class, whatever the modality says.
  private static let uncheckedClasses: Set<String> = [
    "1.2.840.10008.5.1.4.1.1.6", "1.2.840.10008.5.1.4.1.1.6.1", "1.2.840.10008.5.1.4.1.1.3",
    "1.2.840.10008.5.1.4.1.1.3.1", "1.2.840.10008.5.1.4.1.1.7", "1.2.840.10008.5.1.4.1.1.7.1",
    "1.2.840.10008.5.1.4.1.1.7.2", "1.2.840.10008.5.1.4.1.1.7.3", "1.2.840.10008.5.1.4.1.1.7.4",
    "1.2.840.10008.5.1.4.1.1.77.1.1", "1.2.840.10008.5.1.4.1.1.77.1.2", "1.2.840.10008.5.1.4.1.1.77.1.4",
  ]
  private static let videoClasses: Set<String> = [
    "1.2.840.10008.5.1.4.1.1.77.1.1.1", "1.2.840.10008.5.1.4.1.1.77.1.2.1",
    "1.2.840.10008.5.1.4.1.1.77.1.4.1",
  ]
  private static let encapsulated = "1.2.840.10008.5.1.4.1.1.104."
  private static let directory = "1.2.840.10008.1.3.10"

  func reason(to facts: InstanceFacts) -> WithholdReason? {
    let sopClass = facts.sopClass.rawValue
    if sopClass == Self.directory { return .directory }
    switch TransferSyntax(facts.transferSyntax)?.encoding {
    case nil: return .unknownTransferSyntax
    case .video: return .video
    case .referenced: return .referencedPixelData
    case .native, .deflated, .encapsulated: break
    }
    if Self.videoClasses.contains(sopClass) { return .video }
    if sopClass.hasPrefix(Self.encapsulated) { return .encapsulatedDocument }
    if facts.imageType.contains(where: { $0 == "LABEL" || $0 == "OVERVIEW" }) { return .labelOrOverview }
    guard pixelCheck == .on, facts.hasPixelData else { return nil }
    if facts.burnedInAnnotation == "YES" { return .burnedInAnnotation }
    if facts.isClassUnknown || Self.uncheckedModalities.contains(facts.modality)
      || Self.uncheckedClasses.contains(sopClass)
    {
      return .pixelsUnchecked
    }
    return nil
  }
}
