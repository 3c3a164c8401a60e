public import DICOMCore

/// What the rules and the catalog ask about an instance as a whole, read once from its root.
public struct InstanceFacts: Sendable {
  public var sopClass = UID(rawValue: "")
  public var sopInstance = UID(rawValue: "")
  public var study = UID(rawValue: "")
  public var series = UID(rawValue: "")
  public var transferSyntax = UID(rawValue: "")
  public var characterSet: CharacterSet
  public var patientID: [UInt8] = []
  public var issuerOfPatientID: [UInt8] = []
  public var accessionNumber: [UInt8] = []
  public var birthDate: [UInt8] = []
  public var sex: [UInt8] = []
  public var modality = ""
  public var imageType: [String] = []
  public var bodyPart = ""
  public var burnedInAnnotation = ""
  public var rows = 0
  public var columns = 0
  public var frames = 0
  public var hasPixelData = false
  /// The descriptions that may name the examined region, raw.
  public var descriptions: [[UInt8]] = []
  /// (0028,0303) as the input has it.
  public var longitudinalTemporalInformation = ""

  public init(dataSet: DataSet, transferSyntax: UID) {
    characterSet = CharacterSet(definedTerms: Array(dataSet.value(.specificCharacterSet) ?? []))
    self.transferSyntax = transferSyntax
    var index = 0
    while index < dataSet.elements.count {
      let element = dataSet.elements[index]
      switch element.tag {
      case .pixelData, .floatPixelData, .doubleFloatPixelData: hasPixelData = true
      default: break
      }
      if let value = dataSet.value(of: element) { read(element.tag, field: value) }
      index = element.end
    }
  }

  /// Which UIDs were made up because the data set has none.
  public private(set) var missingUIDs: [Tag] = []

  /// Fills in what an instance cannot be without: the class from the file meta information, UIDs from its own content,
  /// since writers that forget the one copy the other from file to file.
  ///
  /// - Parameters:
  ///   - metaSOPClass: (0002,0002), or empty.
  ///   - content: a keyed fingerprint of the data set.
  public mutating func complete(metaSOPClass: UID, content: @autoclosure () -> [UInt8]) {
    if sopClass.rawValue.isEmpty { sopClass = metaSOPClass }
    if sopClass.rawValue.isEmpty {
      sopClass = UID(rawValue: hasPixelData ? Self.secondaryCapture : Self.rawData)
      isClassUnknown = true
    }
    if sopInstance.rawValue.isEmpty {
      sopInstance = Self.named(content())
      missingUIDs.append(.sopInstanceUID)
    }
    if study.rawValue.isEmpty {
      study = UID(rawValue: "study of \(sopInstance.rawValue)")
      missingUIDs.append(.studyInstanceUID)
    }
    if series.rawValue.isEmpty {
      series = UID(rawValue: "series of \(sopInstance.rawValue)")
      missingUIDs.append(.seriesInstanceUID)
    }
  }

  /// Nothing in the file says what it is; its file meta information then says what its content comes closest to.
  public private(set) var isClassUnknown = false

  private static func named(_ content: [UInt8]) -> UID {
    UID(rawValue: "content " + content.map { String($0, radix: 16) }.joined(separator: "."))
  }

  private static let secondaryCapture = "1.2.840.10008.5.1.4.1.1.7"
  private static let rawData = "1.2.840.10008.5.1.4.1.1.66"

  private mutating func read(_ tag: Tag, field: ArraySlice<UInt8>) {
    let value = field.trimmingPadding
    switch tag {
    case .sopClassUID: sopClass = UID(rawValue: ascii(value))
    case .sopInstanceUID: sopInstance = UID(rawValue: ascii(value))
    case .studyInstanceUID: study = UID(rawValue: ascii(value))
    case .seriesInstanceUID: series = UID(rawValue: ascii(value))
    case .patientID: patientID = Array(value)
    case .issuerOfPatientID: issuerOfPatientID = Array(value)
    case .accessionNumber: accessionNumber = Array(value)
    case .patientBirthDate: birthDate = Array(value)
    case .patientSex: sex = Array(value)
    case .modality: modality = Self.isTerm(value) ? ascii(value) : ""
    case .imageType: imageType = ascii(value).split(separator: "\\").map(String.init)
    case .bodyPartExamined: bodyPart = ascii(value)
    case .burnedInAnnotation: burnedInAnnotation = ascii(value)
    case .longitudinalTemporalInformationModified: longitudinalTemporalInformation = ascii(value)
    case .rows: rows = number(field)
    case .columns: columns = number(field)
    case .numberOfFrames: frames = Int(ascii(value)) ?? 0
    case .studyDescription, .seriesDescription, .protocolName, .requestedProcedureDescription:
      descriptions.append(Array(value))
    default: break
    }
  }

  /// One word in capitals, as every defined term of Modality is.
  private static func isTerm(_ value: ArraySlice<UInt8>) -> Bool {
    value.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
  }

  private func ascii(_ value: ArraySlice<UInt8>) -> String {
    value.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? String(decoding: value, as: UTF8.self) : ""
  }

  private func number(_ value: ArraySlice<UInt8>) -> Int {
    value.count < 2 ? 0 : Int(value[value.startIndex]) | Int(value[value.startIndex + 1]) << 8
  }
}
