internal import Anonymizer
internal import DICOMCore
internal import Foundation

extension DeidentifyConfiguration {
  /// Turns flags as typed into what a run needs; reads the profile and the subject list.
  public static func resolved(
    inputs: [String], dataSet: String, vault: String, profile: String, site: String, subjects: String?,
    checksPixels: Bool, threads: Int?, mapsUIDs: Bool, showsProgress: Bool
  ) throws -> DeidentifyConfiguration {
    DeidentifyConfiguration(
      inputs: try inputs.map { input in
        guard let path = FolderSource.realPath(input) else { throw JobError.notFound(path: input) }
        return path
      },
      dataSet: Paths.absolute(dataSet), vault: Paths.absolute(vault), profile: try ProfileStore.text(profile),
      site: site, subjects: try subjects.map(subjectText), pixelCheck: checksPixels ? .on : .off,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, mapsUIDs: mapsUIDs,
      showsProgress: showsProgress)
  }

  /// Reads the CSV; a Japanese Excel writes it in cp932.
  private static func subjectText(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else { throw JobError.unreadable(path: path) }
    let text = String(data: data, encoding: .utf8) ?? String(data: data, encoding: .shiftJIS)
    guard let text else { throw JobError.unreadable(path: path) }
    do { _ = try SubjectTable(csv: text) } catch {
      throw JobError.subjects(path: path, problem: error.description)
    }
    return text
  }
}
