import Anonymizer
import DICOMCore
import TestSupport
import Testing

@Suite struct SequenceRuleTests {
  @Test func `a name is found at a depth of 5`() {
    func nest(_ item: inout DataSetBuilder, _ depth: Int) {
      item.set(.patientName, "SENTINEL^\(depth)")
      item.set(.referencedSOPInstanceUID, "1.2.3")
      item.set(.codeMeaning, "depth \(depth)")
      guard depth < 5 else { return }
      item.sequence(.referencedInstanceSequence, { nest(&$0, depth + 1) }, { nest(&$0, depth + 1) })
    }
    let before = DataSet.ct { image in
      image.sequence(.referencedInstanceSequence, { nest(&$0, 1) }, { nest(&$0, 1) })
    }
    #expect(before.elements.map(\.depth).max() == 5)
    let after = engine().deidentified(before)
    #expect(!after.contains("SENTINEL"))
    #expect(!after.contains("1.2.3\0"))
    #expect(after.contains("depth 5"))
    #expect(after.contains(Pseudonyms.test.uid(UID(rawValue: "1.2.3")).rawValue))
  }

  @Test func `what follows a nested sequence is decided in its own item`() {
    let after = engine(options: .retainLongitudinalTemporalInformationModifiedDates, temporal: .seconds)
      .deidentified(
        .ct {
          $0.sequence(.referencedInstanceSequence) { item in
            item.set(.studyDate, "20200101")
            item.set(.studyTime, "2300")
            item.sequence(.anatomicRegionSequence) { code in code.set(.codeMeaning, "Liver") }
            item.set(.contentDate, "20200315")
            item.set(.contentTime, "2300")
            item.sequence(.requestAttributesSequence) { $0.set(.contentTime, "0000") }
            item.set(.performedProcedureStepStartDate, "20200315")
            item.set(.performedProcedureStepStartTime, "2300")
          }
        })
    let item = after.items(.referencedInstanceSequence).first
    // 23:00 and 5 hours is the next day.
    #expect(item?[.studyTime] == "0400" && item?[.studyDate] == "18830209")
    #expect(item?[.performedProcedureStepStartDate] == "18830424")
    #expect(item?[.performedProcedureStepStartTime] == "0400")
  }

  @Test func `a sequence that was stored as bytes is removed`() {
    let tag = Tag.referencedInstanceSequence
    for vr in [VR.UN, .OB] {
      #expect(!engine().deidentified(.ct { $0.set(tag, vr, "SENTINEL") }).has(tag))
    }
    #expect(engine().deidentified(.ct { $0.set(tag, .UN, "") }).has(tag))
  }

  @Test(arguments: [Tag.modality, .rows, .patientID, .kvp, .studyInstanceUID])
  func `a sequence in another attribute's place is removed`(tag: Tag) {
    let after = engine().deidentified(.ct { $0.sequence(tag) { $0.set(.codeMeaning, "SENTINEL") } })
    #expect(after.items(tag).isEmpty)
    #expect(!after.contains("SENTINEL"))
  }

  @Test func `a sequence without items stays one`() {
    let after = engine().deidentified(
      .ct {
        $0.sequence(.referencedStudySequence); $0.sequence(.referencedImageSequence)
      })
    #expect(after.has(.referencedImageSequence))
    #expect(after.items(.referencedImageSequence).isEmpty)
  }

  @Test(arguments: [
    Tag.institutionCodeSequence, .operatorIdentificationSequence, .personIdentificationCodeSequence,
  ])
  func `every text in a sequence about a person or an institution goes`(tag: Tag) {
    // In an unknown IOD the sequences may be required.
    let after = engine().deidentified(
      .ct {
        $0.set(.sopClassUID, "1.2.3")
        $0.sequence(tag) { item in
          item.set(.codeValue, "SENTINEL")
          item.set(.codeMeaning, "SENTINEL")
          item.sequence(.anatomicRegionSequence) { $0.set(.codeMeaning, "SENTINEL") }
        }
      })
    #expect(!after.contains("SENTINEL"))
    if let item = after.items(tag).first { #expect(item[.codeMeaning] == "REMOVED") }
  }

  @Test func `a structured report keeps its tree and its concept names`() {
    let item = engine().deidentified(.sr()).items(.contentSequence).first
    #expect(item?[.valueType] == "TEXT")
    #expect(item?.items(.conceptNameCodeSequence).first?[.codeMeaning] == "Finding")
    #expect(item?[.textValue] == "REMOVED")
  }
}
