/// What is known of the patient behind a key, as keyed fingerprints, and what it takes to tell one person's files from
/// another's.
///
/// The level depends on the set of statements, not on their order.
public struct PatientRecord: Equatable, Sendable {
  var issuer: [UInt8]?
  var birthDate: [UInt8]?
  var sex: [UInt8]?
  public internal(set) var level = PatientLevel.id

  public init() {}

  init(issuer: [UInt8]?, birthDate: [UInt8]?, sex: [UInt8]?, level: PatientLevel) {
    self.issuer = issuer
    self.birthDate = birthDate
    self.sex = sex
    self.level = level
  }

  /// Adds what a file says; under the key of an issuer, the issuer says nothing new.
  public mutating func add(_ statement: PatientStatement, underIssuer: Bool) {
    let stated = underIssuer ? nil : statement.issuerKey
    if level == .issuer || Self.differ(issuer, stated) {
      level = .issuer
    } else if Self.differ(birthDate, statement.birthDate) || Self.differ(sex, statement.sex) {
      level = .study
    }
    issuer = issuer ?? stated
    birthDate = birthDate ?? statement.birthDate
    sex = sex ?? statement.sex
  }

  private static func differ(_ known: [UInt8]?, _ stated: [UInt8]?) -> Bool {
    guard let known, let stated else { return false }
    return known != stated
  }
}
