import Anonymizer
import DICOMCore
import TestSupport
import Testing

@Suite struct RecognizableFaceTests {
  private func isPossible(_ change: (inout DataSetBuilder) -> Void) -> Bool {
    engine().plan(.ct(change)).review.contains(.recognizableFace)
  }

  @Test(arguments: [
    "HEAD", "BRAIN", "SKULL", "NECK", "HEADNECK", "EAR", "ORBIT", "TMJ", "WHOLEBODY", "JAW", "IAC", "CAROTID",
  ])
  func `a head by its body part`(part: String) {
    for modality in ["CT", "MR", "PT"] {
      #expect(
        isPossible {
          $0.set(.modality, modality)
          $0.set(.bodyPartExamined, part)
        })
    }
  }

  @Test(arguments: [
    "Head^Routine", "CT Kopf / skull", "cerebral angio", "eyes", "Neuro^MPRAGE", "ct head w/o",
    "whole body PET",
  ])
  func `a head by a description, whatever the body part says`(text: String) {
    for tag in [Tag.studyDescription, .seriesDescription, .protocolName, .requestedProcedureDescription] {
      #expect(isPossible { $0.set(tag, text) })
    }
  }

  @Test(arguments: ["頭部単純CT", "脳MRI", "眼窩", "全身PET"])
  func `a head by a Japanese description`(text: String) {
    #expect(
      isPossible {
        $0.set(.specificCharacterSet, "ISO_IR 192")
        $0.set(.studyDescription, text)
      })
  }

  @Test(arguments: ["", "Routine", "Pharma study", "Legacy import", "スカウト"])
  func `a region that nothing names may be a head`(text: String) {
    #expect(
      isPossible {
        $0.set(.specificCharacterSet, "ISO_IR 192")
        $0.remove(.bodyPartExamined)
        $0.set(.seriesDescription, text)
      })
  }

  @Test(arguments: [
    "CHEST", "Abdomen", "CT heart", "CARDIAC", "Cardiac MR", "Early phase liver", "Iliac arteries, pelvis",
    "Linear array knee", "arm", "legs", "left hip", "胸部",
  ])
  func `another region shows no face`(text: String) {
    #expect(
      !isPossible {
        $0.set(.specificCharacterSet, "ISO_IR 192")
        $0.remove(.bodyPartExamined)
        $0.set(.seriesDescription, text)
      })
  }

  @Test(arguments: ["CHEST", "HEART", "CARDIAC", "ARM", "PROSTATE", "LINEAR"])
  func `another body part shows no face`(part: String) {
    #expect(!isPossible { $0.set(.bodyPartExamined, part) })
  }

  @Test func `no volume, no face`() {
    #expect(
      !isPossible {
        $0.set(.bodyPartExamined, "HEAD"); $0.set(.modality, "CR")
      })
    #expect(
      !isPossible {
        $0.set(.bodyPartExamined, "HEAD"); $0.set(.imageType, "ORIGINAL\\PRIMARY\\LOCALIZER")
      })
    #expect(
      !isPossible {
        $0.set(.bodyPartExamined, "HEAD"); $0.remove(.pixelData)
      })
  }

  @Test func `the profile decides whether a face is withheld`() {
    let head = DataSet.ct { $0.set(.bodyPartExamined, "HEAD") }
    #expect(engine(faces: .withhold).plan(head).withheld == .recognizableFace)
    #expect(engine(faces: .withhold).plan(.ct()).withheld == nil)
    #expect(engine(faces: .list).plan(head).withheld == nil)
    #expect(engine(faces: .withhold).plan(head, pixelCheck: .off).withheld == .recognizableFace)
  }
}
