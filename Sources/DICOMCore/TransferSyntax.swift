/// A transfer syntax of the PS3.6 registry that we know how to carry.
///
/// PS3.5 §10 and Annex A.
public struct TransferSyntax: Hashable, Sendable {
  public enum Encoding: Sendable {
    case native
    case deflated
    /// Frames in fragments.
    case encapsulated
    /// The pixel data is elsewhere (JPIP).
    case referenced
    case video
  }

  public let uid: UID
  public let encoding: Encoding

  /// Returns nil for a syntax that is not in the table: such a file cannot be understood.
  public init?(_ uid: UID) {
    guard let encoding = Self.encodings[uid.rawValue] else { return nil }
    self.uid = uid
    self.encoding = encoding
  }

  public var isImplicit: Bool { uid.rawValue == "1.2.840.10008.1.2" || uid.rawValue == "1.2.840.113619.5.2" }
  public var isBigEndian: Bool { uid.rawValue == "1.2.840.10008.1.2.2" }

  /// Younger than DCMTK 3.6.7, which takes it for explicit VR little endian and loses the pixel data on
  /// writing.
  public var isUnknownToDCMTK: Bool {
    switch uid.rawValue {
    case "1.2.840.10008.1.2.8.1", "1.2.840.10008.1.2.4.110", "1.2.840.10008.1.2.4.111",
      "1.2.840.10008.1.2.4.112",
      "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203":
      true
    default: false
    }
  }

  private static let encodings: [String: Encoding] = {
    var table: [String: Encoding] = [
      "1.2.840.10008.1.2": .native, "1.2.840.10008.1.2.1": .native, "1.2.840.10008.1.2.2": .native,
      "1.2.840.113619.5.2": .native, "1.2.840.10008.1.2.1.99": .deflated,
      "1.2.840.10008.1.2.1.98": .encapsulated,
      "1.2.840.10008.1.2.5": .encapsulated, "1.2.840.10008.1.2.8.1": .encapsulated,
    ]
    let jpeg = Array(50...66) + [70, 80, 81, 90, 91, 92, 93, 110, 111, 112, 201, 202, 203]
    for number in jpeg { table["1.2.840.10008.1.2.4.\(number)"] = .encapsulated }
    for number in [94, 95, 204, 205] { table["1.2.840.10008.1.2.4.\(number)"] = .referenced }
    for number in 100...108 {
      table["1.2.840.10008.1.2.4.\(number)"] = .video
      table["1.2.840.10008.1.2.4.\(number).1"] = .video
    }
    return table
  }()
}
