internal import Anonymizer
internal import Catalog
internal import Foundation
internal import Vault

/// What a finished run leaves for people on the de-identified side: manifest and report.
struct RunRecord {
  let configuration: DeidentifyConfiguration
  let profile: ConfidentialityProfile
  let vault: Vault
  let dataSet: DataSetFolder

  func write(journal: Journal) throws {
    let catalog = try Catalog(path: dataSet.catalogPath)
    var manifest = try dataSet.manifest()
    manifest.profile = profile.name
    manifest.methods = methods.map(\.codeValue)
    manifest.pixelCheck = configuration.pixelCheck.rawValue
    manifest.totals = try catalog.totals()
    try dataSet.write(manifest)
    try ReportPage(content(catalog, journal)).write(toDataSet: dataSet.path)
    try catalog.checkpoint()
  }

  /// Hands the pictures from the worker that made them to the supervisor.
  static func write(_ thumbnails: [Thumbnail], to vault: Vault) throws {
    try JSONEncoder().encode(thumbnails).write(to: URL(fileURLWithPath: thumbnailsPath(vault)))
  }

  private static func thumbnailsPath(_ vault: Vault) -> String { vault.stagingPath + "/thumbnails.json" }

  private func content(_ catalog: Catalog, _ journal: Journal) throws -> ReportContent {
    let summary = try RunSummary(journal: journal, run: nil)
    let totals = try catalog.totals()
    return ReportContent(
      project: vault.project.name, regime: vault.project.regime, profile: profile.name,
      profileSummary: .init(ja: profile.summary["ja"] ?? "", en: profile.summary["en"] ?? ""),
      toolVersion: "tokumei \(ToolVersion.text)", date: Self.today, methods: methods,
      totals: .init(
        patients: totals.patients, studies: totals.studies, series: totals.series,
        instances: totals.instances,
        bytes: totals.bytes),
      modalities: try catalog.totalsByModality().map { row in
        .init(
          modality: row.modality,
          totals: .init(
            patients: row.patients, studies: row.studies, series: row.series, instances: row.instances,
            bytes: row.bytes),
          frames: row.frames)
      },
      withheld: withheld(summary), review: review(summary), duplicates: summary.duplicates,
      skipped: summary.notInCohort, isPixelCheckOn: configuration.pixelCheck == .on,
      thumbnails: thumbnails(catalog))
  }

  private var methods: [ReportContent.Method] {
    [.basicProfile] + profile.appliedOptions.options.map { ReportContent.Method($0) }
  }

  private func withheld(_ summary: RunSummary) -> [ReportContent.ReasonCount] {
    summary.quarantined.sorted { $0.key < $1.key }.map { code, files in
      // The code of a crash ends with its signal.
      let reason = WithholdReason(rawValue: code) ?? .crashed
      return ReportContent.ReasonCount(reason, files: files)
    }
  }

  private func review(_ summary: RunSummary) -> [ReportContent.ReasonCount] {
    summary.review.sorted { $0.key < $1.key }.compactMap { code, files in
      ReviewReason(rawValue: code).map { ReportContent.ReasonCount($0, files: files) }
    }
  }

  private func thumbnails(_ catalog: Catalog) -> [Thumbnail] {
    let path = Self.thumbnailsPath(vault)
    defer { try? FileManager.default.removeItem(atPath: path) }
    if let data = FileManager.default.contents(atPath: path),
      let thumbnails = try? JSONDecoder().decode([Thumbnail].self, from: data)
    {
      return thumbnails
    }
    let samples = (try? catalog.samples(perModality: Thumbnails.perModality)) ?? []
    return Thumbnails.placeholders(for: samples, reason: WithholdReason.crashed.rawValue)
  }

  private static var today: String {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withFullDate]
    return formatter.string(from: Date())
  }
}
