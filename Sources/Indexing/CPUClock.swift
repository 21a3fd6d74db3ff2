import Foundation

/// CPU time of the process, in laps.
struct CPUClock {
  private var last = Self.read(CLOCK_PROCESS_CPUTIME_ID)

  /// CPU seconds (user and system) since the last lap.
  mutating func lap() -> Double {
    let now = Self.read(CLOCK_PROCESS_CPUTIME_ID)
    defer { last = now }
    return now - last
  }

  /// CPU seconds (user and system) of the calling thread so far.
  static func ofThread() -> Double { read(CLOCK_THREAD_CPUTIME_ID) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
