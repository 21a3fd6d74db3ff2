import Foundation

/// Refuses to begin where the process may not have the address space that its threads need.
///
/// Where a thread cannot be made, the library behind tasks waits for better times, for ever and deaf to signals;
/// so this is asked before the first task.
enum MemoryLimit {
  /// Bytes of address space below which nothing is tried: the allocator's reserves (of 64 MiB a thread, used or
  /// not) and the stacks of the threads that parse. With 700 MiB a process of two threads was seen to hang.
  private static var least: UInt64 {
    (768 + 128 * UInt64(ProcessInfo.processInfo.activeProcessorCount)) << 20
  }

  /// - Throws: ``Failure`` if the limit of the process (`ulimit -v`) is lower than that.
  static func check() throws {
    var limit = rlimit()
    #if canImport(Glibc)
      let status = getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #else
      let status = getrlimit(RLIMIT_AS, &limit)
    #endif
    guard status == 0, UInt64(limit.rlim_cur) < least else { return }
    throw Failure(
      .failed, "the limit on memory is \(UInt64(limit.rlim_cur) >> 20) MiB, too little to begin",
      advice: "Raise it to \(least >> 20) MiB at least (ulimit -v).")
  }
}
