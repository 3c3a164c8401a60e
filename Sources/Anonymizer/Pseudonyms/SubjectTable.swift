/// The hospital's own assignment of subject numbers to patients, and with accession numbers the cohort.
public struct SubjectTable: Sendable {
  /// Columns of the file, in any order and case; others are ignored.
  public enum Column: String, Hashable, Sendable, CaseIterable {
    case patientID = "patient_id"
    case subject
    case accession
  }

  /// What the table says about a study.
  public enum Assignment: Hashable, Sendable {
    case subject(String)
    case notInCohort
  }

  private struct Entry {
    let subject: String
    let line: Int
    var accessions: Set<String> = []
  }

  private let rule: IdentifierRule
  private let hasAccessions: Bool
  private var entries: [String: Entry] = [:]

  /// Patients in the table.
  public var count: Int { entries.count }

  /// Reads the text of a `--subjects` file.
  ///
  /// - Parameters:
  ///   - text: CSV after RFC 4180 with a header row, already decoded.
  ///   - rule: the site's, for patient IDs and accession numbers alike, since Excel drops the zeros of both.
  /// - Throws: `PseudonymError.subjectTable` with every line that cannot be used.
  public init(csv text: String, rule: IdentifierRule = .standard) throws(PseudonymError) {
    let rows: [CSV.Row]
    do { rows = try CSV.rows(of: text) } catch {
      throw .subjectTable([SubjectTableProblem(.malformedQuotes, line: error.line)])
    }
    guard let header = rows.first, rows.count > 1 else {
      throw .subjectTable([SubjectTableProblem(.noRows, line: rows.first?.line ?? 1)])
    }
    var problems: [SubjectTableProblem] = []
    let columns = Self.columns(of: header, &problems)
    guard problems.isEmpty else { throw .subjectTable(problems) }
    self.rule = rule
    hasAccessions = columns[.accession] != nil
    var owners: [String: (id: String, line: Int)] = [:]
    for row in rows.dropFirst() {
      guard row.cells.count == header.cells.count else {
        problems.append(SubjectTableProblem(.wrongCellCount, line: row.line))
        continue
      }
      add(row, columns, &owners, &problems)
    }
    guard problems.isEmpty else { throw .subjectTable(problems) }
  }

  /// The subject of a study; a key without an ID is in no cohort.
  ///
  /// - Parameters:
  ///   - key: made with the same rule as this table.
  ///   - accession: Accession Number (0008,0050), decoded; needed where the table has such a column.
  /// - Returns: the assigned subject, or that the study is to be skipped.
  public func assignment(for key: PatientKey, accession: String?) -> Assignment {
    guard let id = key.canonicalID, let entry = entries[id] else { return .notInCohort }
    guard hasAccessions else { return .subject(entry.subject) }
    guard let accession, entry.accessions.contains(rule.canonical(accession)) else { return .notInCohort }
    return .subject(entry.subject)
  }

  private static func columns(
    of header: CSV.Row, _ problems: inout [SubjectTableProblem]
  ) -> [Column: Int] {
    var columns: [Column: Int] = [:]
    for (index, cell) in header.cells.enumerated() {
      guard let column = Column(rawValue: IdentifierRule.folded(cell).lowercased()) else { continue }
      if columns.updateValue(index, forKey: column) != nil {
        problems.append(SubjectTableProblem(.repeatedColumn(column), line: header.line))
      }
    }
    for column in [Column.patientID, .subject] where columns[column] == nil {
      problems.append(SubjectTableProblem(.missingColumn(column), line: header.line))
    }
    return columns
  }

  private mutating func add(
    _ row: CSV.Row, _ columns: [Column: Int], _ owners: inout [String: (id: String, line: Int)],
    _ problems: inout [SubjectTableProblem]
  ) {
    func cell(_ column: Column) -> String {
      columns[column].map { IdentifierRule.trimmed(row.cells[$0]) } ?? ""
    }
    func fail(_ kind: SubjectTableProblem.Kind, _ otherLine: Int? = nil) {
      problems.append(SubjectTableProblem(kind, line: row.line, otherLine: otherLine))
    }
    let subject = cell(.subject)
    let id = rule.canonical(cell(.patientID))
    let accession = rule.canonical(cell(.accession))
    if PatientKey.isPlaceholder(cell(.patientID)) { return fail(.noPatientID) }
    guard Self.isValid(subject) else { return fail(.invalidSubject) }
    if rule.canonical(subject) == id { return fail(.subjectIsPatientID) }
    if hasAccessions, accession.isEmpty { return fail(.noAccession) }
    // Two subjects that differ in case only would be one folder on some file systems.
    if let known = entries[id], known.subject != subject { return fail(.secondSubject, known.line) }
    if let owner = owners[subject.lowercased()], owner.id != id { return fail(.sharedSubject, owner.line) }
    owners[subject.lowercased()] = (id, owners[subject.lowercased()]?.line ?? row.line)
    entries[id, default: Entry(subject: subject, line: row.line)].accessions.insert(accession)
  }

  /// The most that LO, the VR of Patient ID, holds.
  private static let longestSubject = 64

  /// Fit for Patient ID and for a folder: also not hidden, and not ending in a dot, which Windows drops.
  private static func isValid(_ subject: String) -> Bool {
    guard (1...longestSubject).contains(subject.utf8.count), subject.first != ".", subject.last != "." else {
      return false
    }
    return subject.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
      default: false
      }
    }
  }
}
