import Anonymizer
import DICOMCore
import Testing

@Suite struct SubjectTableTests {
  @Test func `a patient finds the assigned subject however the ID is spelt`() throws {
    let table = try SubjectTable(csv: "patient_id,subject\n0012345,S-001\n67890,S-002\n")
    #expect(table.count == 2)
    #expect(table.assignment(for: PatientKey(site: "A", id: "１２３-45"), accession: nil) == .subject("S-001"))
    #expect(table.assignment(for: PatientKey(site: "A", id: "99"), accession: nil) == .notInCohort)
  }

  @Test func `an accession column makes the cohort`() throws {
    let table = try SubjectTable(csv: "patient_id,subject,accession\n1,S1,0007\n1,S1,8\n2,S2,9\n")
    let (one, two) = (PatientKey(site: "A", id: "1"), PatientKey(site: "A", id: "2"))
    #expect(table.assignment(for: one, accession: "7") == .subject("S1"))
    #expect(table.assignment(for: one, accession: "00008 ") == .subject("S1"))
    #expect(table.assignment(for: one, accession: "9") == .notInCohort)
    #expect(table.assignment(for: two, accession: "9") == .subject("S2"))
    #expect(table.assignment(for: two, accession: nil) == .notInCohort)
    #expect(table.assignment(for: two, accession: "") == .notInCohort)
  }

  @Test func `a study without a patient ID is in no cohort`() throws {
    let table = try SubjectTable(csv: "patient_id,subject\n1,S1\n")
    #expect(
      table.assignment(for: PatientKey(study: UID(rawValue: "1"), site: "A"), accession: nil)
        == .notInCohort)
  }

  @Test(arguments: [
    "\u{FEFF}Subject, PATIENT_ID ,name\r\nS1,1,山田\r\n\r\n",
    "name,patient_id,subject\r\"a, \"\"b\"\"\nc\",\"1\",\"S1\"\r",
    "ｓｕｂｊｅｃｔ,patient_id\nS1,1",
    "patient_id,subject\n1,S1\n01,S1\n", "patient_id,subject\n1,S1\n,\n\n,\n",
  ])
  func `columns may have any order, case and quotes`(_ text: String) throws {
    let table = try SubjectTable(csv: text)
    #expect(table.assignment(for: PatientKey(site: "A", id: "1"), accession: nil) == .subject("S1"))
  }

  @Test(arguments: ["A", "s.1_2-3", String(repeating: "x", count: 64)])
  func `a subject that can name a folder is accepted`(_ subject: String) throws {
    #expect(try SubjectTable(csv: "patient_id,subject\n77,\(subject)\n").count == 1)
  }

  @Test(arguments: ["", ".", "..", ".x", "x.", "a/b", "a b", "é", #"a\b"#, String(repeating: "x", count: 65)])
  func `a subject that cannot name a folder is refused`(_ subject: String) {
    #expect(problems("patient_id,subject\n77,\(subject)\n") == [Found(.invalidSubject, 2)])
  }

  @Test func `one patient cannot be two subjects, nor one subject two patients`() {
    let text = "patient_id,subject\n1,S1\n2,S2\n001,S3\n3,S2\n4,s1\n"
    let expected = [Found(.secondSubject, 4, 2), Found(.sharedSubject, 5, 3), Found(.sharedSubject, 6, 2)]
    #expect(problems(text) == expected)
  }

  static let refused: [(String, Found)] = [
    ("", Found(.noRows, 1)), ("patient_id,subject\n", Found(.noRows, 1)),
    ("patient_id\n1\n", Found(.missingColumn(.subject), 1)),
    ("subject\nS1\n", Found(.missingColumn(.patientID), 1)),
    ("patient_id,subject,Subject\n1,a,b\n", Found(.repeatedColumn(.subject), 1)),
    ("patient_id,subject\n1,\"S1\n", Found(.malformedQuotes, 2)),
    ("patient_id,subject\n1,S\"1\n", Found(.malformedQuotes, 2)),
    ("patient_id,subject\n1,\"S1\"x\n", Found(.malformedQuotes, 2)),
    ("patient_id,subject\n\n1\n", Found(.wrongCellCount, 3)),
    ("patient_id,subject\n1,S1,x\n", Found(.wrongCellCount, 2)),
    ("patient_id,subject\n ,S1\n", Found(.noPatientID, 2)),
    ("patient_id,subject\nANONYMOUS,S1\n", Found(.noPatientID, 2)),
    ("patient_id,subject\n00123,123\n", Found(.subjectIsPatientID, 2)),
    ("patient_id,subject,accession\n5,S1,\n", Found(.noAccession, 2)),
    ("name,patient_id,subject\n\"a\nb\",5,S1\nc,6,/\n", Found(.invalidSubject, 4)),
  ]

  @Test(arguments: refused)
  func `a line that cannot be used is named`(_ text: String, _ expected: Found) {
    #expect(problems(text) == [expected])
  }

  @Test func `an error carries lines and no values`() {
    do throws(PseudonymError) {
      _ = try SubjectTable(
        csv: "patient_id,subject\nSENTINEL1,SENTINELA\nSENTINEL1,SENTINELB\nSENTINEL2,SENTINEL/\n")
      Issue.record("conflicting lines were accepted")
    } catch {
      #expect(
        error.description == """
          line 3: this patient has another subject, line 2
          line 4: the subject must be 1 to 64 of A-Z a-z 0-9 . _ - and fit to name a folder
          """)
      #expect(!String(reflecting: error).contains("SENTINEL"))
    }
  }

  struct Found: Equatable, Sendable {
    let kind: SubjectTableProblem.Kind
    let line: Int
    let otherLine: Int?

    init(_ kind: SubjectTableProblem.Kind, _ line: Int, _ otherLine: Int? = nil) {
      self.kind = kind
      self.line = line
      self.otherLine = otherLine
    }
  }

  private func problems(_ text: String) -> [Found] {
    do throws(PseudonymError) {
      _ = try SubjectTable(csv: text)
      return []
    } catch {
      switch error {
      case .subjectTable(let problems): return problems.map { Found($0.kind, $0.line, $0.otherLine) }
      }
    }
  }
}
