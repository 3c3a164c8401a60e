/// What can go wrong with pixels and pictures.
public enum ImagingError: Error, Hashable, Sendable {
  /// The samples do not fill the columns and rows, or there are not 1 or 3 per pixel.
  case shape
  /// The image library gave up, which means no memory.
  case encoding
}
