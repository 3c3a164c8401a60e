import Anonymizer
import Foundation
import Pipeline
import Testing

@Suite struct ReportPageTests {
  static let hostile = #"<script>alert("x")</script>&'"#

  static func content(project: String = "Project") -> ReportContent {
    ReportContent(
      project: project, regime: "jp-anonymized", profile: "research",
      profileSummary: .init(ja: "既定のプロファイル", en: "The default"), toolVersion: "TOKUMEI_1",
      date: "2026-07-30",
      methods: [.basicProfile, .init(.retainSafePrivate)],
      totals: .init(patients: 3, studies: 7, series: 19, instances: 1_234_567, bytes: 1_500_000_000),
      modalities: [
        .init(
          modality: "CT", totals: .init(patients: 2, studies: 4, series: 11, instances: 20_311, bytes: 999),
          frames: 20_317)
      ],
      withheld: [.init(WithholdReason.pixelsUnchecked, files: 41), .init(WithholdReason.sameUID, files: 43)],
      review: [.init(ReviewReason.recognizableFace, files: 47)],
      duplicates: 53, skipped: 59, isPixelCheckOn: true,
      thumbnails: [
        Thumbnail(
          modality: "CT", patient: "ABCDEFGHJKMNP", frames: 61,
          picture: .file("thumbnails/1.png", columns: 160, rows: 120)),
        Thumbnail(modality: "NM", patient: "QRSTUVWXYZ234", frames: 1, picture: .none(reason: "undecodable")),
      ])
  }

  @Test func `every value of the data set is escaped`() {
    var content = Self.content(project: Self.hostile)
    let totals = ReportContent.Totals(patients: 1, studies: 1, series: 1, instances: 1, bytes: 1)
    let text = ReportContent.Text(ja: Self.hostile, en: Self.hostile)
    content.regime = Self.hostile
    content.profile = Self.hostile
    content.profileSummary = text
    content.toolVersion = Self.hostile
    content.date = Self.hostile
    content.methods = [.init(codeValue: Self.hostile, codeMeaning: Self.hostile, text: text)]
    content.modalities = [.init(modality: Self.hostile, totals: totals, frames: 1)]
    content.withheld = [.init(code: Self.hostile, text: text, files: 1)]
    content.review = content.withheld
    content.thumbnails = [
      Thumbnail(
        modality: Self.hostile, patient: Self.hostile, frames: 1,
        picture: .file(Self.hostile, columns: 1, rows: 1)),
      Thumbnail(modality: Self.hostile, patient: "", frames: 1, picture: .none(reason: Self.hostile)),
    ]
    let html = ReportPage(content).html
    #expect(!html.contains("<script"))
    #expect(!html.contains(#"alert("x")"#))
    #expect(html.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;"))
  }

  @Test func `characters that hide or turn text are replaced`() {
    let html = ReportPage(Self.content(project: "A\u{202E}B\u{0}C\u{85}D")).html
    #expect(html.contains("A\u{FFFD}B\u{FFFD}C\u{FFFD}D"))
  }

  @Test func `both languages are on the page`() {
    let html = ReportPage(Self.content()).html
    let pairs = [
      ("非識別化レポート", "De-identification report"), ("行った処理", "What was done"), ("既定のプロファイル", "The default"),
      ("匿名加工情報", "Anonymously processed information"), ("画素をまだ検査していません", "the pixels were not checked"),
      ("顔を再構成できる可能性", "A face might be rendered"),
    ]
    for (ja, en) in pairs {
      #expect(html.contains(ja))
      #expect(html.contains(en))
    }
    let parts = ["ja", "en"].map { html.components(separatedBy: #"<span lang="\#($0)">"#).count }
    #expect(parts[0] == parts[1])
  }

  @Test func `all counts are shown`() {
    let html = ReportPage(Self.content()).html
    for count in [
      "1,234,567", "1.5 GB", "20,311", "20,317", "999 B", "41", "43", "84 files", "47", "53", "59",
      "61 frames",
    ] {
      #expect(html.contains(count), "\(count)")
    }
  }

  @Test func `the page needs no scripts and nothing from elsewhere`() {
    let html = ReportPage(Self.content()).html
    for word in ["<script", "javascript:", "http:", "https:", "//", "@import", "url(", "<link", "<iframe"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(!html.contains(/\son[a-z]+=/))
  }

  @Test func `a release without a look at the pixels is marked`() {
    var content = Self.content()
    #expect(!ReportPage(content).html.contains("--pixel-check off"))
    content.isPixelCheckOn = false
    #expect(ReportPage(content).html.contains("--pixel-check off"))
  }

  @Test func `an empty data set has a page`() {
    var content = Self.content()
    content.modalities = []
    content.withheld = []
    content.review = []
    content.thumbnails = []
    let html = ReportPage(content).html
    #expect(html.contains("No file was withheld."))
    #expect(html.contains("There is nothing to look at."))
    #expect(html.contains("There are no pictures."))
  }

  @Test(arguments: WithholdReason.allCases)
  func `every reason has words in both languages`(reason: WithholdReason) {
    let count = ReportContent.ReasonCount(reason, files: 1)
    #expect(count.text.ja.unicodeScalars.contains { (0x3041...0x9FFF).contains($0.value) })
    #expect(count.text.en.first?.isUppercase == true)
  }

  @Test func `the page is written below the data set`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let page = ReportPage(Self.content())
    try page.write(toDataSet: folder)
    #expect(try String(contentsOfFile: "\(folder)/report/index.html", encoding: .utf8) == page.html)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/report") == ["index.html"])
  }
}
