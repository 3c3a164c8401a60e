internal import DCMTK
internal import Foundation
internal import Imaging

/// Makes the report's pictures from released files: DATASET/report/thumbnails/1.png, 2.png, …
package enum Thumbnails {
  /// An instance to show; `path` is relative to the data set's folder: images/PATIENT/….
  package typealias Sample = (modality: String, path: String, frames: Int)

  /// The longer side of a picture, in pixels.
  static let side = 160
  package static let perModality = 12

  private static let folder = "thumbnails"

  /// Replaces all pictures of an earlier report, since instances may have been withdrawn.
  ///
  /// What cannot be shown becomes a placeholder. A decoder that crashes takes the process along: call this where that
  /// is survived, and fall back to `placeholders`.
  package static func render(samples: [Sample], dataSet: String) -> [Thumbnail] {
    let report = "\(dataSet)/report"
    // Under another name until complete, so that no page shows the pictures of two runs.
    let fresh = "\(report)/.\(folder)"
    let files = FileManager.default
    try? files.removeItem(atPath: fresh)
    try? files.createDirectory(atPath: fresh, withIntermediateDirectories: true)
    let thumbnails = limited(samples).enumerated().map { index, sample in
      thumbnail(of: sample) { try picture(of: sample, dataSet: dataSet, name: "\(index + 1).png", in: fresh) }
    }
    try? files.removeItem(atPath: "\(report)/\(folder)")
    try? files.moveItem(atPath: fresh, toPath: "\(report)/\(folder)")
    return thumbnails
  }

  /// The same list without pictures.
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
      frames: max(sample.frames, 1),
      picture: shown)
  }

  /// Renders the middle frame, where a volume shows most.
  private static func picture(
    of sample: Sample, dataSet: String, name: String, in fresh: String
  ) throws -> Thumbnail.Picture {
    let frame = try RenderedFrame(
      path: "\(dataSet)/\(sample.path)", frame: max(sample.frames, 1) / 2, side: side)
    let png = try PNG.encode(
      frame.pixels, columns: frame.columns, rows: frame.rows, samplesPerPixel: frame.samplesPerPixel)
    try Data(png).write(to: URL(fileURLWithPath: "\(fresh)/\(name)"))
    return .file("\(folder)/\(name)", columns: frame.columns, rows: frame.rows)
  }
}
