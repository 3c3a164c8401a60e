import Anonymizer
import TableGeneration
import Testing

@Suite struct ProfileOptionTests {
  @Test func `the codes are the 13 of CID 7050`() throws {
    let records = try TSV(root: repositoryRoot(), "standard/cid7050.tsv").records
    #expect(records.count == 13)
    #expect(records.map { $0["code_value"] } == DeidentificationMethod.all.map(\.codeValue))
    #expect(records.map { $0["code_meaning"] } == DeidentificationMethod.all.map(\.codeMeaning))
    #expect(records.allSatisfy { $0["coding_scheme"] == DeidentificationMethod.codingScheme })
    #expect(records.dropFirst().map { $0["ps3.15_section"] } == ProfileOption.allCases.map(\.section))
  }

  @Test(arguments: ProfileOption.allCases)
  func `an option is found by its name, which is its meaning in kebab case`(option: ProfileOption) {
    #expect(ProfileOption(name: option.name) == option)
    let meaning = option.codeMeaning.lowercased().split(separator: " ").dropLast().joined(separator: "-")
    #expect(option.name == meaning)
    #expect(ProfileOptions(option).options == [option])
  }

  @Test func `dates have short names`() {
    #expect(ProfileOption(name: "modified-dates") == .retainLongitudinalTemporalInformationModifiedDates)
    #expect(ProfileOption(name: "full-dates") == .retainLongitudinalTemporalInformationFullDates)
    #expect(ProfileOption(name: "dates") == nil)
  }
}
