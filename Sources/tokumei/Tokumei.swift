import ArgumentParser
import Foundation
import Pipeline

/// The command line: one file per subcommand.
@main
struct Tokumei: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokumei",
    abstract: "De-identifies DICOM so that it may leave the hospital. 匿名",
    discussion: """
      Two sides: the VAULT is identified and never leaves the hospital; the DATA SET is de-identified and may.

        tokumei init vault dataset --project lung --regime coded-research
        tokumei deid /media/cd --output dataset --vault vault

      Exit codes: 0 all done; 2 done, but something is withheld or to be reviewed; 64 wrong usage; 70 internal error;
      130 interrupted.
      """,
    version: ToolVersion.text,
    subcommands: [
      Init.self, Deidentify.self, Explain.self, QuarantineCommand.self, CatalogCommand.self,
      ProfileCommand.self,
      WorkerCommand.self,
    ])
}

/// Ends the process with the one line that people see, and the exit code for it.
func reporting(_ body: () throws -> Void) throws {
  do { try body() } catch let error as ExitCode {
    throw error
  } catch let error as ValidationError {
    throw error
  } catch JobError.workerReported(let code) {
    throw ExitCode(code)
  } catch {
    FileHandle.standardError.write(Data("tokumei: \(JobFailure.text(error))\n".utf8))
    throw ExitCode(JobFailure.exitCode(error))
  }
}
