import EndToEndSupport
import Testing

@Suite(.needs(.python)) struct KillTests {
  @Test(arguments: [20_260_001])
  func `a run killed at twenty random moments and resumed makes the same data set`(seed: UInt64) throws {
    var drill = KillDrill(kills: 20, seed: seed)
    #expect(try drill.run(Replicas(copies: 8)) > 0)
  }
}
