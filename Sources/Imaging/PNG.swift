internal import CPNG

/// Writes PNG through libpng's simplified API: the other one leaves C functions by `longjmp`, which Swift
/// forbids.
public enum PNG {
  /// Encodes 8-bit samples, row by row and interleaved, grey (1 per pixel) or RGB (3); the same samples give
  /// the same bytes.
  public static func encode(
    _ pixels: [UInt8], columns: Int, rows: Int, samplesPerPixel: Int
  ) throws(ImagingError) -> [UInt8] {
    // libpng's own limit on each side.
    let sides = 1...1_000_000
    guard sides.contains(columns), sides.contains(rows), samplesPerPixel == 1 || samplesPerPixel == 3,
      pixels.count == columns * rows * samplesPerPixel
    else { throw .shape }
    var image = unsafe png_image()
    unsafe image.version = png_uint_32(PNG_IMAGE_VERSION)
    unsafe image.width = png_uint_32(columns)
    unsafe image.height = png_uint_32(rows)
    unsafe image.format = samplesPerPixel == 3 ? png_uint_32(PNG_FORMAT_RGB) : png_uint_32(PNG_FORMAT_GRAY)
    let capacity = unsafe cpng_size_max(&image)
    let file = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      var size = png_alloc_size_t(buffer.count)
      let stride = png_int_32(columns * samplesPerPixel)
      let written = unsafe png_image_write_to_memory(
        &image, buffer.baseAddress, &size, 0, pixels, stride, nil)
      count = written == 0 ? 0 : Int(size)
    }
    guard !file.isEmpty else { throw .encoding }
    return file
  }
}
