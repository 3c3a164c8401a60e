/// Where an attribute stands: the sequences around it with the item's number, then the attribute.
public struct AttributePath: Hashable, Sendable {
  public struct Step: Hashable, Sendable {
    public let sequence: Tag
    /// Counted from 0.
    public let item: Int

    public init(sequence: Tag, item: Int) {
      self.sequence = sequence
      self.item = item
    }
  }

  public let steps: [Step]
  public let tag: Tag

  public init(steps: [Step] = [], tag: Tag) {
    self.steps = steps
    self.tag = tag
  }
}

extension AttributePath: CustomStringConvertible {
  /// `(0040,0275)[0].(0040,0007)`.
  public var description: String {
    steps.map { "\($0.sequence)[\($0.item)]." }.joined() + tag.description
  }
}
