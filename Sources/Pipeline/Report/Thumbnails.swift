internal import DCMTK
internal import Foundation
internal import Imaging

/// Makes the report's pictures, DATASET/report/thumbnails/1.png and so on, from released files.
package enum Thumbnails {
  /// An instance to show; `path` is relative to the data set's folder: images/PATIENT/….
  package typealias Sample = (modality: String, path: String, frames: Int)

  /// The longer side of a picture, in pixels.
  static let side = 160
  package static let perModality = 12

  private static let folder = "thumbnails"

  /// Replaces page and pictures of an earlier report, which may show instances withdrawn since.
  ///
  /// What cannot be shown becomes a placeholder. A decoder that crashes takes the process along: call this
  /// where that is survived, and fall back to `placeholders`.
  package static func render(samples: [Sample], dataSet: String) -> [Thumbnail] {
    let report = "\(dataSet)/report"
    let files = FileManager.default
    // The page first: it must not be seen with the pictures of another run.
    for name in ["index.html", folder] { try? files.removeItem(atPath: "\(report)/\(name)") }
    try? files.createDirectory(atPath: "\(report)/\(folder)", withIntermediateDirectories: true)
    return limited(samples).enumerated().map { index, sample in
      thumbnail(of: sample) { try picture(of: sample, dataSet: dataSet, name: "\(folder)/\(index + 1).png") }
    }
  }

  /// The same list without pictures, when nothing can be rendered.
  package static func placeholders(for samples: [Sample], reason: String) -> [Thumbnail] {
    limited(samples).map { sample in thumbnail(of: sample) { .none(reason: reason) } }
  }

  private static func limited(_ samples: [Sample]) -> [Sample] {
    var counts: [String: Int] = [:]
    return samples.filter { sample in
      counts[sample.modality, default: 0] += 1
      return counts[sample.modality, default: 0] <= perModality
    }
  }

  private static func thumbnail(of sample: Sample, picture: () throws -> Thumbnail.Picture) -> Thumbnail {
    // The folders' names are pseudonyms: images/PATIENT/STUDY/SERIES/INSTANCE.dcm.
    let folders = sample.path.split(separator: "/")
    let shown: Thumbnail.Picture
    do {
      shown = try picture()
    } catch let error as RenderError {
      shown = .none(reason: error.description)
    } catch {
      shown = .none(reason: "unwritable")
    }
    return Thumbnail(
      modality: sample.modality, patient: folders.count > 1 ? String(folders[1]) : "",
      frames: max(sample.frames, 1), picture: shown)
  }

  /// Renders the middle frame, where a volume shows most.
  private static func picture(
    of sample: Sample, dataSet: String, name: String
  ) throws -> Thumbnail.Picture {
    let frame = try RenderedFrame(
      path: "\(dataSet)/\(sample.path)", frame: max(sample.frames, 1) / 2, side: side)
    let png = try PNG.encode(
      frame.pixels, columns: frame.columns, rows: frame.rows, samplesPerPixel: frame.samplesPerPixel)
    try Data(png).write(to: URL(fileURLWithPath: "\(dataSet)/report/\(name)"))
    return .file(name, columns: frame.columns, rows: frame.rows)
  }
}
