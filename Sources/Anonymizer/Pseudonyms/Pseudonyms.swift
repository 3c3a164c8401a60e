public import DICOMCore

/// Everything that stands for an original value, as pure functions of the project key and that value.
///
/// No state and no randomness: threads share nothing, order does not matter, and a second machine with the
/// same key agrees.
public struct Pseudonyms: Sendable {
  /// What of a time survives the shift.
  public enum Temporal: Sendable {
    /// Dates move by whole days and times of day stay.
    case wholeDays
    /// Dates and times move together, to the second.
    case seconds
  }

  private let temporal: Temporal
  private let uidHash: KeyedHash
  private let patientHash: KeyedHash
  private let dayHash: KeyedHash
  private let secondHash: KeyedHash
  private let fingerprintHash: KeyedHash

  public init(key: ProjectKey, temporal: Temporal = .wholeDays) {
    self.temporal = temporal
    uidHash = KeyedHash(key, .uid)
    patientHash = KeyedHash(key, .patient)
    dayHash = KeyedHash(key, .dateShift)
    secondHash = KeyedHash(key, .dateShiftSeconds)
    fingerprintHash = KeyedHash(key, .fingerprint)
  }

  /// `2.25.` and the decimal of a version 8 UUID, whose other 122 bits come from the original.
  ///
  /// PS3.5 §B.2, RFC 9562 §5.8.
  public func uid(_ original: UID) -> UID { uid(Array(original.rawValue.utf8)) }

  /// The same for the bytes of one value; padding of NUL or space does not count.
  public func uid(_ original: [UInt8]) -> UID { uid(original[...]) }

  /// The same for a part of a larger buffer.
  public func uid(_ original: ArraySlice<UInt8>) -> UID {
    UID(uuid: uidHash(trimmed(original)).markedAsVersion8)
  }

  /// 13 base-32 characters, 65 bits of the patient's hash.
  public func patient(_ key: PatientKey) -> PatientID { PatientID(bits: patientHash(key.encoded)) }

  /// The one shift of all dates of a patient, 47,482…51,134 days into the past, each number of days equally
  /// likely.
  ///
  /// These are 130 to 140 years: longer than a life, so a shifted date lies before every original date of a
  /// living person and can never be equal to one by chance. With `.seconds`, 0…86,399 s are added.
  public func shift(_ key: PatientKey) -> DateShift {
    let message = key.encoded
    let days = Self.leastDays + Int(dayHash.number(below: Self.dayChoices, for: message))
    let seconds =
      switch temporal {
      case .wholeDays: 0
      case .seconds: Int(secondHash.number(below: Self.secondsPerDay, for: message))
      }
    return DateShift(days: -days, seconds: seconds)
  }

  /// What a fingerprint is of; equal bytes of two kinds have different fingerprints.
  public enum Subject: UInt8, Sendable {
    case patient = 1
    case uid = 2
    case accession = 3
    case file = 4
    case value = 5
  }

  /// 16 bytes by which the vault finds an original value again without storing it.
  public func fingerprint(_ bytes: some Sequence<UInt8>, of subject: Subject) -> [UInt8] {
    let hash = fingerprintHash([subject.rawValue] + bytes)
    return (0..<16).map { UInt8(truncatingIfNeeded: hash >> UInt128(8 * (15 - $0))) }
  }

  /// 130 years of 365.2425 days, rounded up.
  private static let leastDays = 47_482
  /// 47,482…51,134, the last being 140 years.
  private static let dayChoices: UInt64 = 51_134 - 47_482 + 1
  private static let secondsPerDay: UInt64 = 86_400
}

private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var rest = bytes
  while let last = rest.last, last == 0x00 || last == 0x20 { rest = rest.dropLast() }
  return rest.drop { $0 == 0x20 }
}
