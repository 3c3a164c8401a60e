import EndToEndSupport
import Foundation
import Testing

/// The main job, as in the README: sample-data/ in, a data set out.
///
/// One run serves all tests.
@Suite(.needs(.python)) struct SampleDataTests {
  private struct Run {
    let workspace: Workspace
    let outcome: Outcome
    let maps: (uids: String, patients: String)

    init() throws {
      workspace = try Workspace()
      workspace.staysUntilExit()
      maps = (workspace.path + "/uids.csv", workspace.path + "/patients.csv")
      outcome = try workspace.deid(
        Locations.sampleData, options: ["--uid-map", maps.uids, "--patient-map", maps.patients])
    }
  }

  private static let run = Result { try Run() }
  private let run: Run

  init() throws { run = try Self.run.get() }

  @Test func `it ends with 2 and withholds what needs a person, each kind by its reason`() throws {
    #expect(run.outcome.code == 2)
    #expect(run.outcome.text.contains("62 files: 52 released, 10 withheld"))
    let reasons = try run.workspace.withheld().values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    #expect(reasons == ["burned-in-annotation": 8, "encapsulated-document": 1, "not-dicom": 1])
  }

  @Test func `every input is released or withheld, never both`() throws {
    let withheld = Set(try run.workspace.withheld().keys)
    let pairs = try run.workspace.pairs(map: run.maps.uids, inputs: [Locations.sampleData])
    let released = Set(pairs.map { String($0.prefix { $0 != "\t" }) })
    #expect(released.isDisjoint(with: withheld))
    #expect(released.union(withheld) == Set(Locations.files(below: Locations.sampleData)))
    #expect(Set(pairs.map { String($0.drop { $0 != "\t" }) }).count == run.workspace.images.count)
  }

  @Test(.needs(.dcmtkTools), .needs(.dciodvfy))
  func `pydicom, dcmdump and dciodvfy find nothing that the input did not have`() throws {
    let pairs = try run.workspace.pairs(map: run.maps.uids, inputs: [Locations.sampleData])
    let findings = try run.workspace.findings(pairs: pairs)
    #expect(findings == [])
  }

  @Test func `no invented name, number or address is in any byte that may leave`() throws {
    let workspace = run.workspace
    let dump = try workspace.tokumei("catalog", "dump", workspace.dataSet)
    let list = try workspace.tokumei("quarantine", "list", "--vault", workspace.vault)
    for (name, printed) in [("deid", run.outcome), ("dump", dump), ("list", list)] {
      try workspace.write("printed/\(name)", printed.output + printed.errors)
    }
    let needles = try Self.invented(ofAtLeast: 1)
    #expect(needles.count > 200)
    let inImages = try ByteSearch.hits(of: needles, below: workspace.dataSet + "/images")
    #expect(inImages == [])
    // The report and the commands speak Japanese too.
    let names = try Self.invented(ofAtLeast: 3)
    let inDataSet = try ByteSearch.hits(of: names, below: workspace.dataSet)
    #expect(inDataSet == [])
    let inText = try ByteSearch.hits(of: names, below: workspace.path + "/printed")
    #expect(inText == [])
    #expect(try !ByteSearch.hits(of: names, below: Locations.sampleData).isEmpty, "the search finds nothing")
  }

  private static func invented(ofAtLeast letters: Int) throws -> [Data] {
    try Python.run("people.py", [Locations.root, "\(letters)"]).compactMap { Data(base64Encoded: $0) }
  }

  @Test func `there is a report with pictures`() throws {
    let report = run.workspace.dataSet + "/report"
    let page = try String(contentsOfFile: report + "/index.html", encoding: .utf8)
    for modality in ["CT", "MR", "DX"] { #expect(page.contains(modality)) }
    #expect(!page.contains("http://") && !page.contains("https://"))
    let pictures = Locations.files(below: report).filter { $0.hasSuffix(".png") }
    #expect(!pictures.isEmpty)
    for picture in pictures {
      #expect(FileManager.default.contents(atPath: picture)?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)
      #expect(page.contains(URL(filePath: picture).lastPathComponent))
    }
  }

  @Test func `references between CT, SEG, RTSTRUCT, SR, KO and PR still hold`() throws {
    let findings = try Python.run(
      "references.py", [run.maps.uids, run.workspace.dataSet + "/images", Locations.sampleData])
    #expect(findings == [])
  }

  @Test func `the maps name every patient and every replaced UID, for their owner alone`() throws {
    let patients = try run.workspace.map(run.maps.patients)
    #expect(Set(patients.keys).isSuperset(of: ["00012345", "00067890", "K-3003", "MM-7781", "2024-0042"]))
    #expect(Set(patients.values) == Set(try run.workspace.catalog().map(\.patient)))
    let uids = Set(try run.workspace.map(run.maps.uids).values)
    for line in try run.workspace.catalog() {
      #expect(uids.isSuperset(of: [line.study, line.series, line.instance]))
    }
    for file in [run.maps.uids, run.maps.patients] {
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test func `the manifest and the catalog count what is there`() throws {
    let manifest = try String(contentsOfFile: run.workspace.dataSet + "/manifest.json", encoding: .utf8)
    #expect(manifest.contains(#""instances" : 52"#))
    #expect(try run.workspace.catalog().map(\.path).sorted() == run.workspace.images.sorted())
  }
}
