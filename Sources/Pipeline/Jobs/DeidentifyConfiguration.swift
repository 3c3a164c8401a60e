internal import Crypto
public import Anonymizer
internal import DICOMCore
internal import Foundation

/// Everything a run needs to know, resolved; the supervisor hands it to its worker as JSON.
public struct DeidentifyConfiguration: Codable, Sendable {
  public var version = 1
  /// Real paths of files and folders.
  public var inputs: [String]
  public var dataSet: String
  public var vault: String
  /// The profile's file as text.
  public var profile: String
  public var site: String
  /// The `--subjects` file as text.
  public var subjects: String?
  public var pixelCheck: PixelCheck
  public var threads: Int
  /// Keep every replaced UID in the vault for a map.
  public var mapsUIDs: Bool
  public var showsProgress: Bool

  public init(
    inputs: [String], dataSet: String, vault: String, profile: String, site: String, subjects: String?,
    pixelCheck: PixelCheck, threads: Int, mapsUIDs: Bool, showsProgress: Bool
  ) {
    self.inputs = inputs
    self.dataSet = dataSet
    self.vault = vault
    self.profile = profile
    self.site = site
    self.subjects = subjects
    self.pixelCheck = pixelCheck
    self.threads = threads
    self.mapsUIDs = mapsUIDs
    self.showsProgress = showsProgress
  }

  /// What one data set has only one of, as a hash.
  var mixing: String { Self.digest(["1", profile, pixelCheck.rawValue]) }

  /// The same with what decides about a single file: another site or list of subjects may release what was not.
  var digest: String { mixing + "-" + Self.digest([site, subjects ?? ""]) }

  private static func digest(_ parts: [String]) -> String {
    var hash = SHA256()
    for part in parts {
      hash.update(data: Data("\(part.utf8.count):\(part)".utf8))
    }
    return hash.finalize().prefix(16).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
