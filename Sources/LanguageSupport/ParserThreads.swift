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

  /// A minute: on the busiest machine a thread that can run gets some time in so long.
  public static let defaultStandstill = 60.0

  /// Seconds between two looks at the calls.
  private static let interval = 0.2

  /// Calls `body(i, thread)` once for each i in `0..<count`, on at most `threads` threads numbered from 0, and
  /// returns when all are done. Which thread takes which index is not defined; results must be stored by
  /// index.
  public static func forEach(
    count: Int, threads: Int, _ body: @escaping @Sendable (_ index: Int, _ thread: Int) -> Void
  ) {
    forEach(count: count, threads: threads, limit: .infinity, giveUp: { _ in }) { index, thread, _ in
      body(index, thread)
    }
  }

  /// As `forEach`, with a limit for each call of `body`, from when it calls `begin`. A parser cannot be stopped: a
  /// call beyond the limit is left to itself, `giveUp` is called with its index (on the caller's thread), and another thread goes on
  /// in its place. The abandoned one ends with its call, or with the process; what it still stores must be
  /// ignored.
  ///
  /// - Parameters:
  ///   - limit: CPU seconds, where the system tells those of a thread; else seconds.
  ///   - standstill: seconds without any CPU time after which a call waits for what may never come, as two threads
  ///     in a library wait for each other's locks. Counted in looks at it, so that a process that was stopped for
  ///     longer is not taken for one that hangs.
  public static func forEach(
    count: Int, threads: Int, limit: Double, standstill: Double = defaultStandstill,
    giveUp: (_ index: Int) -> Void,
    _ body: @escaping @Sendable (_ index: Int, _ thread: Int, _ begin: () -> Void) -> Void
  ) {
    let workers = max(1, min(threads, count))
    let next = Counter()
    let done = DispatchSemaphore(value: 0)
    @Sendable func start(_ number: Int) -> WatchedThread {
      let slot = WatchedThread()
      let thread = Thread {
        slot.adoptThread()
        while let index = next.take(below: count) {
          body(index, number) { slot.begin(index) }
          // Whoever gave the call up has another thread do the rest.
          if !slot.end() { return }
        }
        done.signal()
      }
      thread.stackSize = stackSize
      thread.start()
      return slot
    }
    let looks = limit.isFinite ? max(1, Int((standstill / interval).rounded(.up))) : .max
    var slots = (0..<workers).map { start($0) }
    var running = workers
    while running > 0 {
      if done.wait(timeout: .now() + interval) == .success {
        running -= 1
        continue
      }
      for number in slots.indices {
        guard let index = slots[number].abandon(after: limit, orLooks: looks) else { continue }
        giveUp(index)
        slots[number] = start(number)
      }
    }
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
