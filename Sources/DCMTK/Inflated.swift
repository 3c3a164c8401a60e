internal import CZlib

/// Inflates a deflated data set (PS3.5 §A.5) for the look at its structure.
enum Inflated {
  static func withBytes<Result>(
    of deflated: UnsafeRawBufferPointer, limit: Int,
    _ body: (UnsafeRawBufferPointer) throws(StructureError) -> Result
  ) throws(StructureError) -> Result {
    let bytes = try unsafe inflate(deflated, limit: limit)
    var result: Swift.Result<Result, StructureError> = .failure(.malformed)
    unsafe bytes.withUnsafeBytes { inflated in
      do throws(StructureError) { result = .success(try unsafe body(inflated)) } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  private static func inflate(_ deflated: UnsafeRawBufferPointer, limit: Int) throws(StructureError)
    -> [UInt8]
  {
    guard deflated.count <= Int(UInt32.max) else { throw .tooLarge }
    var stream = unsafe z_stream()
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    // Negative window bits: no zlib wrapper around the stream.
    guard unsafe inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else { throw .malformed }
    defer { unsafe inflateEnd(&stream) }
    unsafe stream.next_in = UnsafeMutablePointer(
      mutating: deflated.baseAddress?.assumingMemoryBound(to: UInt8.self))
    unsafe stream.avail_in = UInt32(deflated.count)
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let (status, produced) = unsafe chunk.withUnsafeMutableBufferPointer { buffer in
        unsafe stream.next_out = buffer.baseAddress
        unsafe stream.avail_out = UInt32(buffer.count)
        let status = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
        return (status, unsafe buffer.count - Int(stream.avail_out))
      }
      output += chunk[..<produced]
      guard output.count <= limit else { throw .tooLarge }
      if status == Z_STREAM_END { return output }
      guard status != Z_DATA_ERROR else { throw .malformed }
      let left = unsafe stream.avail_in
      guard status == Z_OK, produced > 0 || left > 0 else { throw .truncated }
    }
  }
}
