import DICOMCore
import TableGeneration
import Testing

@Suite struct RegisteredUIDsTests {
  @Test func `the registry holds exactly the rows of PS3.6 Table A-1`() throws {
    let uids = try TSV(root: repositoryRoot(), "standard/ps36_uids.tsv")["uid"]
    #expect(uids.count == 490)
    #expect(Set(uids) == Set(RegisteredUIDs.kinds.keys))
  }

  @Test(arguments: [
    ("1.2.840.10008.5.1.4.1.1.2", RegisteredUIDs.Kind.sopClass), ("1.2.840.10008.1.2.4.110", .transferSyntax),
    ("1.2.840.10008.1.4.1.1", .frameOfReference), ("1.2.840.10008.15.1.1", .frameOfReference),
    ("1.2.840.10008.1.5.1", .sopInstance), ("1.2.840.10008.2.16.4", .codingScheme),
    ("1.2.840.10008.3.1.1.1", .other),
  ])
  func `a registered UID has a kind`(uid: String, kind: RegisteredUIDs.Kind) {
    #expect(RegisteredUIDs.kind(of: UID(rawValue: uid)) == kind)
    #expect(RegisteredUIDs.contains(UID(rawValue: uid)))
    #expect(RegisteredUIDs.contains(Array(uid.utf8)))
  }

  @Test(arguments: ["1.2.840.10008.5.1.4.1.1.2.99.1", "1.2.840.10008.", "1.2.840.10008.1.2\0", "2.25.1", ""])
  func `another UID under the standard's root is not registered`(uid: String) {
    #expect(!RegisteredUIDs.contains(UID(rawValue: uid)))
    #expect(!RegisteredUIDs.contains(Array(uid.utf8)))
  }
}
