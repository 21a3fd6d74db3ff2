import Dispatch
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

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
    forEach(count: count, threads: threads, limit: .infinity, giveUp: { _ in }) { index, thread, _ in
      body(index, thread)
    }
  }

  /// As `forEach`, with a limit for each call of `body`, from when it calls `begin`. A parser cannot be stopped: a
  /// call beyond the limit is left to itself, `giveUp` is called with its index (on the caller's thread), and another thread goes on
  /// in its place. The abandoned one ends with its call, or with the process; what it still stores must be
  /// ignored.
  ///
  /// - Parameter limit: CPU seconds, where the system tells those of a thread; else seconds.
  public static func forEach(
    count: Int, threads: Int, limit: Double, giveUp: (_ index: Int) -> Void,
    _ body: @escaping @Sendable (_ index: Int, _ thread: Int, _ begin: () -> Void) -> Void
  ) {
    let workers = max(1, min(threads, count))
    let next = Counter()
    let done = DispatchSemaphore(value: 0)
    @Sendable func start(_ number: Int) -> Slot {
      let slot = Slot()
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
    var slots = (0..<workers).map { start($0) }
    var running = workers
    while running > 0 {
      if done.wait(timeout: .now() + .milliseconds(200)) == .success {
        running -= 1
        continue
      }
      for number in slots.indices {
        guard let index = slots[number].abandon(after: limit) else { continue }
        giveUp(index)
        slots[number] = start(number)
      }
    }
  }

  /// What one thread is doing since when.
  private final class Slot: Sendable {
    private struct State {
      var clock: clockid_t = CLOCK_MONOTONIC
      var call: (index: Int, start: Double)?
      var isAbandoned = false
    }

    private let state = Mutex(State())

    /// Called by the thread itself.
    func adoptThread() {
      #if canImport(Glibc)
        var clock = clockid_t()
        if pthread_getcpuclockid(pthread_self(), &clock) == 0 { state.withLock { $0.clock = clock } }
      #endif
    }

    func begin(_ index: Int) { state.withLock { $0.call = (index, Self.seconds($0.clock) ?? 0) } }

    /// False if the call was given up.
    func end() -> Bool {
      state.withLock { state in
        state.call = nil
        return !state.isAbandoned
      }
    }

    /// Gives the call up if it has taken longer; returns its index.
    func abandon(after limit: Double) -> Int? {
      state.withLock { state in
        guard let call = state.call, let now = Self.seconds(state.clock), now - call.start > limit else {
          return nil
        }
        state.call = nil
        state.isAbandoned = true
        return call.index
      }
    }

    private static func seconds(_ clock: clockid_t) -> Double? {
      var time = timespec()
      guard clock_gettime(clock, &time) == 0 else { return nil }
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
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
