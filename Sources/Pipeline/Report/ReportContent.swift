/// Everything the report says, as plain values: counts, codes and pseudonyms, nothing of the identified side.
package struct ReportContent: Codable, Sendable {
  /// The same words in both languages of the report.
  package struct Text: Codable, Hashable, Sendable {
    package let ja: String
    package let en: String

    package init(ja: String, en: String) {
      self.ja = ja
      self.en = en
    }
  }

  package struct Totals: Codable, Sendable {
    package let patients: Int
    package let studies: Int
    package let series: Int
    package let instances: Int
    package let bytes: Int

    package init(patients: Int, studies: Int, series: Int, instances: Int, bytes: Int) {
      self.patients = patients
      self.studies = studies
      self.series = series
      self.instances = instances
      self.bytes = bytes
    }
  }

  package struct ModalityRow: Codable, Sendable {
    package let modality: String
    package let totals: Totals
    package let frames: Int

    package init(modality: String, totals: Totals, frames: Int) {
      self.modality = modality
      self.totals = totals
      self.frames = frames
    }
  }

  /// Files for which one reason holds.
  package struct ReasonCount: Codable, Sendable {
    package let code: String
    package let text: Text
    package let files: Int

    package init(code: String, text: Text, files: Int) {
      self.code = code
      self.text = text
      self.files = files
    }
  }

  /// A code of (0012,0064) and what it means for the data.
  package struct Method: Codable, Sendable {
    package let codeValue: String
    package let codeMeaning: String
    package let text: Text

    package init(codeValue: String, codeMeaning: String, text: Text) {
      self.codeValue = codeValue
      self.codeMeaning = codeMeaning
      self.text = text
    }
  }

  package var project: String
  package var regime: String
  package var profile: String
  package var profileSummary: Text
  package var toolVersion: String
  /// The day the report was made, as `2026-07-30`.
  package var date: String
  /// Methods that were applied in full, as the files themselves say.
  package var methods: [Method]
  package var totals: Totals
  package var modalities: [ModalityRow]
  package var withheld: [ReasonCount]
  package var review: [ReasonCount]
  package var duplicates: Int
  /// Files of patients who are not in the cohort.
  package var skipped: Int
  /// Whether images that often show names were held back until their pixels are checked.
  package var isPixelCheckOn: Bool
  package var thumbnails: [Thumbnail]

  package init(
    project: String, regime: String, profile: String, profileSummary: Text, toolVersion: String, date: String,
    methods: [Method], totals: Totals, modalities: [ModalityRow], withheld: [ReasonCount],
    review: [ReasonCount],
    duplicates: Int, skipped: Int, isPixelCheckOn: Bool, thumbnails: [Thumbnail]
  ) {
    self.project = project
    self.regime = regime
    self.profile = profile
    self.profileSummary = profileSummary
    self.toolVersion = toolVersion
    self.date = date
    self.methods = methods
    self.totals = totals
    self.modalities = modalities
    self.withheld = withheld
    self.review = review
    self.duplicates = duplicates
    self.skipped = skipped
    self.isPixelCheckOn = isPixelCheckOn
    self.thumbnails = thumbnails
  }
}
