internal import Glibc
internal import Synchronization

/// Encodings whose tables glibc keeps for us; the raw value is glibc's name.
enum IconvEncoding: String {
  case cp932 = "CP932"
  case cp949 = "CP949"
  case eucCN = "EUC-CN"
  case eucJP = "EUC-JP"
  case eucJPMicrosoft = "EUC-JP-MS"
  case eucKR = "EUC-KR"
  case gb18030 = "GB18030"
  case gbk = "GBK"
  case iso8859_1 = "ISO-8859-1"
  case iso8859_2 = "ISO-8859-2"
  case iso8859_3 = "ISO-8859-3"
  case iso8859_4 = "ISO-8859-4"
  case iso8859_5 = "ISO-8859-5"
  case iso8859_6 = "ISO-8859-6"
  case iso8859_7 = "ISO-8859-7"
  case iso8859_8 = "ISO-8859-8"
  case iso8859_9 = "ISO-8859-9"
  case iso8859_15 = "ISO-8859-15"
  case tis620 = "TIS-620"

  /// The text of `bytes`, or nil when one of them has no place in this encoding.
  ///
  /// Opening a converter costs more than using it, so open ones are lent from a pool. A converter has state:
  /// a thread takes it out of the pool, so no two threads ever hold the same one.
  func text(of bytes: some Sequence<UInt8>) -> String? {
    let lent = idle.withLock { $0[self]?.popLast() }
    guard let converter = lent ?? IconvConverter(from: rawValue) else { return nil }
    defer { idle.withLock { $0[self, default: []].append(converter) } }
    return converter.utf8(of: Array(bytes)).flatMap { String(validating: $0, as: UTF8.self) }
  }
}

/// Converters nobody uses now: at most as many per encoding as threads ever decoded at once.
private let idle = Mutex<[IconvEncoding: [IconvConverter]]>([:])

/// One open conversion to UTF-8.
///
/// `@unchecked Sendable`: it travels between threads only through the locked pool above, one owner at a time.
@safe
private final class IconvConverter: @unchecked Sendable {
  private let handle: iconv_t

  init?(from encoding: String) {
    // iconv_open's error value is (iconv_t)-1: the machine has no such table (glibc without its gconv
    // modules).
    guard let handle = unsafe iconv_open("UTF-8", encoding), Int(bitPattern: handle) != -1 else {
      return nil
    }
    unsafe self.handle = handle
  }

  deinit { unsafe iconv_close(handle) }

  /// No encoding here needs more than 4 bytes of UTF-8 for one byte of input.
  private static let growth = 4

  func utf8(of bytes: [UInt8]) -> [UInt8]? {
    unsafe iconv(handle, nil, nil, nil, nil)
    var input = bytes
    var isComplete = false
    let output = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count * Self.growth) { buffer, count in
      unsafe input.withUnsafeMutableBytes { source in
        var from = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var fromLeft = source.count
        var to = unsafe UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var toLeft = buffer.count
        // Any count of irreversible conversions but 0 is a guess of iconv's; strict means none.
        isComplete = unsafe iconv(handle, &from, &fromLeft, &to, &toLeft) == 0 && fromLeft == 0
        count = buffer.count - toLeft
      }
    }
    return isComplete ? output : nil
  }
}
