import DICOMCore
import TableGeneration
import TestSupport
import Testing

@Suite struct TransferSyntaxTests {
  @Test(arguments: [
    (UID.implicitVRLittleEndian, TransferSyntax.Encoding.native), (.explicitVRLittleEndian, .native),
    (.explicitVRBigEndian, .native), (UID(rawValue: "1.2.840.113619.5.2"), .native), (.deflated, .deflated),
    (.jpegBaseline, .encapsulated), (.htj2k, .encapsulated),
    (UID(rawValue: "1.2.840.10008.1.2.5"), .encapsulated),
    (UID(rawValue: "1.2.840.10008.1.2.8.1"), .encapsulated),
    (UID(rawValue: "1.2.840.10008.1.2.4.95"), .referenced),
    (UID(rawValue: "1.2.840.10008.1.2.4.205"), .referenced),
    (UID(rawValue: "1.2.840.10008.1.2.4.100.1"), .video),
    (UID(rawValue: "1.2.840.10008.1.2.4.108"), .video),
  ])
  func `a syntax has an encoding`(uid: UID, encoding: TransferSyntax.Encoding) {
    #expect(TransferSyntax(uid)?.encoding == encoding)
    #expect(TransferSyntax(uid)?.uid == uid)
  }

  @Test(arguments: ["", "1.2.3", "1.2.840.10008.1.2.", "1.2.840.10008.1.2\0", "1.2.840.10008.5.1.4.1.1.2"])
  func `what is no syntax has none`(uid: String) {
    #expect(TransferSyntax(UID(rawValue: uid)) == nil)
  }

  @Test func `byte order and VR are those of the syntax`() {
    #expect(TransferSyntax(.implicitVRLittleEndian)?.isImplicit == true)
    #expect(TransferSyntax(UID(rawValue: "1.2.840.113619.5.2"))?.isImplicit == true)
    #expect(TransferSyntax(.explicitVRLittleEndian)?.isImplicit == false)
    #expect(TransferSyntax(.explicitVRBigEndian)?.isBigEndian == true)
    #expect(TransferSyntax(.jpegBaseline)?.isBigEndian == false)
  }

  @Test func `only what is younger than DCMTK 3.6.7 is unknown to it`() {
    let unknown = ["110", "111", "112", "201", "202", "203"].map { "1.2.840.10008.1.2.4.\($0)" }
    for uid in unknown + ["1.2.840.10008.1.2.8.1"] {
      #expect(TransferSyntax(UID(rawValue: uid))?.isUnknownToDCMTK == true)
    }
    for uid in [UID.jpegBaseline, .deflated, .explicitVRLittleEndian] {
      #expect(TransferSyntax(uid)?.isUnknownToDCMTK == false)
    }
  }

  /// SMPTE ST 2110 streams (1.2.840.10008.1.2.7.x) are no files; MIME, XML and Papyrus are retired.
  @Test func `every syntax of the registry that files use is known`() throws {
    let records = try TSV(root: repositoryRoot(), "standard/ps36_uids.tsv").records
    let missing = records.filter {
      $0["type"] == "Transfer Syntax" && TransferSyntax(UID(rawValue: $0["uid", default: ""])) == nil
    }
    #expect(missing.allSatisfy { $0["retired"] == "Y" || $0["name"]?.hasPrefix("SMPTE ST 2110") == true })
    #expect(records.count { $0["type"] == "Transfer Syntax" } > missing.count + 50)
  }
}
