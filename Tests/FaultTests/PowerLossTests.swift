import Foundation
import TestSupport
import Testing

/// Fault A5: the power goes at some moment of a run, and with it any part of what was not synchronized.
@Suite(.enabled(if: FaultShim.library != nil)) struct PowerLossTests {
  @Test(arguments: TwoGenerations.Way.allCases) func whatIsLeftIsOneGeneration(way: TwoGenerations.Way) throws
  {
    let pair = try TwoGenerations(files: Effort.rounds(4, full: 30), way)
    let logFolder = try TemporaryDirectory()
    let recorder = KGProcess(
      in: pair.tree.url, environment: FaultShim.recording(pair.folder, to: logFolder.path + "/log"))
    #expect(try recorder.run(pair.run).status == 0)
    let operations = try WriteLog(contentsOf: logFolder.path + "/log").operations
    #expect(operations.count > 20)

    var random = SeededGenerator(seed: 5)
    let rounds = Effort.rounds(12, full: 300)
    var old = 0
    for round in 0..<rounds {
      // The last moments, where names change, are looked at closest; the very last is after the report.
      let moment =
        switch round % 3 {
        case 0: round * operations.count / rounds
        case 1: operations.count - Int.random(in: 0...min(8, operations.count), using: &random)
        default: operations.count
        }
      try pair.restore()
      var disk = try PowerLoss(folder: pair.folder)
      for operation in operations[..<moment] { disk.apply(operation) }
      try lay(disk.outcome(using: &random), in: pair.folder)
      let what = "power lost after \(moment) of \(operations.count)"
      try pair.expectOneOfBoth(what)
      let seen = try Oracle.digest(pair.kg)
      if seen == pair.before { old += 1 }
      if moment == operations.count {
        #expect(seen == pair.after, "\(what): a generation that was reported is lost")
      }
      if round % 5 == 0 { try pair.expectRepaired(what) }
    }
    #expect(old > 0 && old < rounds)
  }

  private func lay(_ contents: [String: [UInt8]], in folder: String) throws {
    try Shell.run("rm -f '\(folder)'/* '\(folder)'/.git*", in: folder)
    for (path, bytes) in contents.sorted(by: { $0.key < $1.key }) {
      try RawFiles.write(bytes, to: Array(path.utf8))
    }
  }
}
