import Anonymizer
import DICOMCore
import TestSupport
import Testing

@Suite struct AttestationTests {
  private func codes(_ dataSet: DataSetBuilder) -> [String] {
    dataSet.items(.deidentificationMethodCodeSequence).compactMap { $0[.codeValue] }
  }

  @Test func `the Basic Profile claims itself alone`() {
    let after = engine().deidentified(.ct())
    #expect(after[.patientIdentityRemoved] == "YES")
    #expect(after[.deidentificationMethod] == "TOKUMEI_1\\profile test")
    #expect(codes(after) == ["113100"])
    let item = after.items(.deidentificationMethodCodeSequence).first
    #expect(item?[.codingSchemeDesignator] == "DCM")
    #expect(item?[.codeMeaning] == "Basic Application Confidentiality Profile")
  }

  @Test func `an option is claimed when it is carried out`() {
    let all = ProfileOptions(ProfileOption.allCases.map { ProfileOptions($0) })
    // Cleaning removes until there is a cleaner, which is no cleaning.
    #expect(
      codes(engine(options: all).deidentified(.ct()))
        == ["113100", "113106", "113107", "113108", "113109", "113110", "113111", "113112"])
  }

  @Test func `earlier claims stay beside ours, and nothing but codes of CID 7050`() {
    let after = engine(options: .retainUIDs).deidentified(
      .ct {
        $0.set(.patientIdentityRemoved, "NO")
        $0.set(.deidentificationMethod, "SENTINEL")
        $0.sequence(
          .deidentificationMethodCodeSequence,
          {
            $0.set(.codeValue, "113101")
            $0.set(.codingSchemeDesignator, "DCM")
            $0.set(.codeMeaning, "SENTINEL")
          },
          {
            $0.set(.codeValue, "SENTINEL")
            $0.set(.codingSchemeDesignator, "99X")
            $0.set(.codeMeaning, "SENTINEL")
          })
      })
    #expect(codes(after) == ["113101", "113100", "113110"])
    #expect(
      after.items(.deidentificationMethodCodeSequence).first?[.codeMeaning] == "Clean Pixel Data Option")
    #expect(after[.patientIdentityRemoved] == "YES")
    #expect(!after.contains("SENTINEL"))
  }

  @Test(
    arguments: [
      ([], nil, "REMOVED"), ([], "UNMODIFIED", "REMOVED"), ([], "MODIFIED", "REMOVED"),
      (.retainLongitudinalTemporalInformationModifiedDates, nil, "MODIFIED"),
      (.retainLongitudinalTemporalInformationModifiedDates, "UNMODIFIED", "MODIFIED"),
      (.retainLongitudinalTemporalInformationModifiedDates, "REMOVED", "REMOVED"),
      (.retainLongitudinalTemporalInformationFullDates, nil, "UNMODIFIED"),
      (.retainLongitudinalTemporalInformationFullDates, "MODIFIED", "MODIFIED"),
      (.retainLongitudinalTemporalInformationFullDates, "REMOVED", "REMOVED"),
    ] as [(ProfileOptions, String?, String)])
  func `what became of the dates is said, and never less than the input admits`(
    options: ProfileOptions, before: String?, after: String
  ) {
    let result = engine(options: options).deidentified(
      .ct { $0[.longitudinalTemporalInformationModified] = before })
    #expect(result[.longitudinalTemporalInformationModified] == after)
  }

  @Test func `unchecked pixels are admitted`() {
    let after = engine().deidentified(.ct(), pixelCheck: .off)
    #expect(after[.deidentificationMethod] == "TOKUMEI_1\\profile test\\pixels not checked")
  }

  @Test func `a face that may be rendered is admitted`() {
    #expect(
      engine().deidentified(.ct { $0.set(.bodyPartExamined, "HEAD") })[.recognizableVisualFeatures] == "YES")
    #expect(!engine().deidentified(.ct()).has(.recognizableVisualFeatures))
  }

  @Test func `what is inserted is sorted`() {
    let inserted = engine().plan(
      .ct {
        $0.remove(.patientID); $0.set(.bodyPartExamined, "HEAD")
      }
    ).inserted
    let tags = DataSetBuilder(explicitVRLittleEndian: inserted[...])
    #expect(tags.encoded.bytes == inserted)
    #expect(
      tags.tags == [
        .patientID, .patientIdentityRemoved, .deidentificationMethod, .deidentificationMethodCodeSequence,
        .recognizableVisualFeatures, .longitudinalTemporalInformationModified,
      ])
  }
}
