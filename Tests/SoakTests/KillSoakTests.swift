import EndToEndSupport
import Testing

@Suite(.needs(.python)) struct KillSoakTests {
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `a run killed at a hundred random moments in all, and resumed, makes the same data set`(seed: UInt64)
    throws
  {
    var drill = KillDrill(kills: 20, seed: seed)
    print("seed \(seed): 20 kills over \(try drill.run(Replicas(copies: 8))) data sets, all the same")
  }
}
