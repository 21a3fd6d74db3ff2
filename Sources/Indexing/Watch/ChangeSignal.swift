import Synchronization

/// Wakes one waiting task; what is signalled while nobody waits is kept, once.
final class ChangeSignal: Sendable {
  private struct State {
    var isSet = false
    var waiter: CheckedContinuation<Bool, Never>?
  }

  private let state = Mutex(State())

  /// Wakes who waits, or who comes next.
  func set() {
    let waiter = state.withLock { state in
      let waiter = state.waiter
      state.waiter = nil
      state.isSet = waiter == nil
      return waiter
    }
    waiter?.resume(returning: true)
  }

  /// True once there is a signal; false when the task is cancelled. One task at a time.
  func wait() async -> Bool {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer = state.withLock { state -> Bool? in
          if state.isSet {
            state.isSet = false
            return true
          }
          // A cancellation before this has found no waiter to wake.
          if Task.isCancelled { return false }
          state.waiter = continuation
          return nil
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      let waiter = state.withLock { state in
        let waiter = state.waiter
        state.waiter = nil
        return waiter
      }
      waiter?.resume(returning: false)
    }
  }
}
