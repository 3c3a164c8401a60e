import Anonymizer
import DICOMCore
import TestSupport
import Testing

/// An attribute with a value that fits its VR, and what can be seen of it afterwards.
struct AttributeSample {
  let tag: Tag
  let vr: VR

  private static let uid = "1.2.826.0.1.3680043.99.7"
  private static let nested = "NESTED^NAME"

  init(tag: Tag) {
    self.tag = tag
    vr = DataDictionary.entry(for: tag)?.vr ?? .UN
  }

  func put(into dataSet: inout DataSetBuilder) {
    guard vr == .SQ else { return dataSet.set(tag, vr, value) }
    dataSet.sequence(tag) { item in
      item.set(.referencedSOPInstanceUID, Self.uid)
      item.set(.patientName, Self.nested)
    }
  }

  private var value: [UInt8] {
    let text =
      switch vr {
      case .AS: "045Y"
      case .DA: "20200315"
      case .DS: "12.5"
      case .DT: "20200315101530.25+0900"
      case .IS: "42"
      case .TM: "101530"
      case .UI: Self.uid
      case .UR: "http://sentinel.example/"
      case .SS, .US: "12"
      case .AT, .FL, .OL, .SL, .UL: "1234"
      // Also a width that every other byte string allows.
      default: "SENTINEL"
      }
    return Array(text.utf8)
  }

  /// 50,000 days before 2020-03-15, computed by Python.
  private var shifted: String {
    switch vr {
    case .DA: "18830423"
    case .DT: "18830423101530.25+0900"
    default: "101530"
    }
  }

  func expect(_ outcome: RowOutcome, in after: DataSetBuilder, retainsUIDs: Bool) {
    let text = after[tag]
    switch outcome {
    case .gone: #expect(!after.has(tag))
    case .zero:
      let isPatient = tag == .patientID || tag == .patientName
      #expect(after.has(tag) && (isPatient ? text == testPatient : after.bytes(tag) ?? [] == []))
      #expect(after.items(tag).isEmpty)
    case .dummy where vr == .UI: #expect(text == Pseudonyms.test.uid(UID(rawValue: Self.uid)).rawValue)
    case .dummy:
      #expect(after.bytes(tag)?.isEmpty == false)
      #expect(text.map { Array($0.utf8) } != value && text?.contains("SENTINEL") != true)
    case .replacedUID: #expect(text == Pseudonyms.test.uid(UID(rawValue: Self.uid)).rawValue)
    case .kept: #expect(text.map { Array($0.utf8) } == value)
    case .shifted: #expect(text == shifted)
    case .walked:
      #expect(after.items(tag).count == 1)
      let item = after.items(tag).first ?? DataSetBuilder()
      let uid = retainsUIDs ? Self.uid : Pseudonyms.test.uid(UID(rawValue: Self.uid)).rawValue
      #expect(item[.referencedSOPInstanceUID] == uid)
      #expect(!after.contains(Self.nested))
    }
  }
}
