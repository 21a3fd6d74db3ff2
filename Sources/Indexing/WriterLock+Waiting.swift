import GraphStore

extension WriterLock {
  /// Takes the lock, waiting for another holder if need be.
  ///
  /// - Parameters:
  ///   - patience: how long to wait at most; zero to fail at once.
  ///   - onWait: called once if there is another holder.
  /// - Throws: ``GraphStoreError/locked(path:process:since:)`` once the time is over; what taking it throws.
  static func take(
    _ location: DatabaseLocation, patience: Duration, onWait: () -> Void
  ) async throws -> WriterLock {
    let deadline = ContinuousClock.now + patience
    var isFirst = true
    while true {
      do {
        return try WriterLock(location)
      } catch GraphStoreError.locked where ContinuousClock.now < deadline {
        if isFirst { onWait() }
        isFirst = false
        try await Task.sleep(for: .milliseconds(50))
      }
    }
  }
}
