import Anonymizer
import DICOMCore
import Testing

@Suite struct PatientKeyTests {
  @Test func `two hospitals' 00012345 are two patients`() {
    #expect(PatientKey(site: "A", id: "00012345") != PatientKey(site: "B", id: "00012345"))
    #expect(PatientKey(site: "A", issuer: "X", id: "1") != PatientKey(site: "A", issuer: "Y", id: "1"))
  }

  @Test(arguments: [
    "12345", "0012345", "１２３４５", "123-45", "123－45", "123‐45", "123−45", "１２３ー４５", " 12345 ", "123 45",
    "123_45", "12345\0", "12\u{200B}345", "00-12345",
  ])
  func `spellings of one ID are one patient`(_ id: String) {
    let key = PatientKey(site: "A", id: id)
    #expect(key == PatientKey(site: " ａ", id: "12345"))
    #expect(key.canonicalID == "12345")
  }

  @Test(arguments: [
    ("ab-012", "AB012"), ("0a1", "0A1"), ("0000", "0"), ("", ""), ("--", ""), ("ｶﾞ1", "ガ1"), ("Ⅳ", "IV"),
  ])
  func `the canonical form is as expected`(_ id: String, _ expected: String) {
    #expect(IdentifierRule.standard.canonical(id) == expected)
  }

  @Test func `a site may say that zeros or hyphens count`() {
    #expect(IdentifierRule.exact.canonical(" ００12-ab ") == "0012-AB")
    #expect(IdentifierRule(ignoresLeadingZeros: false).canonical("00-12") == "0012")
    #expect(IdentifierRule(ignoresSeparators: false).canonical("00-12") == "00-12")
  }

  @Test func `parts cannot be confused`() {
    #expect(PatientKey(site: "A", issuer: "B", id: "C") != PatientKey(site: "AB", issuer: "", id: "C"))
    #expect(PatientKey(site: "A", issuer: "", id: "12") != PatientKey(study: UID(rawValue: "12"), site: "A"))
  }

  @Test func `a study stands in for a patient without an ID`() {
    let study = UID(rawValue: "1.2.3")
    #expect(PatientKey(study: study, site: "A") == PatientKey(study: study, site: "A"))
    #expect(PatientKey(study: study, site: "A") != PatientKey(study: UID(rawValue: "1.2.4"), site: "A"))
    #expect(PatientKey(study: study, site: "A") != PatientKey(study: study, site: "B"))
    #expect(PatientKey(study: study, site: "A").canonicalID == nil)
  }

  @Test(arguments: [
    "", "   ", "\0", "　", "-", "?", "ANONYMOUS", "Anonymized", "anon", "UNKNOWN", "none", "N/A", "n.a.",
    "TEST", "Test?",
    "TEST01", "test-002", "テスト", "0", "000", "００００", "0-0", "9999", "99999999", "XXXX", "匿名", "不明", "氏名不詳",
    "Patient ID", "no_id", "null",
  ])
  func `an ID that says there is none is a placeholder`(_ id: String) {
    #expect(PatientKey.isPlaceholder(id))
  }

  @Test(arguments: [
    "1", "12345", "9", "99", "100", "90000", "TESTA1", "ANON001", "X1", "匿名1号", "山田", "1CT1",
    "LIDC-IDRI-0001",
  ])
  func `an ID that may be one is none`(_ id: String) {
    #expect(!PatientKey.isPlaceholder(id))
  }

  @Test func `a key does not print itself`() {
    let key = PatientKey(site: "SENTINEL", id: "SENTINEL")
    var dumped = ""
    dump(key, to: &dumped)
    #expect(!"\(key)\(String(reflecting: key))\(dumped)".contains("SENTINEL"))
  }
}
