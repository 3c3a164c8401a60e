extension CompoundAction {
  /// Selects the action that removes most and keeps the object valid.
  ///
  /// X/Z is Z where the IOD has the attribute as type 2, X/D is D for type 1, X/Z/D follows both, X/Z/U*
  /// keeps the references with new UIDs. A conditional attribute that is there is taken to be required. An
  /// attribute that the IOD does not have goes; in an object whose IOD is unknown every attribute counts as
  /// required.
  ///
  /// PS3.15 §E.1.1, Table E.1-1a.
  func resolved(type: AttributeType?, isKnownIOD: Bool) -> Action {
    if contains(.replaceUID) { return .replaceUID }
    let required = isKnownIOD ? type : (contains(.dummy) ? .one : .two)
    switch required {
    case .one, .oneConditional:
      return contains(.dummy) ? .dummy : .zero
    case .two, .twoConditional:
      return contains(.zero) ? .zero : .dummy
    case .three, nil:
      return contains(.remove) ? .remove : .zero
    }
  }
}
