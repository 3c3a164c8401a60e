public import DICOMCore

/// What happens to one attribute.
public struct AttributeEdit: Sendable {
  public enum Replacement: Equatable, Sendable {
    case unchanged
    case removed
    case empty
    case value([UInt8])
  }

  /// Position in `DataSet.elements`.
  public let index: Int
  public let action: Action
  public let replacement: Replacement
  public let rule: RuleID
}

/// What happens to one instance; it changes nothing by itself.
public struct EditPlan: Sendable {
  /// Sorted by index; what is kept is in it only when it was asked for.
  public internal(set) var edits: [AttributeEdit] = []
  /// Attributes put into the root, as a data set in explicit VR little endian.
  public internal(set) var inserted: [UInt8] = []
  /// Pseudonymous UIDs of the instance.
  public internal(set) var identity = InstanceIdentity()
  /// Every replaced UID, when it was asked for.
  public internal(set) var replacedUIDs: [ReplacedUID] = []
  public internal(set) var review: Set<ReviewReason> = []
  /// When set, the instance may not be written at all.
  public internal(set) var withheld: WithholdReason?
}

/// Where an instance belongs on the de-identified side.
public struct InstanceIdentity: Equatable, Sendable {
  public var patient = ""
  public var study = UID(rawValue: "")
  public var series = UID(rawValue: "")
  public var instance = UID(rawValue: "")
}

public struct ReplacedUID: Hashable, Sendable {
  public let old: UID
  public let new: UID
}
