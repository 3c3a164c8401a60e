/// The actions that a row of Table E.1-1 offers for an attribute, of which its type in the IOD selects one.
///
/// PS3.15 §E.1.
public struct CompoundAction: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let remove = CompoundAction(rawValue: 1 << 0)
  public static let zero = CompoundAction(rawValue: 1 << 1)
  public static let dummy = CompoundAction(rawValue: 1 << 2)
  public static let keep = CompoundAction(rawValue: 1 << 3)
  public static let clean = CompoundAction(rawValue: 1 << 4)
  public static let replaceUID = CompoundAction(rawValue: 1 << 5)

  public init(_ action: Action) { self.init(rawValue: 1 << UInt8(Self.order.firstIndex(of: action) ?? 0)) }

  /// The actions in the order of the table's letters.
  public var actions: [Action] { Self.order.filter { contains(CompoundAction($0)) } }

  /// The action, where there is only one.
  public var single: Action? {
    let actions = actions
    return actions.count == 1 ? actions.first : nil
  }

  /// The order in which Table E.1-1 writes the letters, and that of the bits.
  private static let order: [Action] = [.remove, .zero, .dummy, .keep, .clean, .replaceUID]
}

extension CompoundAction: CustomStringConvertible, LosslessStringConvertible {
  /// As the table prints it: `X`, `X/Z/D`, and `X/Z/U*` with a star after a letter U that is not alone.
  public var description: String {
    let text = actions.map(\.rawValue).joined(separator: "/")
    return contains(.replaceUID) && single == nil ? text + "*" : text
  }

  public init?(_ description: String) {
    self = []
    let letters = description.hasSuffix("/U*") ? description.dropLast() : Substring(description)
    for letter in letters.split(separator: "/", omittingEmptySubsequences: false) {
      guard let action = Action(rawValue: String(letter)) else { return nil }
      insert(CompoundAction(action))
    }
  }
}
