/// A value representation, stored as its two letters.
///
/// PS3.5 §6.2.
public struct VR: RawRepresentable, Hashable, Sendable {
  /// The two ASCII letters, first letter in the high byte.
  public let rawValue: UInt16

  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  @inlinable public init(_ first: UInt8, _ second: UInt8) {
    self.init(rawValue: UInt16(first) << 8 | UInt16(second))
  }

  public static let AE = VR(0x41, 0x45)
  public static let AS = VR(0x41, 0x53)
  public static let AT = VR(0x41, 0x54)
  public static let CS = VR(0x43, 0x53)
  public static let DA = VR(0x44, 0x41)
  public static let DS = VR(0x44, 0x53)
  public static let DT = VR(0x44, 0x54)
  public static let FD = VR(0x46, 0x44)
  public static let FL = VR(0x46, 0x4C)
  public static let IS = VR(0x49, 0x53)
  public static let LO = VR(0x4C, 0x4F)
  public static let LT = VR(0x4C, 0x54)
  public static let OB = VR(0x4F, 0x42)
  public static let OD = VR(0x4F, 0x44)
  public static let OF = VR(0x4F, 0x46)
  public static let OL = VR(0x4F, 0x4C)
  public static let OV = VR(0x4F, 0x56)
  public static let OW = VR(0x4F, 0x57)
  public static let PN = VR(0x50, 0x4E)
  public static let SH = VR(0x53, 0x48)
  public static let SL = VR(0x53, 0x4C)
  public static let SQ = VR(0x53, 0x51)
  public static let SS = VR(0x53, 0x53)
  public static let ST = VR(0x53, 0x54)
  public static let SV = VR(0x53, 0x56)
  public static let TM = VR(0x54, 0x4D)
  public static let UC = VR(0x55, 0x43)
  public static let UI = VR(0x55, 0x49)
  public static let UL = VR(0x55, 0x4C)
  public static let UN = VR(0x55, 0x4E)
  public static let UR = VR(0x55, 0x52)
  public static let US = VR(0x55, 0x53)
  public static let UT = VR(0x55, 0x54)
  public static let UV = VR(0x55, 0x56)

  /// Text whose characters (0008,0005) governs, PS3.5 §6.1.2.2.
  public var hasCharacterSet: Bool {
    switch self {
    case .LO, .LT, .PN, .SH, .ST, .UC, .UT: true
    default: false
    }
  }

  /// Stored as characters, of whatever repertoire.
  public var isText: Bool {
    switch self {
    case .AE, .AS, .CS, .DA, .DS, .DT, .IS, .TM, .UI, .UR: true
    default: hasCharacterSet
    }
  }

  /// A byte or word string that DICOM gives no inner meaning.
  public var isOther: Bool {
    switch self {
    case .OB, .OD, .OF, .OL, .OV, .OW, .UN: true
    default: false
    }
  }

  /// Values are separated by a backslash; LT, ST, UT and UR hold one value only, PS3.5 §6.4.
  public var isMultiValued: Bool {
    switch self {
    case .LT, .ST, .UT, .UR: false
    default: isText
    }
  }

  /// Explicit VR encodes a 32-bit length after two reserved bytes, PS3.5 §7.1.2.
  public var hasLongLength: Bool {
    switch self {
    case .SQ, .SV, .UC, .UR, .UT, .UV: true
    default: isOther
    }
  }
}

extension VR: CustomStringConvertible, LosslessStringConvertible {
  public var description: String {
    String(decoding: [UInt8(rawValue >> 8), UInt8(truncatingIfNeeded: rawValue)], as: UTF8.self)
  }

  public init?(_ description: String) {
    let letters = Array(description.utf8)
    guard letters.count == 2, letters.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    self.init(letters[0], letters[1])
  }
}
