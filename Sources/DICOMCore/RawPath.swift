/// File names as text without loss: a name that is not UTF-8 (a CD written in Shift-JIS) keeps its bytes.
///
/// A byte that UTF-8 cannot hold stands as a character of a private plane, as Python's surrogateescape has it.
public enum RawPath {
  private static let plane: UInt32 = 0x10_F700

  /// The text of a name; plain for UTF-8.
  public static func text(of bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains(where: isEscape) {
      return text
    }
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(byte < 0x80 ? Unicode.Scalar(byte) : Unicode.Scalar(plane + UInt32(byte)) ?? "?")
    }
    return String(text)
  }

  /// The bytes of a path, as the system wants them.
  public static func bytes(of text: String) -> [UInt8] {
    guard text.unicodeScalars.contains(where: isEscape) else { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar in
      isEscape(scalar) ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
    }
  }

  /// Lends the path to a call of the system, zero-terminated.
  public static func withCString<Result, Failure: Error>(
    _ text: String, _ body: (UnsafePointer<CChar>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = bytes(of: text).map { CChar(bitPattern: $0) } + [0]
    var result: Swift.Result<Result, Failure>?
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("not empty") }
      do throws(Failure) { result = .success(try unsafe body(base)) } catch { result = .failure(error) }
    }
    guard let result else { preconditionFailure("body was called") }
    return try result.get()
  }

  private static func isEscape(_ scalar: Unicode.Scalar) -> Bool {
    (plane + 0x80...plane + 0xFF).contains(scalar.value)
  }
}
