import LanguageSupport
import Synchronization

/// Evaluates files on several threads, each with its own copy of the model: a file's references mean the same whatever
/// was evaluated before it.
struct UnitThreads {
  private let blocks: [ArraySlice<Int>]
  private let threads: Int

  /// Neighbours ask for the same declarations, and stay together; there are more blocks than threads, since some take
  /// longer.
  init(_ units: [Int], threads: Int) {
    self.threads = threads
    let size = max(1, units.count / (threads * 8))
    blocks = stride(from: 0, to: units.count, by: size).map { units[$0..<min($0 + size, units.count)] }
  }

  /// Adds to `graph` what `linker` would add by itself, in the same order.
  func link(_ linker: SwiftLinker, into graph: inout GraphBuilder) {
    let linkers = Mutex([SwiftLinker?](repeating: linker, count: threads))
    let made = Mutex([GraphBuilder?](repeating: nil, count: blocks.count))
    let empty = graph.fork()
    let blocks = blocks
    ParserThreads.forEach(count: blocks.count, threads: threads) { index, thread in
      // A thread's copy is out of the array while it works: what two hold is copied when it changes.
      guard var own = linkers.withLock({ $0[thread].take() }) else { return }
      var builder = empty
      own.link(units: blocks[index], into: &builder)
      linkers.withLock { $0[thread] = own }
      made.withLock { $0[index] = builder }
    }
    for builder in made.withLock({ $0 }) {
      if let builder { graph.join(builder) }
    }
  }
}
