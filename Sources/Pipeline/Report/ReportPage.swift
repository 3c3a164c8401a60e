internal import Foundation

/// The report as one HTML page for the de-identified side, in Japanese and English.
///
/// It has no scripts and loads nothing from elsewhere.
package struct ReportPage: Sendable {
  let content: ReportContent

  package init(_ content: ReportContent) { self.content = content }

  /// Writes DATASET/report/index.html, in one step.
  package func write(toDataSet dataSet: String) throws {
    let folder = "\(dataSet)/report"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(html.utf8).write(to: URL(fileURLWithPath: "\(folder)/index.html"), options: .atomic)
  }

  package var html: String {
    """
    <!DOCTYPE html>
    <html lang="ja">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Markup.escaped(content.project)) – 非識別化レポート / De-identification report</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <input class="unseen" type="radio" name="language" id="japanese" checked>
    <input class="unseen" type="radio" name="language" id="english">
    \(header)
    <main>
    \(sections.joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  private var sections: [String] {
    [
      section("about", "このレポートについて", "What this is", about),
      section("counts", "リリースしたデータ", "Released data", counts),
      section("methods", "行った処理", "What was done", methods),
      section("withheld", "保留したファイル", "Withheld files", withheld),
      section("review", "確認をお願いします", "Please look at these", review),
      section("pictures", "画像の見本", "Sample pictures", pictures),
    ]
  }

  private func section(_ id: String, _ ja: String, _ en: String, _ body: String) -> String {
    """
    <section id="\(id)" aria-labelledby="\(id)-title">
    <h2 id="\(id)-title">\(Markup.both(ja, en))</h2>
    \(body)
    </section>
    """
  }

  private var header: String {
    let facts: [(String, String)] = [
      (
        Markup.both("プロファイル", "Profile"),
        "<b>\(Markup.escaped(content.profile))</b><br>\(Markup.both(content.profileSummary))"
      ),
      (
        Markup.both("法的枠組み（記録のみ）", "Regime (recorded, not checked)"),
        "<b>\(Markup.escaped(content.regime))</b>\(regimeWords.map { "<br>" + Markup.both($0) } ?? "")"
      ),
      (
        Markup.both("作成", "Made"),
        "\(Markup.escaped(content.date))<br>\(Markup.escaped(content.toolVersion))"
      ),
    ]
    let items = facts.map { "<div><dt>\($0)</dt><dd>\($1)</dd></div>" }
    return """
      <header>
      <div class="language" role="group" aria-label="\(Markup.plain("表示言語", "Language"))">
      <label for="japanese" lang="ja">日本語</label><label for="english" lang="en">English</label>
      </div>
      <p class="kind">\(Markup.both("非識別化レポート", "De-identification report"))</p>
      <h1>\(Markup.escaped(content.project))</h1>
      <dl class="facts">\(items.joined())</dl>
      </header>
      """
  }

  private var regimeWords: ReportContent.Text? {
    switch content.regime {
    case "coded-research":
      .init(ja: "研究用のコード化データ（対応表は院内に保管）", en: "Coded data for research; the crosswalk stays at the hospital")
    case "jp-pseudonymized":
      .init(ja: "仮名加工情報（個人情報保護法）", en: "Pseudonymously processed information (APPI, Japan)")
    case "jp-anonymized": .init(ja: "匿名加工情報（個人情報保護法）", en: "Anonymously processed information (APPI, Japan)")
    case "jp-ngmia-pseudonymized":
      .init(ja: "仮名加工医療情報（次世代医療基盤法）", en: "Pseudonymously processed medical information (NGMIA, Japan)")
    case "jp-ngmia-anonymized":
      .init(ja: "匿名加工医療情報（次世代医療基盤法）", en: "Anonymously processed medical information (NGMIA, Japan)")
    default: nil
    }
  }
}
