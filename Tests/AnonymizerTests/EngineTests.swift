import Anonymizer
import DICOMCore
import TestSupport
import Testing

@Suite struct EngineTests {
  static let research: ProfileOptions = [
    .retainLongitudinalTemporalInformationModifiedDates, .retainPatientCharacteristics, .retainSafePrivate,
    .cleanDescriptors, .cleanStructuredContent, .cleanGraphics,
  ]

  @Test func `the same input gives the same plan`() {
    let (first, second) = (engine().plan(.ct()), engine().plan(.ct()))
    #expect(first.edits.map(\.index) == second.edits.map(\.index))
    #expect(first.edits.map(\.replacement) == second.edits.map(\.replacement))
    #expect(first.inserted == second.inserted)
  }

  /// UIDs get a second pseudonym and dates a second shift; nothing more goes.
  @Test(
    arguments: [[], research, .retainUIDs, .retainLongitudinalTemporalInformationFullDates], [true, false])
  func `a de-identified data set loses nothing more`(options: ProfileOptions, isImage: Bool) {
    let engine = engine(options: options)
    let once = engine.deidentified(isImage ? .ct() : .sr())
    let twice = engine.deidentified(once.dataSet)
    #expect(once.tags == twice.tags)
    #expect(
      !engine.plan(once.dataSet).edits.contains { $0.replacement == .removed || $0.replacement == .empty })
  }

  @Test func `edits are sorted and what stays is listed only on request`() {
    let dataSet = DataSet.sr()
    let (short, full) = (engine().plan(dataSet), engine().plan(dataSet, detail: .kept))
    #expect(short.edits.allSatisfy { $0.replacement != .unchanged })
    #expect(full.edits.count > short.edits.count)
    for edits in [short.edits, full.edits] {
      #expect(zip(edits, edits.dropFirst()).allSatisfy { $0.index < $1.index })
    }
    #expect(full.edits.filter { $0.replacement != .unchanged }.map(\.index) == short.edits.map(\.index))
  }

  @Test(arguments: [0x0008_0007, 0x0010_9999, 0x7777_0010, 0x6001_3000, 0x0028_EEEE] as [UInt32])
  func `an attribute that PS3.6 does not know is removed`(number: UInt32) {
    let tag = Tag(rawValue: number)
    #expect(!engine().deidentified(.ct { $0.set(tag, .LO, "SENTINEL") }).has(tag))
  }

  @Test(arguments: [
    (Tag(group: 8, element: 0), VR.UL), (Tag(group: 0x10, element: 0), .UL), (Tag(group: 0, element: 2), .UI),
    (Tag(group: 2, element: 0x10), .UI), (Tag(group: 2, element: 0x16), .AE),
  ])
  func `group lengths, commands and file meta information have no place in a data set`(tag: Tag, vr: VR) {
    let options: [ProfileOptions] = [[], .retainUIDs, Self.research]
    for options in options {
      #expect(!engine(options: options).deidentified(.ct { $0.set(tag, vr, "1.23") }).has(tag))
    }
  }

  @Test func `an attribute that no table lists stays`() {
    let after = engine().deidentified(.ct())
    for tag in [Tag.modality, .imageType, .kvp, .rows, .pixelData, .seriesNumber] {
      #expect(after.bytes(tag) == DataSetBuilder.ct.bytes(tag))
    }
  }

  @Test func `pixel data on disk and in fragments stays`() {
    let onDisk = DataSet.ct { $0.onDisk(.pixelData, .OW, length: 1 << 20) }
    let fragments = DataSet.ct { $0.fragments([], [1, 2]) }
    for dataSet in [onDisk, fragments] {
      let edits = engine().plan(dataSet).edits
      #expect(!edits.contains { dataSet.elements[$0.index].tag == .pixelData })
    }
  }

  @Test func `text too long to be read is removed`() {
    #expect(
      !engine().deidentified(.ct { $0.onDisk(.derivationDescription, .ST, length: 17 << 20) }).has(
        .derivationDescription))
    #expect(
      !engine().deidentified(.ct { $0.onDisk(.lossyImageCompressionRatio, .DS, length: 17 << 20) })
        .has(.lossyImageCompressionRatio))
  }

  @Test func `an object whose IOD is unknown keeps what it may require`() {
    let after = engine().deidentified(
      .ct {
        $0.set(.sopClassUID, "1.2.392.200036.9116.7.8.1.1.1"); $0.set(.institutionName, "SENTINEL")
      })
    #expect(after[.sopClassUID] == "1.2.392.200036.9116.7.8.1.1.1")
    #expect(after[.institutionName] == "REMOVED")
  }

  @Test func `a rule of the profile goes before the standard's`() {
    let rules: [ConfidentialityProfile.LocalRule] = [
      .init(tag: .kvp, action: .remove), .init(tag: .institutionName, action: .keep),
      .init(tag: .patientName, action: .zero), .init(tag: .stationName, action: .dummy),
      .init(tag: .deviceUID, action: .replaceUID), .init(tag: .manufacturer, action: .zero),
    ]
    let after = engine(rules: rules).deidentified(
      .ct {
        for tag in [Tag.institutionName, .stationName, .manufacturer] { $0.set(tag, "SENTINEL") }
        $0.set(.deviceUID, "1.2.3")
      })
    #expect(!after.has(.kvp))
    #expect(after[.institutionName] == "SENTINEL")
    #expect(after[.patientName] == "" && after[.manufacturer] == "")
    #expect(after[.stationName] == "REMOVED")
    #expect(after[.deviceUID] == Pseudonyms.test.uid(UID(rawValue: "1.2.3")).rawValue)
  }

  @Test func `an empty value stays empty and one that is removed goes`() {
    let after = engine().deidentified(
      .ct {
        for tag in [Tag.institutionName, .contentDate, .deviceSerialNumber, .studyDescription] {
          $0.set(tag, "")
        }
        $0.set(.accessionNumber, "  ")
      })
    #expect(after[.accessionNumber] == "")
    #expect(after[.institutionName] == "" && after[.contentDate] == "")
    #expect(!after.has(.studyDescription))
  }
}
