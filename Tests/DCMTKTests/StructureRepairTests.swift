import DCMTK
import DICOMCore
import Foundation
import TestSupport
import Testing

/// Repaired copies are compared with files that were sound from the start, byte for byte.
@Suite struct StructureRepairTests {
  private static let explicit = DataSetBuilder.Encoding(hasUndefinedLengths: true)
  private static let implicit = DataSetBuilder.Encoding(isImplicit: true)
  private static let itemDelimiter = explicit.mark(Tag(rawValue: 0xFFFE_E00D), 0)
  private static let sequenceDelimiter = explicit.mark(Tag(rawValue: 0xFFFE_E0DD), 0)
  private static let undefined = Int(UInt32.max)

  private static func prefix(_ syntax: UID = .explicitVRLittleEndian) -> [UInt8] {
    DataSetBuilder.ct.prefix(transferSyntax: syntax, preamble: 7)
  }

  /// One element with a text.
  private static func element(_ tag: Tag, _ text: String) -> [UInt8] {
    DataSetBuilder { $0.set(tag, text) }.bare(explicit)
  }

  private static func item(_ content: [UInt8]) -> [UInt8] { explicit.mark(.item, content.count) + content }

  private static let start = element(.modality, "CT")
  private static let pixels = DataSetBuilder { $0.set(.pixelData, .OW, [1, 2, 3, 4]) }.bare(explicit)

  private static func repair(_ input: [UInt8]) throws -> StructureRepair? {
    let folder = try TemporaryFolder()
    return try FileStructure(path: folder.file(input)).repair
  }

  /// The copy, which DCMTK has read to its end.
  private static func repaired(_ input: [UInt8]) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let (path, target) = (try folder.file(input), folder.output())
    let before = try FileStructure(path: path)
    try RepairedCopy.write(of: path, to: target)
    let after = try FileStructure(path: target)
    #expect(after.repair == nil)
    #expect(after.pixelBytes == before.pixelBytes)
    let (dataSet, _) = try DICOMFile(path: target, syntax: after.transferSyntax).dataSet()
    #expect(!dataSet.elements.isEmpty)
    return try bytes(ofFile: target)
  }

  // MARK: Implicit VR in a file of explicit VR

  @Test(
    arguments: [UID.explicitVRLittleEndian, .jpegBaseline, .htj2k],
    [implicit, .init(isImplicit: true, hasUndefinedLengths: true)])
  func `implicit VR becomes explicit VR`(syntax: UID, encoding: DataSetBuilder.Encoding) throws {
    var image = DataSetBuilder.ct
    image.set(Tag(group: 0x0009, element: 0x0010), .LO, "ACME")
    image.set(Tag(group: 0x0009, element: 0x1001), .UN, [1, 2])
    image.set(Tag(group: 0x0028, element: 0x0FFE), .UN, [3, 4])
    image.sequence(.requestAttributesSequence) { item in
      item.sequence(.scheduledProtocolCodeSequence, { $0.set(.codeMeaning, "Liver") }, { _ in })
    }
    image.sequence(.referencedImageSequence)
    if syntax == .explicitVRLittleEndian {
      // More than one block of the output.
      image.set(.pixelData, .OW, (0..<200_000).map { UInt8(truncatingIfNeeded: $0) })
    } else {
      image.fragments([0, 0, 0, 0], [0xFF, 0xD8, 0xFF, 0xD9])
    }
    let input = Self.prefix(syntax) + image.bare(encoding)
    #expect(try Self.repair(input) == .implicitElements)
    #expect(try Self.repaired(input) == Self.prefix(syntax) + image.bare(Self.explicit))
  }

  @Test(arguments: [VR.US, .SS])
  func `Pixel Representation decides between signed and unsigned`(vr: VR) throws {
    let signed = UInt16(vr == .SS ? 1 : 0)
    var image = DataSetBuilder.ct
    image.set(.pixelRepresentation, signed)
    image.set(.pixelPaddingValue, vr, [0, 0x80])
    // Before Pixel Representation, and with one of its own.
    image.sequence(Tag(rawValue: 0x0018_6011)) { $0.set(Tag(rawValue: 0x0018_9810), vr, [1, 0]) }
    image.sequence(.iconImageSequence) { icon in
      icon.set(.pixelRepresentation, 1 - signed)
      icon.set(.pixelPaddingValue, vr == .SS ? .US : .SS, [0, 0x80])
    }
    let input = Self.prefix() + image.bare(Self.implicit)
    #expect(try Self.repaired(input) == Self.prefix() + image.bare(Self.explicit))
  }

  @Test func `lookup tables are words`() throws {
    let data = DataSetBuilder { $0.set(Tag(rawValue: 0x0028_3006), .OW, [1, 0, 2, 0]) }
    #expect(
      try Self.repaired(Self.prefix() + data.bare(Self.implicit)) == Self.prefix() + data.bare(Self.explicit))
  }

  @Test func `a value too long for its VR becomes UN`() throws {
    let value = [UInt8](repeating: 0x41, count: 70_000)
    let comments = DataSetBuilder { $0.set(.imageComments, .LT, value) }
    let unknown = DataSetBuilder { $0.set(.imageComments, .UN, value) }
    #expect(
      try Self.repaired(Self.prefix() + comments.bare(Self.implicit))
        == Self.prefix() + unknown.bare(Self.explicit))
  }

  @Test func `group lengths are left out`() throws {
    let length = Self.implicit.mark(Tag(rawValue: 0x0008_0000), 4) + [10, 0, 0, 0]
    let image = DataSetBuilder { $0.set(.modality, "CT") }
    let input = Self.prefix() + length + image.bare(Self.implicit)
    #expect(try Self.repaired(input) == Self.prefix() + image.bare(Self.explicit))
  }

  @Test func `implicit VR that is not throughout is left to DCMTK`() throws {
    let odd = DataSetBuilder { $0.set(.modality, "CT") }.bare(Self.implicit)
    #expect(try Self.repair(Self.prefix() + odd + Self.element(.patientName, "A") + Self.pixels) == nil)
    // Read as implicit VR, the second element would end in the zeros, which would pass for group lengths.
    let name = DataSetBuilder { $0.set(.patientName, "") }.bare(Self.explicit)
    let zeros = DataSetBuilder { $0.set(.pixelData, .OW, [UInt8](repeating: 0, count: 1 << 20)) }
    #expect(try Self.repair(Self.prefix() + odd + name + zeros.bare(Self.explicit)) == nil)
    #expect(try Self.repair(Self.prefix() + odd + zeros.bare(Self.explicit)) == nil)
  }

  // MARK: Stray items

  struct Stray: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let input: [UInt8]
    let output: [UInt8]

    init(_ what: String, _ input: [UInt8], _ output: [UInt8]) {
      (testDescription, self.input, self.output) = (what, input, output)
    }
  }

  private static let name = element(.patientName, "DOE^JANE")
  private static let inner = element(.codeValue, "1") + element(.codeMeaning, "x")
  private static func sequence(_ content: [UInt8]) -> [UInt8] {
    let tag = Tag.referencedImageSequence
    return explicit.start(tag, .SQ, content.count) + content
  }
  private static func sound(_ items: [UInt8]...) -> [UInt8] {
    explicit.start(.referencedImageSequence, .SQ, undefined)
      + items.flatMap { explicit.mark(.item, undefined) + $0 + itemDelimiter } + sequenceDelimiter
  }

  private static let strays = [
    Stray("an item", start + item(inner) + name, start + name),
    Stray("two items", start + item(inner) + item(name) + name, start + name),
    Stray(
      "an item of undefined length",
      start + explicit.mark(.item, undefined) + sequence(item(name)) + itemDelimiter + name, start + name),
    Stray("an item delimiter", start + itemDelimiter + name, start + name),
    Stray(
      "a sequence delimiter", start + sequence(item(inner)) + sequenceDelimiter + name,
      start + sound(inner) + name),
    Stray(
      "an item in an item", start + sequence(item(inner + item(name))) + name, start + sound(inner) + name),
    Stray(
      "an item delimiter in a sequence", start + sequence(item(inner) + itemDelimiter + item(inner)) + name,
      start + sound(inner, inner) + name),
    Stray(
      "elements behind the start of an item", start + sequence([]) + item([]) + inner + item([]) + name,
      start + sound() + name),
    Stray(
      "a second Patient's Name",
      start + name + element(.patientID, "1") + item([]) + element(.patientName, "B")
        + element(.patientSex, "F"),
      start + name + element(.patientID, "1") + element(.patientSex, "F")),
  ]

  @Test(arguments: strays)
  func `what stands outside a sequence is left out`(stray: Stray) throws {
    let input = Self.prefix() + stray.input + Self.pixels
    #expect(try Self.repair(input) == .strayItems)
    #expect(try Self.repaired(input) == Self.prefix() + stray.output + Self.pixels)
  }

  @Test func `a file in implicit VR stays in implicit VR`() throws {
    let image = DataSetBuilder { image in
      image.sequence(.referencedImageSequence) { $0.set(.codeMeaning, "x") }
      image.set(.pixelData, .OW, [1, 2])
    }
    let (syntax, encoding) = (
      UID.implicitVRLittleEndian, DataSetBuilder.Encoding(isImplicit: true, hasUndefinedLengths: true)
    )
    let start = DataSetBuilder { $0.set(.modality, "CT") }.bare(encoding)
    let input = Self.prefix(syntax) + start + Self.item([1, 2, 3, 4, 5, 6, 7, 8]) + image.bare(Self.implicit)
    // What is inside the item is no element.
    #expect(throws: StructureError.self) { try Self.repaired(input) }
    let repairable = Self.prefix(syntax) + start + Self.item(start) + image.bare(Self.implicit)
    #expect(try Self.repaired(repairable) == Self.prefix(syntax) + start + image.bare(encoding))
  }

  @Test func `a sequence of VR UN becomes one of SQ`() throws {
    let content = DataSetBuilder { $0.set(.codeMeaning, "x") }
    let sequence =
      Self.explicit.start(.referencedImageSequence, .UN, Self.undefined)
      + Self.item(content.bare(Self.implicit))
      + Self.sequenceDelimiter
    let input = Self.prefix() + Self.start + sequence + Self.itemDelimiter + Self.pixels
    #expect(
      try Self.repaired(input)
        == Self.prefix() + Self.start + Self.sound(content.bare(Self.explicit)) + Self.pixels)
  }

  @Test func `what is inside a value of VR UN does not count`() throws {
    let tag = Tag(group: 0x0009, element: 0x1001)
    let value = Self.item(Self.item(Self.itemDelimiter))
    let element = Self.explicit.start(tag, .UN, value.count) + value
    #expect(try Self.repair(Self.prefix() + Self.start + element + Self.pixels) == nil)
    let stray = Self.item([])
    #expect(
      try Self.repaired(Self.prefix() + Self.start + element + stray + Self.pixels)
        == Self.prefix() + Self.start + element + Self.pixels)
  }

  // MARK: No copy

  private static let beyondRepair = [
    Stray("pixel data twice", start + pixels + item([]) + pixels, []),
    Stray(
      "pixel data out of order", start + element(Tag(rawValue: 0x7FFF_0010), "x") + item([]) + pixels, []),
    Stray("an item without end", start + explicit.mark(.item, undefined) + name, []),
    Stray(
      "a sequence without end", start + item([]) + explicit.start(.referencedImageSequence, .SQ, undefined),
      []),
    Stray("an element in a sequence", start + item([]) + sequence(inner) + pixels, []),
    Stray(
      "an element past its item", start + item([]) + sequence(item(inner.dropLast(2) + [])) + pixels, []),
    Stray(
      "a sequence delimiter in an item",
      start + sequence(explicit.mark(.item, undefined) + inner + sequenceDelimiter) + pixels, []),
    Stray("nothing wrong", start + pixels, []),
  ]

  @Test(arguments: beyondRepair)
  func `no copy is left of a file beyond repair`(stray: Stray) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(Self.prefix() + stray.input)
    #expect(throws: StructureError.self) { try RepairedCopy.write(of: path, to: folder.output()) }
    #expect(!FileManager.default.fileExists(atPath: folder.output()))
  }

  @Test(arguments: [UID.explicitVRBigEndian, .deflated])
  func `other encodings are not repaired`(syntax: UID) throws {
    let encoding = DataSetBuilder.Encoding(isBigEndian: syntax == .explicitVRBigEndian)
    let body =
      DataSetBuilder { $0.set(.modality, "CT") }.bare(encoding) + encoding.mark(.item, 0)
      + DataSetBuilder { $0.set(.patientName, "A") }.bare(encoding)
    let count = UInt16(body.count)
    // One block of RFC 1951 that is not compressed.
    let block = [1] + [count, ~count].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] } + body
    let input = Self.prefix(syntax) + (syntax == .deflated ? block : body)
    #expect(try Self.repair(input) == nil)
  }

  @Test func `a data set without file meta information is not repaired`() throws {
    #expect(try Self.repair(Self.start + Self.item(Self.inner) + Self.name) == nil)
    #expect(throws: StructureError.notDICOM) { try Self.repair(Self.start + Self.itemDelimiter + Self.name) }
  }

  @Test func `a file that is there is not overwritten`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(Self.prefix() + Self.start + Self.item([]) + Self.pixels)
    let other = try folder.file([1, 2, 3], name: "other")
    #expect(throws: StructureError.unwritable) { try RepairedCopy.write(of: path, to: other) }
    #expect(try bytes(ofFile: other) == [1, 2, 3])
  }

  @Test func `only its owner may read a copy`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(Self.prefix() + Self.start + Self.item([]) + Self.pixels)
    try RepairedCopy.write(of: path, to: folder.output())
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.output())
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  /// Whatever is cut off: there is no copy, or it is sound.
  @Test func `a file in need of repair may be cut anywhere`() throws {
    let whole = Self.prefix() + Self.strays.flatMap(\.input) + Self.pixels
    let implicit = Self.prefix() + DataSetBuilder.sr.bare(Self.implicit)
    for input in [whole, implicit] {
      for count in Self.prefix().count..<input.count {
        let folder = try TemporaryFolder()
        let path = try folder.file(Array(input.prefix(count)))
        guard (try? RepairedCopy.write(of: path, to: folder.output())) != nil else { continue }
        #expect(try FileStructure(path: folder.output()).repair == nil)
      }
    }
  }
}
