/// A small picture of one released instance, or the reason why there is none.
package struct Thumbnail: Codable, Sendable {
  package enum Picture: Codable, Hashable, Sendable {
    /// A file below the report's folder, with its size in pixels.
    case file(String, columns: Int, rows: Int)
    /// The code of the reason why nothing is shown.
    case none(reason: String)
  }

  package let modality: String
  /// The patient's pseudonym.
  package let patient: String
  package let frames: Int
  package let picture: Picture

  package init(modality: String, patient: String, frames: Int, picture: Picture) {
    self.modality = modality
    self.patient = patient
    self.frames = frames
    self.picture = picture
  }
}
