import Foundation

/// Processor time of one thread: a limit on it holds on a busy machine too.
public enum ThreadTime {
  /// CPU seconds (user and system) that this thread takes for `body`, and what it gives.
  public static func measure<Value>(_ body: () throws -> Value) rethrows -> (seconds: Double, value: Value) {
    let start = now()
    let value = try body()
    return (now() - start, value)
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
