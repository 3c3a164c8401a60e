extension ReportPage {
  var about: String {
    let explanation = Markup.both(
      "このデータセットの DICOM ファイルは、DICOM PS3.15 に基づいて非識別化されています。患者 ID、UID、ファイル名はすべて仮名です。"
        + "元のファイルとの対応は、院外に出さない保管庫（VAULT）だけにあり、このページには含まれません。",
      "The DICOM files of this data set were de-identified by DICOM PS3.15. Patient IDs, UIDs and file names are "
        + "pseudonyms. What they stood for is known only to the vault, which never leaves the hospital, and is not "
        + "on this page.")
    guard !content.isPixelCheckOn else { return "<p>\(explanation)</p>" }
    let warning = Markup.both(
      "画素の検査を切って作成されました。画像に氏名などが写り込んでいる可能性があります。試験用であり、院外への提供には適しません。",
      "Made without looking at pixels: images may show names. For tests only, not for sharing.")
    return """
      <p>\(explanation)</p>
      <p class="warning" role="note">\(warning) <code>--pixel-check off</code></p>
      """
  }

  var counts: String {
    let totals = content.totals
    let tiles: [(String, String)] = [
      (Markup.grouped(totals.patients), Markup.both("患者", "patients")),
      (Markup.grouped(totals.studies), Markup.both("検査", "studies")),
      (Markup.grouped(totals.series), Markup.both("シリーズ", "series")),
      (Markup.grouped(totals.instances), Markup.both("ファイル", "files")),
      (Markup.size(totals.bytes), Markup.both("容量", "size")),
    ]
    let items = tiles.map { "<div><dt>\($1)</dt><dd>\($0)</dd></div>" }
    return """
      <dl class="tiles">\(items.joined())</dl>
      \(content.modalities.isEmpty ? "" : modalityTable)
      """
  }

  private var modalityTable: String {
    Markup.table(
      caption: Markup.both("モダリティ別の内訳", "By modality"),
      headings: [
        Markup.both("モダリティ", "Modality"), Markup.both("患者", "Patients"), Markup.both("検査", "Studies"),
        Markup.both("シリーズ", "Series"), Markup.both("ファイル", "Files"), Markup.both("フレーム", "Frames"),
        Markup.both("容量", "Size"),
      ],
      rows: content.modalities.map { row in
        let totals = row.totals
        let counts = [totals.patients, totals.studies, totals.series, totals.instances, row.frames]
        return [Self.name(ofModality: row.modality)] + counts.map(Markup.grouped) + [
          Markup.size(totals.bytes)
        ]
      },
      optional: 5)
  }

  /// A modality as the files name it, or a dash where they do not.
  static func name(ofModality modality: String) -> String {
    modality.isEmpty ? "–" : Markup.escaped(modality)
  }

  var methods: String {
    let lead = Markup.both(
      "各ファイルの (0012,0064) De-identification Method Code Sequence にも、次のコードが記録されています。",
      "Each file carries these codes in (0012,0064) De-identification Method Code Sequence.")
    let items = content.methods.map { method in
      """
      <div><dt><code>\(Markup.escaped(method.codeValue))</code> \
      <span lang="en-US">\(Markup.escaped(method.codeMeaning))</span></dt>\
      <dd>\(Markup.both(method.text))</dd></div>
      """
    }
    return """
      <p>\(lead)</p>
      <dl class="methods">
      \(items.joined(separator: "\n"))
      </dl>
      """
  }

  var withheld: String {
    let rest = Markup.table(
      caption: Markup.both("リリースしなかったファイル", "Files that were not released"),
      headings: [Markup.both("区分", "Kind"), Markup.both("ファイル", "Files")],
      rows: [
        [Markup.both("重複（リリース済みと同じ内容）", "Duplicates of released files"), Markup.grouped(content.duplicates)],
        [Markup.both("対象患者の一覧にないため除外", "Skipped: not in the cohort"), Markup.grouped(content.skipped)],
      ])
    guard !content.withheld.isEmpty else {
      return "<p>\(Markup.both("保留したファイルはありません。", "No file was withheld."))</p>\(rest)"
    }
    let total = Markup.grouped(content.withheld.reduce(0) { $0 + $1.files })
    let lead = Markup.both(
      "安全と確認できなかった \(total) ファイルは、保管庫に残しました。ここに示すのは件数だけです。詳細は院内で次のコマンドにより確認できます。",
      "\(total) files could not be shown to be safe and stay in the vault. Only counts are given here; for details, "
        + "at the hospital, run:")
    return """
      <p>\(lead)</p>
      <p class="command"><code>tokumei quarantine list --vault VAULT</code></p>
      \(reasonTable(content.withheld, caption: Markup.both("保留の理由", "Reasons")))
      \(rest)
      """
  }

  var review: String {
    guard !content.review.isEmpty else {
      return "<p>\(Markup.both("確認が必要なファイルはありません。", "There is nothing to look at."))</p>"
    }
    let lead = Markup.both(
      "次のファイルはリリースしましたが、人による確認が必要です。", "These files were released, but a person should look at them.")
    return """
      <p>\(lead)</p>
      \(reasonTable(content.review, caption: Markup.both("確認の理由", "What to check")))
      """
  }

  private func reasonTable(_ counts: [ReportContent.ReasonCount], caption: String) -> String {
    Markup.table(
      caption: caption, headings: [Markup.both("理由", "Reason"), Markup.both("ファイル", "Files")],
      rows: counts.map { count in
        [
          "\(Markup.both(count.text))<br><code>\(Markup.escaped(count.code))</code>",
          Markup.grouped(count.files),
        ]
      })
  }
}
