internal import DICOMCore

/// One pass over the elements of a data set, deciding each by its disposition, its value and its place.
struct PlanWalk {
  /// A sequence that the walk is inside of.
  private struct Level {
    let sequence: Tag
    let end: Int
  }

  private(set) var edits: [AttributeEdit] = []
  private(set) var replacedUIDs: [ReplacedUID] = []

  let engine: Engine
  let dataSet: DataSet
  let instance: InstanceContext
  private let detail: Engine.Detail
  private let iod: AttributeTypes?
  private var levels: [Level] = []
  /// The sequences around the current element, outermost first.
  private(set) var path: [Tag] = []
  /// Index where the list of elements starts that the current element is in.
  private(set) var siblings = 0
  /// The private creator that was passed last: the elements of its block follow it.
  private(set) var creator: (tag: Tag, index: Int)?
  /// Everything before this index is inside a sequence whose content is replaced.
  private var replacedUntil = 0

  init(engine: Engine, dataSet: DataSet, instance: InstanceContext, detail: Engine.Detail) {
    self.engine = engine
    self.dataSet = dataSet
    self.instance = instance
    self.detail = detail
    iod = AttributeTypes(sopClass: instance.facts.sopClass)
    edits.reserveCapacity(64)
  }

  mutating func run() {
    var index = 0
    while index < dataSet.elements.count {
      while let level = levels.last, index >= level.end { leave() }
      let element = dataSet.elements[index]
      if element.kind == .item {
        siblings = index + 1
        creator = nil
        index += 1
        continue
      }
      if element.tag.isPrivateCreator { creator = (element.tag, index) }
      let decision = decide(element, at: index)
      record(decision, at: index)
      if element.kind == .sequence, decision.replacement == .unchanged {
        enter(element)
        index += 1
      } else {
        index = element.end
      }
    }
  }

  private mutating func enter(_ sequence: DataElement) {
    levels.append(Level(sequence: sequence.tag, end: sequence.end))
    path.append(sequence.tag)
    if ReplacedSequences.contains(sequence.tag),
      engine.table.disposition(of: sequence.tag)?.verdict == .compound
    {
      replacedUntil = max(replacedUntil, sequence.end)
    }
  }

  private mutating func leave() {
    levels.removeLast()
    path.removeLast()
    // The rest of an outer item is searched from its start; only pairs of date and time ask for it.
    siblings = 0
    creator = nil
  }

  private mutating func record(_ decision: Decision, at index: Int) {
    guard decision.replacement != .unchanged || detail.contains(.kept) else { return }
    edits.append(
      AttributeEdit(
        index: index, action: decision.action, replacement: decision.replacement, rule: decision.rule))
  }

  private mutating func decide(_ element: DataElement, at index: Int) -> Decision {
    let tag = element.tag
    if tag.isPrivate { return PrivateRule.decide(element, at: index, in: self) }
    // Command and file meta groups have no place in a data set, and of a file set's only what a table lists.
    guard tag.group > 2, !tag.isGroupLength, let disposition = engine.table.disposition(of: tag),
      tag.group > 4 || disposition.rule != .notIdentifying
    else { return .removed(.unknownAttribute) }
    if element.kind == .sequence { return SequenceRule.decide(element, disposition, in: self) }
    if let mismatch = RepresentationRule.mismatch(of: element, with: disposition) {
      return .removed(mismatch)
    }
    if path.isEmpty, let decision = PatientRule.decide(element, disposition, in: self) { return decision }
    // An empty value says nothing, whatever the rule; a change would only break what the input had.
    if isEmpty(element), disposition.verdict != .compound || disposition.compound != .remove {
      return .kept(disposition.rule)
    }
    let decision = decide(element, at: index, disposition)
    guard index < replacedUntil, decision.replacement == .unchanged, disposition.vr.hasCharacterSet else {
      return decision
    }
    return .dummy(for: element, disposition.vr, rule: .replacedSequence)
  }

  private mutating func decide(_ element: DataElement, at index: Int, _ disposition: Disposition) -> Decision
  {
    switch disposition.verdict {
    case .keep: return RepresentationRule.decide(element, disposition, in: self)
    case .clean:
      guard let cleaned = DateRule.clean(element, at: index, disposition, in: self) else {
        return resolve(element, disposition)
      }
      return cleaned
    case .compound: return resolve(element, disposition)
    }
  }

  /// Turns the compound action into one: the attribute's type in its IOD decides.
  private mutating func resolve(_ element: DataElement, _ disposition: Disposition) -> Decision {
    switch action(of: element.tag, disposition) {
    case .remove: return .removed(disposition.rule)
    case .zero: return Decision(action: .zero, replacement: .empty, rule: disposition.rule)
    case .dummy where disposition.vr == .UI, .replaceUID: return replaceUIDs(element, disposition)
    case .keep: return .kept(disposition.rule)
    case .dummy, .clean: return .dummy(for: element, disposition.vr, rule: disposition.rule)
    }
  }

  func action(of tag: Tag, _ disposition: Disposition) -> Action {
    if let action = actionByPlace(tag, disposition) { return action }
    let compound = disposition.compound
    if let single = compound.single { return single }
    return compound.resolved(type: iod?.type(of: tag, path: path), isKnownIOD: iod != nil)
  }

  /// Where a row with one letter would break the object, since the attribute's type depends on the sequence: Requested
  /// Procedure ID is type 2 where a report names the request it answers (PS3.3 §C.17.2), Content Description is type 1
  /// in another language (PS3.3 §10.9).
  private func actionByPlace(_ tag: Tag, _ disposition: Disposition) -> Action? {
    switch (tag, path.last) {
    case (.requestedProcedureID, .referencedRequestSequence): disposition.compound == .remove ? .zero : nil
    case (.contentDescription, .alternateContentDescriptionSequence):
      disposition.compound == .zero ? .dummy : nil
    default: nil
    }
  }

  private mutating func replaceUIDs(_ element: DataElement, _ disposition: Disposition) -> Decision {
    guard let value = dataSet.value(of: element) else { return .removed(disposition.rule) }
    guard let replaced = UIDRule.replacement(of: value, in: element.tag, by: engine.pseudonyms) else {
      return .kept(.classUID)
    }
    if detail.contains(.replacedUIDs) { replacedUIDs += replaced.pairs }
    return Decision(action: .replaceUID, replacement: .value(replaced.value), rule: disposition.rule)
  }

  private func isEmpty(_ element: DataElement) -> Bool {
    guard element.length > 0 else { return true }
    return element.vr.isText && dataSet.value(of: element)?.trimmingPadding.isEmpty == true
  }

  /// Index of another attribute of the item that `index` is in.
  func sibling(_ tag: Tag, of index: Int) -> Int? {
    let element = dataSet.elements[index]
    var start = siblings
    if start == 0, element.depth > 0 {
      // Behind a nested sequence: back to the item's own start.
      start = index
      while start > 0, dataSet.elements[start].kind != .item || dataSet.elements[start].depth != element.depth
      {
        start -= 1
      }
      start += 1
    }
    while start < dataSet.elements.count, dataSet.elements[start].depth == element.depth,
      dataSet.elements[start].kind != .item
    {
      if dataSet.elements[start].tag == tag { return start }
      start = dataSet.elements[start].end
    }
    return nil
  }
}

/// What the walk decided about one element.
struct Decision {
  let action: Action
  let replacement: AttributeEdit.Replacement
  let rule: RuleID

  static func kept(_ rule: RuleID) -> Decision {
    Decision(action: .keep, replacement: .unchanged, rule: rule)
  }
  static func removed(_ rule: RuleID) -> Decision {
    Decision(action: .remove, replacement: .removed, rule: rule)
  }

  static func dummy(for element: DataElement, _ vr: VR, rule: RuleID) -> Decision {
    let dummy = DummyValue.bytes(tag: element.tag, vr: vr, length: element.length)
    return Decision(action: .dummy, replacement: .value(dummy), rule: rule)
  }
}
