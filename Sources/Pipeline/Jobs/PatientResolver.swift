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
  let subjects: SubjectTable?
  let levels: PatientLevels

  /// Returns nil for a file outside the cohort.
  func identity(of facts: InstanceFacts) -> Identity? {
    let id = decoded(facts.patientID, facts)
    let key = PatientKey(site: site, id: id)
    if let subjects {
      let accession = decoded(facts.accessionNumber, facts)
      guard case .subject(let subject) = subjects.assignment(for: key, accession: accession) else {
        return nil
      }
      return Identity(name: subject, key: key, original: id, review: nil, statement: nil)
    }
    guard !PatientKey.isPlaceholder(id) else { return byStudy(facts, id, .patientIDMissing, nil) }
    let issuer = decoded(facts.issuerOfPatientID, facts)
    let issuerKey = issuer.isEmpty ? nil : PatientKey(site: site, issuer: issuer, id: id)
    let fingerprints = (key: fingerprint(key), issuer: issuerKey.map(fingerprint))
    let level = levels.required(key: fingerprints.key, issuerKey: fingerprints.issuer)
    let statement = PatientStatement(
      key: fingerprints.key, issuerKey: fingerprints.issuer,
      birthDate: facts.birthDate.isEmpty ? nil : pseudonyms.fingerprint(facts.birthDate, of: .value),
      sex: ["M", "F"].contains(String(decoding: facts.sex, as: UTF8.self))
        ? pseudonyms.fingerprint(facts.sex, of: .value) : nil,
      level: level)
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

/// What the patients met so far need to be told apart; grows while files are committed.
final class PatientLevels: Sendable {
  private let levels: Mutex<[[UInt8]: PatientLevel]>

  init(_ levels: [[UInt8]: PatientLevel]) { self.levels = Mutex(levels) }

  func level(of key: [UInt8]) -> PatientLevel { levels.withLock { $0[key] ?? .id } }

  func update(_ changed: [[UInt8]: PatientLevel]) {
    levels.withLock { levels in levels.merge(changed) { $1 } }
  }
}

extension PatientLevels {
  /// The level at which a pseudonym has to be made by what is known now.
  func required(key: [UInt8], issuerKey: [UInt8]?) -> PatientLevel {
    switch level(of: key) {
    case .id: .id
    case .study: .study
    case .issuer: issuerKey.map { max(.issuer, level(of: $0)) } ?? .study
    }
  }
}
