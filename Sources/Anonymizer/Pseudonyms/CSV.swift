/// Comma-separated values, RFC 4180, with LF or CR alone also ending a row.
struct CSV {
  struct Row: Equatable {
    /// Where the row starts, from 1; a quoted cell may span lines.
    let line: Int
    let cells: [String]
  }

  /// A quotation mark inside an unquoted cell, after a closing one, or never closed.
  struct MalformedQuotes: Error {
    let line: Int
  }

  private var bytes: ArraySlice<UInt8>
  private var line = 1

  /// All rows but blank ones, which spreadsheets leave as `,,`; a byte order mark at the start is skipped.
  static func rows(of text: String) throws(MalformedQuotes) -> [Row] {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = Array(text.utf8)
    var parser = CSV(bytes: bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...])
    var rows: [Row] = []
    while !parser.bytes.isEmpty {
      let row = try parser.row()
      if !row.cells.allSatisfy(\.isEmpty) { rows.append(row) }
    }
    return rows
  }

  private mutating func row() throws(MalformedQuotes) -> Row {
    let start = line
    var cells: [String] = []
    repeat { cells.append(try cell()) } while skip(Self.comma)
    let hadReturn = skip(Self.carriageReturn)
    if skip(Self.lineFeed) || hadReturn { line += 1 }
    return Row(line: start, cells: cells)
  }

  private mutating func cell() throws(MalformedQuotes) -> String {
    let start = line
    guard skip(Self.quote) else {
      let end = bytes.firstIndex(where: Self.endsCell) ?? bytes.endIndex
      let cell = bytes[..<end]
      bytes = bytes[end...]
      if cell.contains(Self.quote) { throw MalformedQuotes(line: start) }
      return String(decoding: cell, as: UTF8.self)
    }
    var cell: [UInt8] = []
    repeat {
      guard let end = bytes.firstIndex(of: Self.quote) else { throw MalformedQuotes(line: start) }
      line += bytes[..<end].count { $0 == Self.lineFeed }
      cell += bytes[..<end]
      bytes = bytes[(end + 1)...]
      if bytes.first == Self.quote { cell.append(Self.quote) }
    } while skip(Self.quote)
    if let next = bytes.first, !Self.endsCell(next) { throw MalformedQuotes(line: start) }
    return String(decoding: cell, as: UTF8.self)
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard bytes.first == byte else { return false }
    bytes = bytes.dropFirst()
    return true
  }

  private static let quote: UInt8 = 0x22
  private static let comma: UInt8 = 0x2C
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  private static func endsCell(_ byte: UInt8) -> Bool {
    byte == comma || byte == lineFeed || byte == carriageReturn
  }
}
