import DICOMCore
import TableGeneration

/// What must have become of an attribute, read from the letters of its row.
enum RowOutcome {
  case gone
  case zero
  case dummy
  case replacedUID
  case kept
  /// Moved by the patient's shift.
  case shifted
  /// A sequence whose items stay and are de-identified inside.
  case walked
}

extension TableRow {
  /// The tag, a repeating group as one of its groups, the private groups as one private attribute.
  var sampleTag: Tag? {
    tag.hasPrefix("(gggg")
      ? Tag(group: 0x0029, element: 0x1010) : Tag(String(tag.map { $0 == "x" ? "2" : $0 }))
  }

  /// What the row asks for; `column` is an option's, `type` the attribute's in the root of the IOD.
  func outcome(column: String?, type: String?, vr: VR) -> RowOutcome {
    // Commands and file meta information have no place in a data set.
    if let group = sampleTag?.group, group <= 2 { return .gone }
    let isSequence = vr == .SQ
    switch column.flatMap({ cells[$0] }) {
    case "K": return isSequence ? .walked : .kept
    case "C" where column == "rtn_long_modified_dates" && [.DA, .DT, .TM].contains(vr): return .shifted
    // Items stay, whatever else a cleaner will do. What no cleaner can clean yet follows the Basic Profile.
    case "C" where isSequence: return .walked
    default: return basicOutcome(type: type, isSequence: isSequence)
    }
  }

  /// PS3.15 Table E.1-1a; a conditional attribute that is there counts as required.
  private func basicOutcome(type: String?, isSequence: Bool) -> RowOutcome {
    let dummy = isSequence ? RowOutcome.walked : .dummy
    let isType1 = type?.hasPrefix("1") == true
    let isType2 = type?.hasPrefix("2") == true
    switch cells["basic_profile"] {
    case "X": return .gone
    case "Z": return .zero
    case "D": return dummy
    case "U": return isSequence ? .walked : .replacedUID
    case "X/Z": return isType1 || isType2 ? .zero : .gone
    case "X/D": return isType1 || isType2 ? dummy : .gone
    case "Z/D": return isType1 ? dummy : .zero
    case "X/Z/D": return isType1 ? dummy : isType2 ? .zero : .gone
    // References stay and point to the new instances.
    case "X/Z/U*": return .walked
    default: return .kept
    }
  }
}

/// The SOP classes in which a row is tried: CT, and one for every type that some IOD gives the attribute.
struct IODPlaces {
  /// Nil for CT.
  let sopClass: String?
  let type: String?

  private static let ct = "1.2.840.10008.5.1.4.1.1.2"

  static func of(_ row: TableRow) -> [IODPlaces] {
    let byClass = types[row.tag, default: [:]]
    var places = [IODPlaces(sopClass: nil, type: byClass[ct])]
    for (sopClass, type) in byClass.sorted(by: { $0.key < $1.key })
    where !places.contains(where: { $0.type == type }) {
      places.append(IODPlaces(sopClass: sopClass, type: type))
    }
    return places
  }

  /// Tag, SOP class, type of the attribute in the root.
  private static let types: [String: [String: String]] = {
    var types: [String: [String: String]] = [:]
    for record in (try? TSV(root: repositoryRoot(), "standard/attribute_types.tsv").records) ?? []
    where record["path"] == "" {
      types[record["tag", default: ""], default: [:]][record["sop_class_uid", default: ""]] = record["type"]
    }
    return types
  }()
}
