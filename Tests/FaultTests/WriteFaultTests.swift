import Foundation
import TestSupport
import Testing

/// Faults A2 and A3: what happens at any single call that touches the folder of the index.
@Suite(.enabled(if: FaultShim.library != nil)) struct WriteFaultTests {
  /// How many calls a run makes.
  private func calls(_ pair: TwoGenerations) throws -> Int {
    let log = try TemporaryDirectory()
    let kg = KGProcess(
      in: pair.tree.url, environment: FaultShim.recording(pair.folder, to: log.path + "/log"))
    #expect(try kg.run(pair.run).status == 0)
    try pair.restore()
    return try WriteLog(contentsOf: log.path + "/log").operations.count
  }

  @Test(arguments: TwoGenerations.Way.allCases) func killedAtEveryWrite(way: TwoGenerations.Way) throws {
    let pair = try TwoGenerations(files: Effort.rounds(4, full: 60), way)
    let count = try calls(pair)
    #expect(count > 20)
    let points = min(count, Effort.rounds(8, full: 500))
    for point in 0..<points {
      let number = 1 + point * count / points
      let kg = KGProcess(
        in: pair.tree.url, environment: FaultShim.environment(.kill, at: number, folder: pair.folder))
      #expect(try kg.run(pair.run).status == -9, "call \(number) of \(count)")
      try pair.expectOneOfBoth("killed at call \(number) of \(count)")
      if point % 4 == 0 { try pair.expectRepaired("killed at call \(number) of \(count)") }
      try pair.restore()
    }
  }

  @Test(arguments: FaultShim.Kind.allCases.filter { $0 != .kill }, TwoGenerations.Way.allCases)
  func failingCalls(kind: FaultShim.Kind, way: TwoGenerations.Way) throws {
    let pair = try TwoGenerations(files: 4, way)
    let count = try calls(pair)
    let points = min(count, Effort.rounds(3, full: 80))
    for point in 0..<points {
      let number = 1 + point * count / points
      let what = "\(kind.rawValue) at call \(number) of \(count)"
      let kg = KGProcess(
        in: pair.tree.url, environment: FaultShim.environment(kind, at: number, folder: pair.folder))
      let result = try kg.run(pair.run)
      // Oracle O5: done in spite of it, or said in one line with the code for it.
      #expect([0, 1, 4].contains(result.status), "\(what): \(result.status)")
      if result.status != 0 {
        #expect(!result.errors.isEmpty && result.errors.split(separator: "\n").count <= 2, "\(what)")
      }
      if kind == .lastingENOSPC, result.status != 0 {
        #expect(result.status == 4, "\(what): \(result.errors)")
      }
      try pair.expectOneOfBoth(what)
      try pair.expectRepaired(what)
      try pair.restore()
    }
  }
}
