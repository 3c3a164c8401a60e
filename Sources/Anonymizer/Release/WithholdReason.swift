/// Why an instance stays on the identified side.
///
/// The raw value is the code that people and programs see; it never holds a value of the file.
public enum WithholdReason: String, CaseIterable, Sendable {
  case unreadable
  case empty
  case notDICOM = "not-dicom"
  case truncated
  case malformed
  case tooDeep = "too-deep"
  case tooLarge = "too-large"
  case unknownTransferSyntax = "unknown-transfer-syntax"
  case referencedPixelData = "referenced-pixel-data"
  case video
  case unparsed = "dcmtk-cannot-read"
  case directory = "dicomdir"
  case encapsulatedDocument = "encapsulated-document"
  case labelOrOverview = "label-or-overview"
  case pixelsUnchecked = "pixels-unchecked"
  case burnedInAnnotation = "burned-in-annotation"
  case recognizableFace = "recognizable-face"
  case sameUID = "same-uid-different-content"
  case linkOutside = "link-out-of-input"
  case unwritable
  case pixelDataChanged = "pixel-data-changed"
  case crashed

  /// One line for people.
  public var text: String {
    switch self {
    case .unreadable: "the file cannot be opened or read"
    case .empty: "the file has no bytes"
    case .notDICOM: "the file is not DICOM"
    case .truncated: "the file ends inside an element"
    case .malformed: "the elements of the file do not fit together"
    case .tooDeep: "sequences are nested deeper than 64"
    case .tooLarge: "the deflated data set is larger than 1 GiB"
    case .unknownTransferSyntax: "the transfer syntax is not known"
    case .referencedPixelData: "the pixel data is not in the file (JPIP)"
    case .video: "video cannot be checked yet"
    case .unparsed: "DCMTK cannot read or edit the data set"
    case .directory: "a DICOMDIR is an index of the medium, not an instance"
    case .encapsulatedDocument: "an encapsulated document cannot be cleaned yet"
    case .labelOrOverview: "a label or overview image shows the label of a slide"
    case .pixelsUnchecked: "images of this kind often show names, and the pixels were not checked"
    case .burnedInAnnotation: "the image says that it has burned-in annotation"
    case .recognizableFace: "a face can be rendered, and the profile withholds such series"
    case .sameUID: "another file with the same SOP Instance UID and other content was released"
    case .linkOutside: "a symbolic link leads out of the input folder"
    case .unwritable: "the result could not be written"
    case .pixelDataChanged: "the written pixel data differs from the input's"
    case .crashed: "the file ended the worker process"
    }
  }
}

/// Why a person should look at an instance although it was released.
public enum ReviewReason: String, CaseIterable, Sendable {
  case patientIDMissing = "patient-id-missing"
  case patientIDContradictory = "patient-id-contradictory"
  case uidMissing = "uid-missing"
  case recognizableFace = "recognizable-face"
}
