/// The file meta information that we write: nothing of the input's is carried over but the three UIDs'
/// meaning.
///
/// PS3.10 §7.1.
public struct FileMeta: Sendable {
  /// Names this program in (0002,0012).
  public static let implementationClass = UID(rawValue: "2.25.202734259385056413605978527022456938967")
  public static let implementationVersion = "TOKUMEI_1"

  public let sopClass: UID
  public let sopInstance: UID
  public let transferSyntax: UID

  public init(sopClass: UID, sopInstance: UID, transferSyntax: UID) {
    self.sopClass = sopClass
    self.sopInstance = sopInstance
    self.transferSyntax = transferSyntax
  }

  /// Group 0002 in explicit VR little endian, its length first.
  public var encoded: [UInt8] {
    var body = DataSetEncoder()
    body.append(Tag(rawValue: 0x0002_0001), .OB, [0, 1])
    body.append(Tag(rawValue: 0x0002_0002), .UI, sopClass.rawValue)
    body.append(Tag(rawValue: 0x0002_0003), .UI, sopInstance.rawValue)
    body.append(Tag(rawValue: 0x0002_0010), .UI, transferSyntax.rawValue)
    body.append(Tag(rawValue: 0x0002_0012), .UI, Self.implementationClass.rawValue)
    body.append(Tag(rawValue: 0x0002_0013), .SH, Self.implementationVersion)
    var group = DataSetEncoder()
    let length = UInt32(body.bytes.count)
    group.append(
      Tag(rawValue: 0x0002_0000), .UL, (0..<4).map { UInt8(truncatingIfNeeded: length >> ($0 * 8)) })
    return group.bytes + body.bytes
  }
}
