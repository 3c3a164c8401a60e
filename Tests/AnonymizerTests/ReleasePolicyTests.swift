import Anonymizer
import DICOMCore
import TestSupport
import Testing

@Suite struct ReleasePolicyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let reason: WithholdReason?
    let name: String
    var syntax = UID.explicitVRLittleEndian
    /// Whether `pixelCheck: .off` releases it.
    var isReleasedUnchecked = false
    var change: @Sendable (inout DataSetBuilder) -> Void = { _ in }

    var testDescription: String { name }
  }

  private static let classRoot = "1.2.840.10008.5.1.4.1.1."

  private static func sopClass(_ reason: WithholdReason, _ suffix: String, off: Bool = false) -> Case {
    Case(reason: reason, name: "class \(suffix)", isReleasedUnchecked: off) {
      $0.set(.sopClassUID, classRoot + suffix)
    }
  }

  private static func modality(_ modality: String) -> Case {
    Case(reason: .pixelsUnchecked, name: modality, isReleasedUnchecked: true) { $0.set(.modality, modality) }
  }

  private static let syntaxes: [Case] = [
    Case(reason: .unknownTransferSyntax, name: "unknown syntax", syntax: UID(rawValue: "1.2.3")),
    Case(reason: .video, name: "MPEG2", syntax: UID(rawValue: "1.2.840.10008.1.2.4.100")),
    Case(reason: .video, name: "HEVC", syntax: UID(rawValue: "1.2.840.10008.1.2.4.107")),
    Case(reason: .referencedPixelData, name: "JPIP", syntax: UID(rawValue: "1.2.840.10008.1.2.4.94")),
    Case(reason: nil, name: "HTJ2K", syntax: .htj2k), Case(reason: nil, name: "deflated", syntax: .deflated),
    Case(reason: nil, name: "JPEG", syntax: .jpegBaseline),
  ]

  private static let kinds: [Case] =
    ["US", "IVUS", "ES", "SC", "XC", "OT"].map(modality)
    + ["6.1", "3.1", "7", "7.4", "77.1.1", "77.1.4"].map { sopClass(.pixelsUnchecked, $0, off: true) }
    + ["77.1.1.1", "77.1.2.1", "77.1.4.1"].map { sopClass(.video, $0) }
    + ["104.1", "104.2", "104.5"].map { sopClass(.encapsulatedDocument, $0) }

  private static let marks: [Case] = [
    Case(reason: .burnedInAnnotation, name: "burned in", isReleasedUnchecked: true) {
      $0.set(.burnedInAnnotation, "YES")
    },
    Case(reason: nil, name: "not burned in") { $0.set(.burnedInAnnotation, "NO") },
    Case(reason: .labelOrOverview, name: "label") { $0.set(.imageType, "ORIGINAL\\PRIMARY\\LABEL\\NONE") },
    Case(reason: .labelOrOverview, name: "overview") { $0.set(.imageType, "ORIGINAL\\PRIMARY\\OVERVIEW") },
    Case(reason: .directory, name: "DICOMDIR") { $0.set(.sopClassUID, "1.2.840.10008.1.3.10") },
    Case(reason: nil, name: "CT"),
    Case(reason: nil, name: "ultrasound without pixels") {
      $0.set(.modality, "US")
      $0.remove(.pixelData)
    },
    Case(reason: .pixelsUnchecked, name: "float pixels", isReleasedUnchecked: true) {
      $0.set(.modality, "OT")
      $0.remove(.pixelData)
      $0.set(.floatPixelData, .OF, [0, 0, 0, 0])
    },
  ]

  @Test(arguments: syntaxes + kinds + marks)
  func `an instance is withheld for its reason`(instance: Case) {
    let dataSet = DataSet.ct(instance.change)
    #expect(engine().plan(dataSet, transferSyntax: instance.syntax).withheld == instance.reason)
    let unchecked = engine().plan(dataSet, transferSyntax: instance.syntax, pixelCheck: .off).withheld
    #expect(unchecked == (instance.isReleasedUnchecked ? nil : instance.reason))
  }

  @Test func `codes and texts of the reasons are distinct`() {
    let reasons = WithholdReason.allCases
    #expect(Set(reasons.map(\.text)).count == reasons.count)
    #expect(reasons.allSatisfy { $0.rawValue.allSatisfy { $0.isLowercase || $0 == "-" } })
  }
}
