import ArgumentParser
import Foundation
import Pipeline

enum PixelCheckFlag: String, ExpressibleByArgument, CaseIterable {
  case on
  case off
}

struct Deidentify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deid",
    abstract: "De-identify files and folders into a data set.",
    discussion: """
      Example: tokumei deid /media/cd --output dataset --vault vault --profile research

      Run it again to go on after an interruption or to add new files: only what is missing is done.
      """)

  @Argument(help: "Files and folders to read.")
  var inputs: [String]

  @Option(help: "The data set, made by 'tokumei init'.")
  var output: String

  @Option(help: "The vault, made by 'tokumei init'.")
  var vault: String

  @Option(help: "Name of a shipped profile, or a file.")
  var profile = "research"

  @Option(help: "Threads that process files (default: active cores).")
  var threads: Int?

  @Option(help: "Name of the hospital: the same patient ID at two sites is two patients.")
  var site = ""

  @Option(
    help: "CSV with patient_id,subject and optionally accession: subject numbers assigned by the hospital.")
  var subjects: String?

  @Option(help: "'off' releases images whose pixels nobody checked; for tests.")
  var pixelCheck = PixelCheckFlag.on

  @Option(help: "Write every replaced UID here (id_old,id_new); identified.")
  var uidMap: String?

  @Option(help: "Write the patients' IDs and pseudonyms here (id_old,id_new); identified.")
  var patientMap: String?

  @Flag(help: "Plan everything, write nothing.")
  var dryRun = false

  @Flag(help: "Print the result as JSON.")
  var json = false

  func validate() throws {
    if let threads, !(1...256).contains(threads) { throw ValidationError("--threads must be from 1 to 256") }
  }

  func run() throws {
    try reporting {
      let configuration = try DeidentifyConfiguration.resolved(
        inputs: inputs, dataSet: output, vault: vault, profile: profile, site: site, subjects: subjects,
        checksPixels: pixelCheck == .on, threads: threads, mapsUIDs: uidMap != nil, showsProgress: !json)
      let job = try DeidentifyJob(configuration, maps: MapFiles(uids: uidMap, patients: patientMap))
      let summary = try dryRun ? job.plan() : job.run()
      if json {
        print(try summary.json())
      } else {
        print(summary.text(dryRun: dryRun, dataSet: configuration.dataSet, vault: configuration.vault))
      }
      if summary.needsAttention { throw ExitCode(2) }
    }
  }
}
