/// What happens to an attribute; the raw value is the standard's letter.
///
/// PS3.15 §E.1.
public enum Action: String, Sendable, CaseIterable {
  case remove = "X"
  /// A zero-length value, or for some attributes a dummy value.
  case zero = "Z"
  /// A value that is no longer the patient's but fits the VR; never empty.
  case dummy = "D"
  case keep = "K"
  /// Values of similar meaning that are known not to identify.
  case clean = "C"
  /// A new UID, the same for the same original.
  case replaceUID = "U"
}
