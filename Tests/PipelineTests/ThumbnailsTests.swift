import Foundation
import Pipeline
import TableGeneration
import Testing

@Suite struct ThumbnailsTests {
  /// A data set of links to the sample data, under names like those of released files.
  private func withDataSet(_ files: [String], _ body: (String, [Thumbnails.Sample]) throws -> Void) throws {
    let dataSet = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: dataSet) }
    var samples: [Thumbnails.Sample] = []
    for (index, file) in files.enumerated() {
      let folder = "images/PATIENT\(index)/1/2"
      try FileManager.default.createDirectory(
        atPath: "\(dataSet)/\(folder)", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: "\(dataSet)/\(folder)/3.dcm", withDestinationPath: "\(repositoryRoot())/\(file)")
      samples.append((modality: "M", path: "\(folder)/3.dcm", frames: 1))
    }
    try body(dataSet, samples)
  }

  private let ct = "sample-data/CD_TOKYO/00012345_YAMADA/CT/IM0001"
  private let fundus = "sample-data/CD_OSAKA/K-3003_MIHON/OP/IM0001"
  private let segmentation = "sample-data/CD_TOKYO/00012345_YAMADA/SEG/IM0001"
  private let report = "sample-data/CD_TOKYO/00012345_YAMADA/SR/IM0001"

  @Test func `grey, colour and bit-mapped images become small pictures`() throws {
    try withDataSet([ct, fundus, segmentation]) { dataSet, samples in
      let thumbnails = Thumbnails.render(samples: samples, dataSet: dataSet)
      #expect(thumbnails.map(\.patient) == ["PATIENT0", "PATIENT1", "PATIENT2"])
      for (number, thumbnail) in thumbnails.enumerated() {
        guard case .file(let file, let columns, let rows) = thumbnail.picture else {
          Issue.record("no picture of \(thumbnail.patient)")
          continue
        }
        #expect(file == "thumbnails/\(number + 1).png")
        #expect(max(columns, rows) <= 160)
        let png = try Data(contentsOf: URL(fileURLWithPath: "\(dataSet)/report/\(file)"))
        #expect(png[25] == (number == 1 ? 2 : 0))
      }
    }
  }

  @Test func `what cannot be rendered becomes a placeholder with its reason`() throws {
    try withDataSet([report, "README.md", ct]) { dataSet, samples in
      var samples = samples
      // More frames than the file has, and a file that is gone.
      samples[2].frames = 9
      samples.append((modality: "M", path: "images/NOBODY/1/2/3.dcm", frames: 1))
      let pictures = Thumbnails.render(samples: samples, dataSet: dataSet).map(\.picture)
      let reasons = ["no-pixel-data", "unreadable", "undecodable", "unreadable"]
      #expect(pictures == reasons.map { .none(reason: $0) })
    }
  }

  @Test func `a modality has at most twelve`() throws {
    try withDataSet([ct]) { dataSet, samples in
      let many = Array(repeating: samples[0], count: 14) + [(modality: "N", path: samples[0].path, frames: 1)]
      #expect(
        Thumbnails.render(samples: many, dataSet: dataSet).map(\.modality) == Array(repeating: "M", count: 12)
          + ["N"])
    }
  }

  @Test func `placeholders keep the order and say why`() throws {
    let samples: [Thumbnails.Sample] = [("CT", "images/A/1/2/3.dcm", 1), ("MR", "images/B/1/2/3.dcm", 0)]
    let thumbnails = Thumbnails.placeholders(for: samples, reason: "crashed")
    #expect(thumbnails.map(\.patient) == ["A", "B"])
    #expect(thumbnails.map(\.frames) == [1, 1])
    #expect(thumbnails.allSatisfy { $0.picture == .none(reason: "crashed") })
  }

  @Test func `pictures and page of an earlier report go away`() throws {
    try withDataSet([ct, fundus]) { dataSet, samples in
      _ = Thumbnails.render(samples: samples, dataSet: dataSet)
      try ReportPage(ReportPageTests.content()).write(toDataSet: dataSet)
      _ = Thumbnails.render(samples: Array(samples[1...]), dataSet: dataSet)
      let files = FileManager.default
      #expect(try files.contentsOfDirectory(atPath: "\(dataSet)/report") == ["thumbnails"])
      #expect(try files.contentsOfDirectory(atPath: "\(dataSet)/report/thumbnails") == ["1.png"])
    }
  }
}
