internal import DICOMCore

/// A sequence that stays is walked: its attributes have rules of their own, at every depth.
///
/// PS3.15 §E.1.1.
enum SequenceRule {
  static func decide(_ element: DataElement, _ disposition: Disposition, in walk: PlanWalk) -> Decision {
    guard disposition.vr == .SQ else { return .removed(.wrongVR) }
    switch disposition.verdict {
    case .keep, .clean: return .kept(disposition.rule)
    case .compound: break
    }
    switch walk.action(of: element.tag, disposition) {
    case .remove: return .removed(disposition.rule)
    case .zero:
      return element.length == 0
        ? .kept(disposition.rule) : Decision(action: .zero, replacement: .empty, rule: disposition.rule)
    // D and U: the items stay, with dummies and new UIDs inside.
    case .dummy: return Decision(action: .dummy, replacement: .unchanged, rule: disposition.rule)
    case .replaceUID: return Decision(action: .replaceUID, replacement: .unchanged, rule: disposition.rule)
    case .keep, .clean: return .kept(disposition.rule)
    }
  }
}

/// Sequences with action D that are all about a person, an institution or a network: every text inside goes.
///
/// The others with D (content, graphics, annotations, verifying observers) hold structure, and their attributes
/// have rows of their own.
enum ReplacedSequences {
  static func contains(_ tag: Tag) -> Bool {
    switch tag {
    case .operatorIdentificationSequence, .institutionCodeSequence, .flowIdentifierSequence,
      .personIdentificationCodeSequence:
      true
    default: false
    }
  }
}
