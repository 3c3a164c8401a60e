/// The few things every piece of the page needs: escaping, two languages, numbers for people.
enum Markup {
  typealias Text = ReportContent.Text

  /// `text` as content or attribute value of HTML; control and direction characters show as U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // Direction overrides can make a text read as another one.
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Both languages; the style sheet shows the one that is chosen.
  static func both(_ text: Text) -> String {
    #"<span lang="ja">\#(escaped(text.ja))</span><span lang="en">\#(escaped(text.en))</span>"#
  }

  static func both(_ ja: String, _ en: String) -> String { both(Text(ja: ja, en: en)) }

  /// Both languages where an element cannot be, as in an attribute.
  static func plain(_ ja: String, _ en: String) -> String { "\(escaped(ja)) / \(escaped(en))" }

  /// 1234567 as 1,234,567.
  static func grouped(_ number: Int) -> String {
    var result = ""
    for (place, digit) in String(number.magnitude).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { result = "," + result }
      result = String(digit) + result
    }
    return number < 0 ? "−" + result : result
  }

  /// Bytes in the decimal unit that leaves one to three digits: 1.5 GB.
  static func size(_ bytes: Int) -> String {
    var tenths = bytes * 10
    var unit = 0
    let units = ["B", "kB", "MB", "GB", "TB", "PB"]
    while tenths >= 9_995, unit < units.count - 1 {
      tenths = (tenths + 500) / 1000
      unit += 1
    }
    if unit == 0 || tenths >= 100 { return "\(grouped((tenths + 5) / 10)) \(units[unit])" }
    return "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }

  /// A table of markup: what a row is about, then its numbers.
  ///
  /// The column `optional` gives way on small screens.
  static func table(caption: String, headings: [String], rows: [[String]], optional: Int? = nil) -> String {
    func kind(_ column: Int) -> String { column == optional ? "number optional" : "number" }
    let head = headings.enumerated().map { column, heading in
      #"<th scope="col"\#(column == 0 ? "" : #" class="\#(kind(column))""#)>\#(heading)</th>"#
    }.joined()
    let body = rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == 0 ? #"<th scope="row">\#(cell)</th>"# : #"<td class="\#(kind(column))">\#(cell)</td>"#
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return """
      <div class="wide"><table><caption class="unseen">\(caption)</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body.joined(separator: "\n"))
      </tbody></table></div>
      """
  }
}
