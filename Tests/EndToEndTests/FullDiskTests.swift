import EndToEndSupport
import Foundation
import Testing

/// A disk that fills up under a run: on the vault's side, on the data set's, or one for both.
@Suite(.needs(.privateMount)) struct FullDiskTests {
  /// Makes the project on a small file system, runs until it is full, keeps what is there then, makes room and goes on.
  private static let script = """
    binary=$1 workspace=$2 vault=$3 dataset=$4 input=$5
    mkdir "$workspace/small"
    mount -t tmpfs -o size=$6 tmpfs "$workspace/small"
    "$binary" init "$vault" "$dataset" --project tests --regime coded-research --key "$workspace/key" >"$workspace/init"
    run() {
      code=0
      "$binary" deid "$input" --output "$dataset" --vault "$vault" >"$workspace/out$1" 2>"$workspace/err$1" || code=$?
      echo $code >"$workspace/code$1"
      mkdir "$workspace/state$1"
      cp -a "$vault" "$workspace/state$1/vault"
      cp -a "$dataset" "$workspace/state$1/dataset"
    }
    run 1
    mount -o remount,size=100m "$workspace/small"
    run 2
    """

  @Test(arguments: [
    ("small/vault", "small/dataset", "2500k"), ("small/vault", "dataset", "1200k"),
    ("vault", "small/dataset", "2000k"),
  ])
  func `a full disk gives one clear line, leaves nothing half-written, and the run goes on`(
    vault: String, dataSet: String, size: String
  ) throws {
    let (whole, small) = (try Workspace(), try Workspace(initialised: false))
    try whole.summary(Locations.sampleData)
    try small.write("key", Array(0..<32), mode: 0o600)
    let base = small.path + "/"
    let done = try PrivateMount.run(
      Self.script, [Locations.binary, small.path, base + vault, base + dataSet, Locations.sampleData, size])
    try #require(done.code == 0, "\(done.errorText)")
    func said(_ name: String) throws -> String { try String(contentsOfFile: base + name, encoding: .utf8) }
    #expect(try said("code1") == "70\n")
    let lines = try said("err1").split(separator: "\n").filter { $0.hasPrefix("tokumei:") }
    #expect(
      lines == [
        "tokumei: the disk is full; make room and run the same command again, it goes on where it stopped"
      ])
    // Every file with a final name is whole, and there are no others.
    let first = base + "state1/dataset/"
    let images = Set(whole.images)
    for file in Locations.files(below: first + "images").map({ String($0.dropFirst(first.count)) }) {
      #expect(images.contains(file))
      let same =
        FileManager.default.contents(atPath: first + file)
        == FileManager.default.contents(atPath: whole.dataSet + "/" + file)
      #expect(same)
    }
    #expect(Locations.files(below: base + "state1/vault/staging") == [])
    #expect(try said("code2") == "2\n")
    try expectSame(whole, try Workspace(of: base + "state2"))
  }
}
