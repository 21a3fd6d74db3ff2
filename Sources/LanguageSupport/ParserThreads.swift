import Dispatch
import Foundation
import Synchronization

/// Runs synchronous work on threads with stacks large enough for recursive parsers.
///
/// Swift's task pool gives whatever `ulimit -s` says (1 MiB under `ulimit -s 1024`); recursive descent
/// needs a size it can rely on, so guards can be stated in levels of nesting.
public enum ParserThreads {
  /// Bytes of stack of each thread. It is reserved address space; only touched pages cost memory.
  public static let stackSize = 64 << 20

  /// Calls `body(i, thread)` once for each i in `0..<count`, on at most `threads` threads numbered from 0, and
  /// returns when all are done. Which thread takes which index is not defined; results must be stored by
  /// index.
  public static func forEach(
    count: Int, threads: Int, _ body: @escaping @Sendable (_ index: Int, _ thread: Int) -> Void
  ) {
    let workers = max(1, min(threads, count))
    let next = Counter()
    let done = DispatchSemaphore(value: 0)
    for number in 0..<workers {
      let thread = Thread {
        while let index = next.take(below: count) { body(index, number) }
        done.signal()
      }
      thread.stackSize = stackSize
      thread.start()
    }
    for _ in 0..<workers { done.wait() }
  }

  /// Hands out 0, 1, 2, … to several threads.
  private final class Counter: Sendable {
    private let value = Atomic<Int>(0)

    func take(below limit: Int) -> Int? {
      let index = value.wrappingAdd(1, ordering: .relaxed).oldValue
      return index < limit ? index : nil
    }
  }
}
