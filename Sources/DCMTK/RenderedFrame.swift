internal import CDCMTK

/// One frame as a person would see it, small: the file's first window, or from the darkest to the brightest
/// pixel.
public struct RenderedFrame: Sendable {
  public let columns: Int
  public let rows: Int
  /// 1 for grey, 3 for RGB.
  public let samplesPerPixel: Int
  /// 8-bit samples, row by row, interleaved: `columns * rows * samplesPerPixel` of them.
  public let pixels: [UInt8]

  /// Renders the 0-based `frame` of the file at `path` so that its longer side has at most `side` pixels.
  public init(path: String, frame: Int, side: Int) throws(RenderError) {
    precondition(frame >= 0 && (1...4096).contains(side), "a frame index and the side of a small picture")
    DCMTKLibrary.prepare()
    var rendering = cdcmtk_rendering()
    var condition = cdcmtk_condition()
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: side * side * 3) { buffer, count in
      guard let base = buffer.baseAddress else { preconditionFailure("not empty") }
      condition = unsafe cdcmtk_render(
        path, UInt32(clamping: frame), UInt32(side), base, buffer.count, &rendering)
      guard condition.module == 0, condition.code == 0, rendering.status == CDCMTK_RENDERED else { return }
      count = Int(rendering.columns) * Int(rendering.rows) * Int(rendering.samples)
    }
    do throws(DCMTKError) { try check(condition) } catch { throw .unreadable(error) }
    switch rendering.status {
    case CDCMTK_RENDERED: break
    case CDCMTK_RENDER_UNSUPPORTED: throw .unsupportedTransferSyntax
    case CDCMTK_RENDER_NO_PIXELS: throw .noPixelData
    case CDCMTK_RENDER_TOO_LARGE: throw .tooLarge
    default: throw .undecodable
    }
    columns = Int(rendering.columns)
    rows = Int(rendering.rows)
    samplesPerPixel = Int(rendering.samples)
    self.pixels = pixels
  }
}

/// Why a frame cannot be shown.
public enum RenderError: Error, Hashable, Sendable {
  case unreadable(DCMTKError)
  /// This build has no decoder for it.
  case unsupportedTransferSyntax
  case noPixelData
  /// More than 100 million pixels in the frame.
  case tooLarge
  /// No such frame, or pixel data that does not fit the attributes that describe it.
  case undecodable
}

extension RenderError: CustomStringConvertible {
  /// The reason as a code for people and programs.
  public var description: String {
    switch self {
    case .unreadable: "unreadable"
    case .unsupportedTransferSyntax: "unsupported-transfer-syntax"
    case .noPixelData: "no-pixel-data"
    case .tooLarge: "too-large"
    case .undecodable: "undecodable"
    }
  }
}
