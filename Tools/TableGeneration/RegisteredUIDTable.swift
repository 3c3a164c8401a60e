extension GeneratedFile {
  /// PS3.6 Table A-1: each UID and the letter of its kind.
  static func registeredUIDs(root: String) throws -> GeneratedFile {
    let name = "standard/ps36_uids.tsv"
    let lines = try TSV(root: root, name).records.map { record in
      guard let letter = letters[record["type", default: ""]] else {
        throw GenerationError(file: name, what: "has a type that the generator does not know")
      }
      return "    \(letter) \(record["uid", default: ""])"
    }
    let body = """
      extension RegisteredUIDs {
        /// A letter of `Kind`, a space and the UID, one per line.
        static let registry = \"""
      \(lines.joined(separator: "\n"))
          \"""
      }
      """
    return GeneratedFile(path: "Sources/DICOMCore/RegisteredUIDs+Generated.swift", from: [name], body)
  }
}

/// The types of Table A-1 and the raw values of `RegisteredUIDs.Kind`.
private let letters = [
  "SOP Class": "C", "Meta SOP Class": "C", "Service Class": "C",
  "Transfer Syntax": "T",
  "Well-known frame of reference": "F", "Synchronization Frame of Reference": "F",
  "Well-known SOP Instance": "I",
  "Coding Scheme": "S", "DICOM UIDs as a Coding Scheme": "S", "Mapping Resource": "S",
  "Application Context Name": "O", "Application Hosting Model": "O", "LDAP OID": "O",
]
