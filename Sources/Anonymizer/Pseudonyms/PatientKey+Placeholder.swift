extension PatientKey {
  /// An ID that many patients share because it says that there is none: blank, ANONYMOUS, 00000000, 不明.
  ///
  /// Wrong either way costs little when true (a pseudonym per study, marked for review) and much when false
  /// (strangers merged into one patient), so the table is generous.
  public static func isPlaceholder(_ id: some StringProtocol) -> Bool {
    let letters = Array(IdentifierRule.folded(id).unicodeScalars.filter(\.properties.isAlphanumeric))
    guard let first = letters.first else { return true }
    if placeholders.contains(String(String.UnicodeScalarView(letters))) { return true }
    if letters.allSatisfy({ $0 == first }), let least = repeated[first] { return letters.count >= least }
    return isNumberedTest(letters)
  }

  /// Characters that fill a mandatory box, and how many of them in a row are no longer an ID.
  private static let repeated: [Unicode.Scalar: Int] = ["0": 1, "9": 4, "X": 2]

  /// TEST, TEST1, TEST0002, テスト1.
  private static func isNumberedTest(_ letters: [Unicode.Scalar]) -> Bool {
    let word = String(String.UnicodeScalarView(letters.prefix { !("0"..."9").contains($0) }))
    let rest = letters.drop { !("0"..."9").contains($0) }
    return tests.contains(word) && rest.allSatisfy { ("0"..."9").contains($0) }
  }

  private static let tests: Set<String> = ["TEST", "TESTPATIENT", "PATIENTTEST", "DUMMY", "テスト", "テスト患者"]

  /// Upper case, letters and digits only.
  private static let placeholders: Set<String> = [
    "ANON", "ANONYM", "ANONYMIZED", "ANONYMISED", "ANONYMOUS", "ANONYMOUSPATIENT", "ANONYMIZEDPATIENT",
    "BLANK", "CONFIDENTIAL", "DEFAULT", "DEIDENTIFIED", "DELETED", "DUMMY", "EMPTY", "ID", "JANEDOE",
    "JOHNDOE",
    "MISSING", "NA", "NAN", "NIL", "NO", "NOBODY", "NOID", "NONAME", "NONE", "NOPATIENT", "NOPATIENTID",
    "NOTAPPLICABLE", "NOTAVAILABLE", "NOTGIVEN", "NOTSPECIFIED", "NULL", "PATIENT", "PATIENTID", "PID",
    "PSEUDONYMIZED", "REDACTED", "REMOVED", "TBD", "TEMP", "TEMPORARY", "UNDEFINED", "UNIDENTIFIED", "UNK",
    "UNKNOWN", "UNKNOWNPATIENT", "UNNAMED", "UNSPECIFIED",
    "ID不明", "なし", "ダミー", "テスト", "不明", "未入力", "未定", "未登録", "氏名不詳", "無し", "無", "身元不明", "匿名",
    "匿名化", "匿名化済", "匿名患者", "患者", "患者不明", "仮名", "仮ID", "仮登録", "該当なし",
  ]
}

extension Unicode.Scalar.Properties {
  /// A letter of any script, a digit, or a mark that is part of a letter.
  fileprivate var isAlphanumeric: Bool { isAlphabetic || numericType != nil }
}
