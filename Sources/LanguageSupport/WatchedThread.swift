import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// What a thread is doing, since when, and whether it still gets on with it: told by the thread itself, looked at by
/// another.
final class WatchedThread: Sendable {
  private struct Call {
    var index: Int
    /// The thread's time at the call's begin and at the last look, seconds.
    var start: Double
    var last: Double
    /// How many looks in a row found that no time had passed for the thread.
    var looksInVain = 0
  }

  private struct State {
    var clock: clockid_t = CLOCK_MONOTONIC
    var call: Call?
    var isAbandoned = false
  }

  private let state = Mutex(State())

  /// Called by the thread itself. Its time is CPU time from now on, if the system tells that of other threads.
  func adoptThread() {
    #if canImport(Glibc)
      var clock = clockid_t()
      if pthread_getcpuclockid(pthread_self(), &clock) == 0 { state.withLock { $0.clock = clock } }
    #endif
  }

  /// Called by the thread itself at the begin of a call.
  func begin(_ index: Int) {
    state.withLock { state in
      let now = Self.seconds(state.clock) ?? 0
      state.call = Call(index: index, start: now, last: now)
    }
  }

  /// Called by the thread itself at the end. False if the call was given up.
  func end() -> Bool {
    state.withLock { state in
      state.call = nil
      return !state.isAbandoned
    }
  }

  /// Looks at the call, and gives it up if it has taken longer than `limit`, or if so many looks in a row found the
  /// thread where it was; returns its index.
  func abandon(after limit: Double, orLooks most: Int) -> Int? {
    state.withLock { state in
      guard var call = state.call, let now = Self.seconds(state.clock) else { return nil }
      call.looksInVain = now > call.last ? 0 : call.looksInVain + 1
      call.last = now
      state.call = call
      guard now - call.start > limit || call.looksInVain >= most else { return nil }
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
