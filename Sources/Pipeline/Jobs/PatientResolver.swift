internal import Anonymizer
internal import DICOMCore
internal import Synchronization
internal import Vault

/// Finds out whose file it is: a patient of the site, a subject of the cohort, or nobody that can be told.
struct PatientResolver: Sendable {
  struct Identity: Sendable {
    let name: String
    let key: PatientKey
    /// Patient ID as the file writes it, for the crosswalk.
    let original: String
    let review: ReviewReason?
    /// Nil when the file does not name a patient.
    let statement: PatientStatement?
  }

  let pseudonyms: Pseudonyms
  let site: String
  let rule: IdentifierRule
  let subjects: SubjectTable?
  let levels: PatientLevels

  /// Returns nil for a file outside the cohort.
  func identity(of facts: InstanceFacts) -> Identity? {
    let id = decoded(facts.patientID, facts)
    let key = PatientKey(site: site, id: id, rule: rule)
    if let subjects {
      let accession = decoded(facts.accessionNumber, facts)
      guard case .subject(let subject) = subjects.assignment(for: key, accession: accession) else {
        return nil
      }
      return Identity(name: subject, key: key, original: id, review: nil, statement: nil)
    }
    guard !PatientKey.isPlaceholder(id) else { return byStudy(facts, id, .patientIDMissing, nil) }
    let issuer = decoded(facts.issuerOfPatientID, facts)
    let issuerKey = issuer.isEmpty ? nil : PatientKey(site: site, issuer: issuer, id: id, rule: rule)
    var statement = PatientStatement(
      key: fingerprint(key), issuerKey: issuerKey.map(fingerprint),
      birthDate: facts.birthDate.isEmpty ? nil : pseudonyms.fingerprint(facts.birthDate, of: .value),
      sex: ["M", "F"].contains(String(decoding: facts.sex, as: UTF8.self))
        ? pseudonyms.fingerprint(facts.sex, of: .value) : nil,
      level: .id)
    let level = levels.observe(statement)
    statement.level = level
    switch (level, issuerKey) {
    case (.id, _): return named(key, id, statement)
    case (.issuer, let issuerKey?): return named(issuerKey, id, statement)
    default: return byStudy(facts, id, .patientIDContradictory, statement)
    }
  }

  private func named(_ key: PatientKey, _ id: String, _ statement: PatientStatement) -> Identity {
    Identity(
      name: pseudonyms.patient(key).rawValue, key: key, original: id, review: nil, statement: statement)
  }

  private func byStudy(
    _ facts: InstanceFacts, _ id: String, _ review: ReviewReason, _ statement: PatientStatement?
  ) -> Identity {
    let key = PatientKey(study: facts.study, site: site)
    return Identity(
      name: pseudonyms.patient(key).rawValue, key: key, original: id, review: review, statement: statement)
  }

  private func fingerprint(_ key: PatientKey) -> [UInt8] {
    pseudonyms.fingerprint(pseudonyms.patient(key).rawValue.utf8, of: .patient)
  }

  private func decoded(_ bytes: [UInt8], _ facts: InstanceFacts) -> String {
    if bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(decoding: bytes, as: UTF8.self) }
    return CharacterSet.candidates(for: bytes, declared: facts.characterSet).first?.text
      ?? String(decoding: bytes, as: UTF8.self)
  }
}

/// What the patients met so far need to be told apart; grows while files are read and committed.
final class PatientLevels: Sendable {
  private struct State {
    /// Levels above the ID, as the journal has them.
    var levels: [[UInt8]: PatientLevel]
    /// What files said that may not be in the journal yet: a second opinion in time spares most of the files that
    /// would have to be done again.
    var recent: [[UInt8]: PatientRecord] = [:]
  }

  /// Patients whose files come at the same time; more are forgotten, and the journal still finds out.
  private static let recentLimit = 4096

  private let state: Mutex<State>

  init(_ levels: [[UInt8]: PatientLevel]) { state = Mutex(State(levels: levels)) }

  func update(_ changed: [[UInt8]: PatientLevel]) {
    state.withLock { state in state.levels.merge(changed) { $1 } }
  }

  /// The level at which a file's pseudonym has to be made by what the journal knows.
  func required(for statement: PatientStatement) -> PatientLevel {
    state.withLock { state in
      Self.level(statement) { key, _ in state.levels[key] ?? .id }
    }
  }

  /// Adds what a file says and returns the level by what is known now.
  func observe(_ statement: PatientStatement) -> PatientLevel {
    state.withLock { state in
      if state.recent.count >= Self.recentLimit { state.recent.removeAll(keepingCapacity: true) }
      return Self.level(statement) { key, underIssuer in
        state.recent[key, default: PatientRecord()].add(statement, underIssuer: underIssuer)
        let (said, known) = (state.recent[key]?.level ?? .id, state.levels[key] ?? .id)
        // Several issuers explain what looked like a contradiction.
        return said == .issuer || known == .issuer ? .issuer : max(said, known)
      }
    }
  }

  private static func level(
    _ statement: PatientStatement, _ level: (_ key: [UInt8], _ underIssuer: Bool) -> PatientLevel
  ) -> PatientLevel {
    switch level(statement.key, false) {
    case .id: .id
    case .study: .study
    case .issuer: statement.issuerKey.map { max(.issuer, level($0, true)) } ?? .study
    }
  }
}
