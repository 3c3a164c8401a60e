internal import DICOMCore

/// Private attributes go, but for those that the standard calls safe when the profile retains them.
///
/// PS3.15 §E.3.10.
enum PrivateRule {
  static func decide(_ element: DataElement, at index: Int, in walk: PlanWalk) -> Decision {
    guard walk.engine.profile.options.contains(ProfileOption.retainSafePrivate), element.kind == .value else {
      return .removed(.privateAttribute)
    }
    if element.tag.isPrivateCreator {
      return holdsSafe(creatorAt: index, in: walk) ? .kept(.safePrivate) : .removed(.privateAttribute)
    }
    guard let creator = creator(of: element.tag, near: index, in: walk),
      isSafe(element, of: creator, in: walk.dataSet)
    else { return .removed(.privateAttribute) }
    return .kept(.safePrivate)
  }

  /// The creator stays with what it names; the elements of its block follow it in the same item.
  private static func holdsSafe(creatorAt index: Int, in walk: PlanWalk) -> Bool {
    let elements = walk.dataSet.elements
    let creator = elements[index]
    guard let name = name(of: creator, in: walk.dataSet) else { return false }
    var next = creator.end
    while next < elements.count, elements[next].depth == creator.depth,
      elements[next].tag.group == creator.tag.group,
      elements[next].kind != .item
    {
      if UInt16(elements[next].tag.element >> 8) == creator.tag.element,
        isSafe(elements[next], of: name, in: walk.dataSet)
      {
        return true
      }
      next = elements[next].end
    }
    return false
  }

  private static func creator(of tag: Tag, near index: Int, in walk: PlanWalk) -> String? {
    let creator = Tag(group: tag.group, element: tag.element >> 8)
    guard creator.isPrivateCreator else { return nil }
    let last = walk.creator
    guard let found = last?.tag == creator ? last?.index : walk.sibling(creator, of: index) else {
      return nil
    }
    return name(of: walk.dataSet.elements[found], in: walk.dataSet)
  }

  private static func name(of creator: DataElement, in dataSet: DataSet) -> String? {
    guard let value = dataSet.value(of: creator)?.trimmingPadding, !value.isEmpty,
      value.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
    else { return nil }
    return String(decoding: value, as: UTF8.self)
  }

  private static func isSafe(_ element: DataElement, of creator: String, in dataSet: DataSet) -> Bool {
    guard element.kind == .value, let value = dataSet.value(of: element),
      let vr = SafePrivateTable.vr(
        creator: creator, group: element.tag.group, element: UInt8(truncatingIfNeeded: element.tag.element))
    else { return false }
    // In implicit VR nothing but the table says what the bytes are.
    guard element.vr == vr || element.vr == .UN else { return false }
    return !vr.isText || RepresentationRule.fits(value, vr)
  }
}
