import Dispatch
import Foundation
import LanguageSupport
import Synchronization
import Testing

@Suite struct ParserThreadsTests {
  @Test(arguments: [1, 2, 7]) func everyIndexIsTakenOnce(threads: Int) {
    let seen = Counts(1_000)
    ParserThreads.forEach(count: 1_000, threads: threads) { index, _ in seen.add(index) }
    #expect(seen.values == [Int](repeating: 1, count: 1_000))
  }

  @Test func nothingToDoReturnsAtOnce() {
    ParserThreads.forEach(count: 0, threads: 4) { _, _ in Issue.record("called") }
  }

  /// A parser that waits for ever takes no CPU time: it is given up all the same, and another thread goes on.
  @Test(.timeLimit(.minutes(5)), arguments: [1, 3]) func whatStandsStillIsGivenUp(threads: Int) {
    let seen = Counts(40)
    let never = DispatchSemaphore(value: 0)
    var given: [Int] = []
    ParserThreads.forEach(
      count: 40, threads: threads, limit: 1_000, standstill: 3, giveUp: { given.append($0) }
    ) { index, _, begin in
      begin()
      if index == 7 { never.wait() }
      seen.add(index)
    }
    #expect(given == [7])
    #expect(seen.values == (0..<40).map { $0 == 7 ? 0 : 1 })
    for _ in given { never.signal() }
  }

  /// What gets on is none of it, however slowly.
  @Test func whatGetsOnDoesNotStandStill() {
    let seen = Counts(1)
    ParserThreads.forEach(
      count: 1, threads: 1, limit: 1_000, standstill: 2, giveUp: { _ in Issue.record("given up") }
    ) { index, _, begin in
      begin()
      for _ in 0..<40 { usleep(100_000) }
      seen.add(index)
    }
    #expect(seen.values == [1])
  }
}

private final class Counts: Sendable {
  private let counts: Mutex<[Int]>
  init(_ count: Int) { counts = Mutex([Int](repeating: 0, count: count)) }
  func add(_ index: Int) { counts.withLock { $0[index] += 1 } }
  var values: [Int] { counts.withLock { $0 } }
}
