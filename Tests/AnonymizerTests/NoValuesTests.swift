import Anonymizer
import DICOMCore
import TestSupport
import Testing

/// What the engine prints for people never holds a value of the file.
@Suite struct NoValuesTests {
  private static let sentinel = "SENTINEL"

  /// Every attribute of PS3.6 that holds text, in the root and in an item.
  private static let full: DataSet = {
    func fill(_ dataSet: inout DataSetBuilder) {
      for tag in textTags { dataSet.set(tag, sentinel) }
    }
    return DataSet.ct { image in
      fill(&image)
      for tag in [Tag.sopClassUID, .sopInstanceUID, .modality] { image[tag] = DataSetBuilder.ct[tag] }
      image.sequence(.referencedInstanceSequence) { fill(&$0) }
    }
  }()

  private static let textTags: [Tag] = {
    var tags: [Tag] = []
    DataDictionary.forEachEntry { entry, _ in
      if entry.vr.isText, entry.tag.group > 2, entry.mask == .max { tags.append(entry.tag) }
    }
    return tags
  }()

  @Test(arguments: [[], EngineTests.research, .retainUIDs] as [ProfileOptions])
  func `rules, reasons and paths print no value`(options: ProfileOptions) {
    let plan = engine(options: options).plan(Self.full, detail: .kept)
    var printed: [String] = []
    for edit in plan.edits {
      let path = AttributePath(tag: Self.full.elements[edit.index].tag)
      printed.append("\(path) \(edit.action) \(edit.rule) \(edit.rule.text) \(edit.rule.source)")
    }
    printed += plan.review.map { "\($0)" } + [plan.withheld.map { "\($0) \($0.text)" } ?? ""]
    #expect(printed.count > 1_000)
    #expect(!printed.contains { $0.contains(Self.sentinel) })
  }

  @Test func `nothing of the values is in what the Basic Profile inserts or sets`() {
    let plan = engine().plan(Self.full)
    #expect(!String(decoding: plan.inserted, as: UTF8.self).contains(Self.sentinel))
    for case .value(let value) in plan.edits.map(\.replacement) {
      #expect(!String(decoding: value, as: UTF8.self).contains(Self.sentinel))
    }
    #expect(!"\(plan.identity)".contains(Self.sentinel))
  }

  /// What is left is text of attributes that no table lists.
  @Test func `a name, date, time, number or UID never survives the Basic Profile`() {
    let after = engine().deidentified(Self.full)
    let (root, item) = (after, after.items(.referencedInstanceSequence).first ?? DataSetBuilder())
    let identifying: Set<VR> = [.PN, .AE, .DA, .DT, .TM, .DS, .IS, .AS]
    for tag in Self.textTags where DataDictionary.entry(for: tag).map({ identifying.contains($0.vr) }) == true
    {
      #expect(root[tag]?.contains(Self.sentinel) != true, "\(tag)")
      #expect(item[tag]?.contains(Self.sentinel) != true, "\(tag)")
    }
  }
}
