/// The lower-camel Swift name of a keyword: `SOPInstanceUID` becomes `sopInstanceUID`.
func swiftIdentifier(_ keyword: String) -> String {
  let letters = Array(keyword)
  let run = letters.prefix { $0.isUppercase }.count
  // The last capital of an acronym starts the next word, unless the acronym is all there is.
  let nextIsLower = run < letters.count && letters[run].isLowercase
  let lowered = run > 1 && nextIsLower ? run - 1 : run
  let name = String(letters.prefix(lowered)).lowercased() + String(letters.dropFirst(lowered))
  return reservedWords.contains(name) ? "`\(name)`" : name
}

/// Reserved words of Swift that could be keywords of DICOM.
private let reservedWords: Set<String> = [
  "case", "class", "default", "extension", "func", "import", "in", "init", "is", "let", "operator",
  "private", "protocol", "public", "repeat", "return", "self", "static", "switch", "var", "where",
]
