internal import DICOMCore

/// Whether a face could be rendered from a series, PS3.15 §E.3.2: a cross-sectional image of the head, or of a region
/// that nothing names.
enum RecognizableFace {
  private static let modalities: Set<String> = ["CT", "MR", "PT"]
  private static let head = BodyRegionTerms([
    "HEAD", "BRAIN", "SKULL", "FACE", "FACIAL", "NECK", "ORBIT", "SINUS", "JAW", "MAXILLA", "MANDIBLE",
    "EAR", "EYE", "TEMPORAL", "CRANI", "CEREBR", "NEURO", "PITUITARY", "IAC", "WHOLEBODY", "WHOLE BODY",
    "TMJ", "DENTAL", "CAROTID", "頭", "脳", "顔", "頚", "頸", "眼", "副鼻腔", "全身",
  ])
  private static let otherRegions = BodyRegionTerms([
    "CHEST", "THORA", "LUNG", "ABDO", "PELVI", "LIVER", "KIDNEY", "RENAL", "PROSTATE", "BREAST",
    "HEART", "CARDIAC", "CORONARY", "SPINE", "LUMBAR", "KNEE", "HIP", "ANKLE", "FOOT", "HAND", "WRIST",
    "ELBOW", "SHOULDER", "LEG", "ARM", "UTERUS", "PANCREA", "BOWEL", "COLON", "PHANTOM", "胸", "腹",
    "肺", "肝", "腎", "心臓", "骨盤", "膝", "腰", "前立腺", "乳",
  ])

  static func isPossible(in facts: InstanceFacts) -> Bool {
    guard facts.hasPixelData, modalities.contains(facts.modality), !facts.imageType.contains("LOCALIZER")
    else { return false }
    let region = facts.bodyPart.utf8.map(upperCased)
    let texts = facts.descriptions.map { upperCased($0, in: facts.characterSet) }
    if head.isMentioned(in: region) || texts.contains(where: head.isMentioned) { return true }
    // Nothing names a region: the head cannot be excluded.
    return region.isEmpty && !texts.contains(where: otherRegions.isMentioned)
  }

  private static func upperCased(_ bytes: [UInt8], in characterSet: CharacterSet) -> [UInt8] {
    let isASCII = bytes.allSatisfy { $0 < 0x80 && $0 != 0x1B }
    let text = isASCII ? bytes : characterSet.decode(bytes).map { Array($0.utf8) } ?? bytes
    return text.map(upperCased)
  }

  private static func upperCased(_ byte: UInt8) -> UInt8 { (0x61...0x7A).contains(byte) ? byte - 0x20 : byte }
}
