internal import DICOMCore

/// Whether a face could be rendered from a series, PS3.15 §E.3.2: a cross-sectional image of the head, or of a region
/// that nothing names.
enum RecognizableFace {
  private static let modalities: Set<String> = ["CT", "MR", "PT"]
  private static let head: [String] = [
    "HEAD", "BRAIN", "SKULL", "FACE", "FACIAL", "NECK", "ORBIT", "SINUS", "JAW", "MAXILLA", "MANDIBLE",
    "EAR", "EYE", "TEMPORAL", "CRANI", "CEREBR", "NEURO", "PITUITARY", "IAC", "WHOLEBODY", "WHOLE BODY",
    "TMJ", "DENTAL", "CAROTID", "頭", "脳", "顔", "頚", "頸", "眼", "副鼻腔", "全身",
  ]
  private static let otherRegions: [String] = [
    "CHEST", "THORA", "LUNG", "ABDO", "PELVI", "LIVER", "KIDNEY", "RENAL", "PROSTATE", "BREAST",
    "HEART", "CARDIAC", "CORONARY", "SPINE", "LUMBAR", "KNEE", "HIP", "ANKLE", "FOOT", "HAND", "WRIST",
    "ELBOW", "SHOULDER", "LEG", "ARM", "UTERUS", "PANCREA", "BOWEL", "COLON", "PHANTOM", "胸", "腹",
    "肺", "肝", "腎", "心臓", "骨盤", "膝", "腰", "前立腺", "乳",
  ]

  static func isPossible(in facts: InstanceFacts) -> Bool {
    guard facts.hasPixelData, modalities.contains(facts.modality), !facts.imageType.contains("LOCALIZER")
    else { return false }
    let texts = facts.descriptions.map { bytes in
      (facts.characterSet.decode(bytes) ?? String(decoding: bytes, as: UTF8.self)).uppercased()
    }
    let region = facts.bodyPart.uppercased()
    if ([region] + texts).contains(where: { text in head.contains { mentions($0, in: text) } }) {
      return true
    }
    // Nothing names a region: the head cannot be excluded.
    return region.isEmpty && texts.allSatisfy { text in !otherRegions.contains { mentions($0, in: text) } }
  }

  /// Short terms only as words of their own or in the plural: HEART has no EAR, CARDIAC no IAC, and PHARMA no ARM.
  private static func mentions(_ term: String, in text: String) -> Bool {
    guard text.contains(term) else { return false }
    guard term.utf8.count <= 3, term.utf8.allSatisfy({ $0 < 0x80 }) else { return true }
    return text.split { !($0.isASCII && $0.isLetter) }.contains { $0 == term || $0 == term + "S" }
  }
}
