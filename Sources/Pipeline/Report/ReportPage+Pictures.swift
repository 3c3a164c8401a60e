extension ReportPage {
  var pictures: String {
    guard !content.thumbnails.isEmpty else {
      return "<p>\(Markup.both("画像はありません。", "There are no pictures."))</p>"
    }
    let lead = Markup.both(
      "リリースしたファイルから、モダリティごとに最大 \(Thumbnails.perModality) シリーズの 1 枚を示します。複数フレームの場合は中央のフレームです。"
        + "名前は患者の仮名です。",
      "One picture each of up to \(Thumbnails.perModality) series per modality, from the released files; of several "
        + "frames the middle one. Names are patients' pseudonyms.")
    return """
      <p>\(lead)</p>
      <div class="groups">
      \(modalities.map(group).joined(separator: "\n"))
      </div>
      """
  }

  /// In the order in which the thumbnails name them.
  private var modalities: [String] {
    var seen: Set<String> = []
    return content.thumbnails.map(\.modality).filter { seen.insert($0).inserted }
  }

  private func group(_ modality: String) -> String {
    let figures = content.thumbnails.filter { $0.modality == modality }.map(figure)
    return """
      <div><h3>\(Self.name(ofModality: modality))</h3>
      <div class="pictures">
      \(figures.joined(separator: "\n"))
      </div></div>
      """
  }

  private func figure(_ thumbnail: Thumbnail) -> String {
    let frames =
      thumbnail.frames > 1
      ? "<br>"
        + Markup.both(
          "\(Markup.grouped(thumbnail.frames)) フレーム", "\(Markup.grouped(thumbnail.frames)) frames")
      : ""
    return """
      <figure>\(picture(thumbnail))\
      <figcaption><code>\(Markup.escaped(thumbnail.patient))</code>\(frames)</figcaption></figure>
      """
  }

  private func picture(_ thumbnail: Thumbnail) -> String {
    switch thumbnail.picture {
    case .file(let file, let columns, let rows):
      let alternative = Markup.plain(
        "患者 \(thumbnail.patient) の \(thumbnail.modality) 画像",
        "\(thumbnail.modality) image of patient \(thumbnail.patient)")
      return """
        <div class="picture"><img src="\(Markup.escaped(file))" width="\(columns)" height="\(rows)" \
        alt="\(alternative)"></div>
        """
    case .none(let reason):
      return """
        <div class="picture missing">\(Markup.both("表示できません", "Cannot be shown"))\
        <code>\(Markup.escaped(reason))</code></div>
        """
    }
  }
}
