import EndToEndSupport
import Foundation
import Testing

/// A crash inside the process that touches files costs a file at most, never the run.
@Suite(.needs(.python)) struct WorkerDeathTests {
  @Test(arguments: [SIGKILL, SIGSEGV, SIGABRT])
  func `a run whose worker dies ends with the same data set`(signal: Int32) throws {
    let (replicas, hurt) = (try Replicas.shared(), try Workspace())
    let run = try hurt.start(from: replicas.inputs, options: ["--json"])
    var deaths = 0
    // Once while it is starting, once in the middle: a file that was open alone then may be taken for the cause.
    while run.reaches({ run.workerID != nil && (deaths == 0 || !hurt.images.isEmpty) }), deaths < 2 {
      if run.sendToWorker(signal) { deaths += 1 }
    }
    let outcome = try run.wait()
    #expect(deaths > 0)
    #expect(outcome.code == 2)
    #expect(try Summary(outcome) == replicas.summary)
    try expectSame(replicas.whole, hurt)
  }

  @Test(.needs(.compiler), arguments: [SIGSEGV, SIGABRT])
  func `a file that kills its process is withheld, alone`(signal: Int32) throws {
    let library = try PoisonLibrary()
    let (clean, poisoned) = (try Workspace(), try Workspace())
    let names = (0..<40).map { "IM\($0)" }
    try clean.build(names.map { Image($0) })
    try poisoned.build(names.map { Image($0) } + [Image("IM17-poison")])
    try clean.summary()
    let outcome = try library.deid(poisoned, signal: signal)
    #expect(outcome.code == 2)
    #expect(outcome.text.contains("41 files: 40 released, 1 withheld"))
    #expect(outcome.text.contains("the file ended the worker process"))
    #expect(try poisoned.withheld() == [poisoned.input + "/IM17-poison": "crashed-signal-\(signal)"])
    try expectSame(clean, poisoned)
    poisoned.expectNothingHalfWritten()
  }

  @Test(.needs(.compiler)) func `several files that kill their process are withheld, each alone`() throws {
    let library = try PoisonLibrary()
    let workspace = try Workspace()
    try workspace.build((0..<6).flatMap { [Image("IM\($0)"), Image("IM\($0)-poison")] })
    let outcome = try library.deid(workspace, signal: SIGSEGV)
    #expect(outcome.text.contains("12 files: 6 released, 6 withheld"))
    #expect(try workspace.withheld().keys.allSatisfy { $0.hasSuffix("-poison") })
  }

  @Test func `the worker ends with its supervisor`() throws {
    let workspace = try Workspace()
    let run = try workspace.start(from: Replicas.shared().inputs)
    #expect(run.reaches { !workspace.images.isEmpty })
    let worker = try #require(run.workerID)
    run.send(SIGKILL)
    _ = try run.wait()
    let hasEnded = Program.waits { kill(worker, 0) != 0 }
    #expect(hasEnded)
  }
}
