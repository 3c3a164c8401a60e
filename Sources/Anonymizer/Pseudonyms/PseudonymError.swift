/// What is wrong with what the user gave us; never with a value in it.
public enum PseudonymError: Error, Hashable, Sendable {
  /// The `--subjects` file; every problem, in the order of lines.
  case subjectTable([SubjectTableProblem])
}

/// One line of a `--subjects` file that cannot be used.
public struct SubjectTableProblem: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// No header row or no row after it.
    case noRows
    /// The header lacks this column.
    case missingColumn(SubjectTable.Column)
    /// The header has this column twice.
    case repeatedColumn(SubjectTable.Column)
    /// A quotation mark where RFC 4180 allows none, or one that is never closed.
    case malformedQuotes
    /// More or fewer cells than the header.
    case wrongCellCount
    /// The patient ID is blank or a placeholder.
    case noPatientID
    /// The subject is not 1–64 of A–Z a–z 0–9 . _ - that can name a folder.
    case invalidSubject
    /// The subject is the patient ID itself.
    case subjectIsPatientID
    /// There is an accession column, and this cell is blank.
    case noAccession
    /// The patient had another subject on `otherLine`.
    case secondSubject
    /// The subject belonged to another patient on `otherLine`.
    case sharedSubject
  }

  public let kind: Kind
  /// Line of the file, from 1.
  public let line: Int
  /// The earlier line that this one contradicts.
  public let otherLine: Int?

  init(_ kind: Kind, line: Int, otherLine: Int? = nil) {
    self.kind = kind
    self.line = line
    self.otherLine = otherLine
  }
}

extension SubjectTableProblem: CustomStringConvertible {
  public var description: String {
    let what =
      switch kind {
      case .noRows: "no rows; expected a header with patient_id,subject and a row per patient"
      case .missingColumn(let column): "column \(column.rawValue) is missing"
      case .repeatedColumn(let column): "column \(column.rawValue) is there twice"
      case .malformedQuotes: "misplaced quotation mark"
      case .wrongCellCount: "not as many cells as the header"
      case .noPatientID: "the patient ID is blank or a placeholder"
      case .invalidSubject: "the subject must be 1 to 64 of A-Z a-z 0-9 . _ - and fit to name a folder"
      case .subjectIsPatientID: "the subject is the patient ID; assign a number that tells nothing"
      case .noAccession: "the accession number is blank; drop the column to take all studies"
      case .secondSubject: "this patient has another subject"
      case .sharedSubject: "this subject belongs to another patient"
      }
    return "line \(line): \(what)" + (otherLine.map { ", line \($0)" } ?? "")
  }
}

extension PseudonymError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .subjectTable(let problems): problems.map(\.description).joined(separator: "\n")
    }
  }
}
