public import DICOMCore

extension DataSetBuilder {
  /// A small CT image of a chest, valid as far as the rules ask.
  public static var ct: DataSetBuilder {
    var image = instance(sopClass: "1.2.840.10008.5.1.4.1.1.2", modality: "CT")
    image.set(.imageType, "ORIGINAL\\PRIMARY\\AXIAL")
    image.set(.bodyPartExamined, "CHEST")
    image.set(.frameOfReferenceUID, "1.2.826.0.1.3680043.5")
    image.set(.kvp, "120")
    image.set(.instanceNumber, "1")
    for tag in [Tag.rows, .columns] { image.set(tag, 2) }
    for tag in [Tag.bitsAllocated, .bitsStored] { image.set(tag, 16) }
    image.set(.highBit, 15)
    image.set(.samplesPerPixel, 1)
    image.set(.pixelRepresentation, 0)
    image.set(.photometricInterpretation, "MONOCHROME2")
    image.set(.pixelData, .OW, [1, 0, 2, 0, 3, 0, 4, 0])
    return image
  }

  /// A structured report with one text, and no image.
  public static var sr: DataSetBuilder {
    var report = instance(sopClass: "1.2.840.10008.5.1.4.1.1.88.11", modality: "SR")
    report.set(.contentDate, "20200315")
    report.set(.contentTime, "101530")
    report.set(.completionFlag, "COMPLETE")
    report.set(.verificationFlag, "UNVERIFIED")
    report.set(.valueType, "CONTAINER")
    report.set(.continuityOfContent, "SEPARATE")
    report.sequence(.contentSequence) { item in
      item.set(.relationshipType, "CONTAINS")
      item.set(.valueType, "TEXT")
      item.sequence(.conceptNameCodeSequence) { code in
        code.set(.codeValue, "121071")
        code.set(.codingSchemeDesignator, "DCM")
        code.set(.codeMeaning, "Finding")
      }
      item.set(.textValue, "seen by Dr. Doe")
    }
    return report
  }

  private static func instance(sopClass: String, modality: String) -> DataSetBuilder {
    DataSetBuilder { instance in
      instance.set(.specificCharacterSet, "ISO_IR 100")
      instance.set(.sopClassUID, sopClass)
      instance.set(.sopInstanceUID, "1.2.826.0.1.3680043.1")
      instance.set(.studyInstanceUID, "1.2.826.0.1.3680043.2")
      instance.set(.seriesInstanceUID, "1.2.826.0.1.3680043.3")
      instance.set(.modality, modality)
      instance.set(.studyDate, "20200315")
      instance.set(.studyTime, "101530")
      instance.set(.accessionNumber, "A4711")
      instance.set(.patientName, "DOE^JANE")
      instance.set(.patientID, "0012345")
      instance.set(.patientBirthDate, "19601224")
      instance.set(.patientSex, "F")
      instance.set(.studyID, "S1")
      instance.set(.seriesNumber, "3")
      instance.set(.referringPhysicianName, "HOUSE^GREGORY")
    }
  }
}

extension DataSet {
  /// `DataSetBuilder.ct` with changes.
  public static func ct(_ change: (inout DataSetBuilder) -> Void = { _ in }) -> DataSet {
    var builder = DataSetBuilder.ct
    change(&builder)
    return builder.dataSet
  }

  /// `DataSetBuilder.sr` with changes.
  public static func sr(_ change: (inout DataSetBuilder) -> Void = { _ in }) -> DataSet {
    var builder = DataSetBuilder.sr
    change(&builder)
    return builder.dataSet
  }
}
