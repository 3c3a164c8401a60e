/// How much it takes to tell one person's files from another's under one patient ID.
public enum PatientLevel: Int, Comparable, Sendable {
  /// The ID is enough.
  case id = 0
  /// Several issuers use the ID, each for a patient of its own.
  case issuer = 1
  /// The ID is no one's, or contradicts itself (two birth dates, two sexes): every study stands alone.
  case study = 2

  public static func < (lhs: PatientLevel, rhs: PatientLevel) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// What a file says about the patient behind its ID, as keyed fingerprints.
public struct PatientStatement: Sendable {
  /// Site and canonical ID.
  public let key: [UInt8]
  /// Site, issuer and canonical ID; nil when the file names no issuer.
  public let issuerKey: [UInt8]?
  public let birthDate: [UInt8]?
  public let sex: [UInt8]?
  /// How the file's pseudonym was made.
  public var level: PatientLevel

  public init(key: [UInt8], issuerKey: [UInt8]?, birthDate: [UInt8]?, sex: [UInt8]?, level: PatientLevel) {
    self.key = key
    self.issuerKey = issuerKey
    self.birthDate = birthDate
    self.sex = sex
    self.level = level
  }
}
