import Anonymizer
import DICOMCore
import Testing

@Suite struct PseudonymsTests {
  static let pseudonyms = Pseudonyms(key: key(0), temporal: .seconds)
  static let patient = PatientKey(site: "Hospital A", id: "0012345")
  static let original = UID(rawValue: "1.2.392.200036.9116.2.6.1.48")

  /// Computed by Python's hmac after RFC 5869, so that no release changes a pseudonym by accident.
  @Test func `pseudonyms are those of the published method`() {
    #expect(Self.pseudonyms.uid(Self.original).rawValue == "2.25.45478407354310357450094396812264258517")
    #expect(Self.pseudonyms.patient(Self.patient).rawValue == "GN5QGBB7XQ9EG")
    #expect(Self.pseudonyms.shift(Self.patient) == DateShift(days: -47600, seconds: 27192))
    let fingerprint = Self.pseudonyms.fingerprint("abc".utf8, of: .patient)
    #expect(
      fingerprint.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        == "1b89ca9700722a5fee74100db1a43c67")
  }

  @Test func `UIDs are valid, distinct and marked as version 8`() throws {
    var seen: Set<UID> = []
    for number in 0..<2_000 {
      let uid = Self.pseudonyms.uid(UID(rawValue: "1.2.3.\(number)"))
      #expect(uid.isValid)
      #expect(uid.rawValue.hasPrefix("2.25."))
      let bits = try #require(UInt128(uid.rawValue.dropFirst(5)))
      #expect(bits >> 76 & 0xF == 8)
      #expect(bits >> 62 & 0b11 == 0b10)
      seen.insert(uid)
    }
    #expect(seen.count == 2_000)
  }

  @Test(arguments: ["1.2.3", "1.2.3\0", "1.2.3 ", "1.2.3\0\0", " 1.2.3"])
  func `padding of a UID does not count`(_ bytes: String) {
    #expect(Self.pseudonyms.uid(Array(bytes.utf8)) == Self.pseudonyms.uid(UID(rawValue: "1.2.3")))
  }

  @Test func `the same input and key give the same output`() {
    let again = Pseudonyms(key: key(0), temporal: .seconds)
    #expect(again.uid(Self.original) == Self.pseudonyms.uid(Self.original))
    #expect(again.patient(Self.patient) == Self.pseudonyms.patient(Self.patient))
    #expect(again.shift(Self.patient) == Self.pseudonyms.shift(Self.patient))
  }

  @Test func `two keys share no pseudonym`() {
    let other = Pseudonyms(key: key(1), temporal: .seconds)
    let ids = (0..<500).map { PatientKey(site: "A", id: "\($0)") }
    #expect(Set(ids.map(Self.pseudonyms.patient)).isDisjoint(with: ids.map(other.patient)))
    let uids = (0..<500).map { UID(rawValue: "1.2.\($0)") }
    #expect(Set(uids.map { Self.pseudonyms.uid($0) }).isDisjoint(with: uids.map { other.uid($0) }))
    #expect(other.shift(Self.patient) != Self.pseudonyms.shift(Self.patient))
    #expect(other.fingerprint([1], of: .uid) != Self.pseudonyms.fingerprint([1], of: .uid))
  }

  @Test func `patient IDs are 13 characters that cannot be misread`() {
    let ids = (0..<2_000).map { Self.pseudonyms.patient(PatientKey(site: "A", id: "\($0)")).rawValue }
    #expect(Set(ids).count == 2_000)
    #expect(ids.allSatisfy { $0.utf8.count == 13 })
    let characters = ids.reduce(into: Set<Character>()) { $0.formUnion($1) }
    #expect(characters == Set("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
  }

  @Test func `each character of a patient ID is equally frequent`() {
    var counts: [Character: Int] = [:]
    for number in 0..<4_000 {
      for character in Self.pseudonyms.patient(PatientKey(site: "A", id: "\(number)")).rawValue {
        counts[character, default: 0] += 1
      }
    }
    // χ² with 31 degrees of freedom stays below 70 with a probability of 0.9999.
    let expected = 4_000.0 * 13 / 32
    #expect(
      counts.values.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected } < 70)
  }

  @Test func `shifts lie 130 to 140 years in the past and are uniform`() {
    let shifts = (0..<8_000).map { Self.pseudonyms.shift(PatientKey(site: "A", id: "\($0)")) }
    #expect(
      shifts.allSatisfy { (-51_134 ... -47_482).contains($0.days) && (0..<86_400).contains($0.seconds) })
    let tenths = shifts.reduce(into: [Int](repeating: 0, count: 10)) {
      $0[(-$1.days - 47_482) * 10 / 3_653] += 1
    }
    #expect(tenths.allSatisfy { (680...920).contains($0) })
    let hours = shifts.reduce(into: [Int](repeating: 0, count: 24)) { $0[$1.seconds / 3_600] += 1 }
    #expect(hours.allSatisfy { (250...420).contains($0) })
  }

  @Test func `whole days leave the time of day`() {
    let days = Pseudonyms(key: key(0)).shift(Self.patient)
    #expect(days == DateShift(days: Self.pseudonyms.shift(Self.patient).days))
  }

  @Test func `a fingerprint depends on what it is of`() {
    #expect(Self.pseudonyms.fingerprint([1, 2], of: .uid) != Self.pseudonyms.fingerprint([1, 2], of: .file))
    #expect(Self.pseudonyms.fingerprint([], of: .value).count == 16)
  }

  @Test func `a key has 32 bytes, subkeys of its own per purpose, and does not print itself`() {
    #expect(ProjectKey(bytes: [UInt8](repeating: 0, count: 31)) == nil)
    #expect(ProjectKey(bytes: [UInt8](repeating: 0, count: 33)) == nil)
    let subkeys = ProjectKey.Purpose.allCases.map(key(7).subkey)
    #expect(subkeys.indices.allSatisfy { !isRepeated($0, in: subkeys) })
    var dumped = ""
    dump(key(7), to: &dumped)
    #expect("\(key(7)) \(String(reflecting: key(7)))" == "ProjectKey ProjectKey")
    #expect(dumped == "- ProjectKey\n")
  }
}

private func key(_ start: UInt8) -> ProjectKey {
  guard let key = ProjectKey(bytes: (0..<32).map { start &+ $0 }) else {
    preconditionFailure("32 bytes are a key")
  }
  return key
}

private func isRepeated<Element: Equatable>(_ index: Int, in elements: [Element]) -> Bool {
  elements[..<index].contains(elements[index])
}
