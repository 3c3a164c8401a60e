public import DICOMCore

/// What makes two data sets belong to one patient; identified, so it never prints itself.
///
/// Site ‖ issuer ‖ canonical ID: two hospitals' 00012345 are two patients.
public struct PatientKey: Hashable, Sendable {
  /// Unambiguous bytes of all parts, the input of every hash.
  let encoded: [UInt8]

  /// The ID under the site's rule; nil for a key of a study.
  public let canonicalID: String?

  /// A patient whom a site knows by an ID.
  ///
  /// - Parameters:
  ///   - site: the name of the hospital in this project.
  ///   - issuer: Issuer of Patient ID (0010,0021), empty where the site has one numbering only.
  ///   - id: Patient ID (0010,0020), decoded.
  ///   - rule: which spellings of an ID are one at this site.
  public init(site: String, issuer: String = "", id: String, rule: IdentifierRule = .standard) {
    let canonical = rule.canonical(id)
    canonicalID = canonical
    encoded = Self.encode(.patient, [IdentifierRule.folded(site), IdentifierRule.folded(issuer), canonical])
  }

  /// Stands in for a patient whose ID is missing, a placeholder or contradicts itself: such a patient has one
  /// study.
  public init(study: UID, site: String) {
    canonicalID = nil
    encoded = Self.encode(.study, [IdentifierRule.folded(site), study.rawValue])
  }

  private enum Kind: UInt8 {
    case patient = 1
    case study = 2
  }

  /// The kind, then each part after its length in 8 bytes, so that no two lists of parts give the same bytes.
  private static func encode(_ kind: Kind, _ parts: [String]) -> [UInt8] {
    var bytes = [kind.rawValue]
    for part in parts {
      let length = UInt64(part.utf8.count)
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * (7 - $0))) }
      bytes += part.utf8
    }
    return bytes
  }

  public static func == (lhs: PatientKey, rhs: PatientKey) -> Bool { lhs.encoded == rhs.encoded }

  public func hash(into hasher: inout Hasher) { hasher.combine(encoded) }
}

extension PatientKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Never the ID.
  public var description: String { "PatientKey" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
