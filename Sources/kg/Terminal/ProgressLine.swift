import Foundation
import Indexing
import Synchronization

/// One line on standard error that shows how far a long run is: only on a terminal, only after a second,
/// at most ten times a second.
final class ProgressLine: Sendable {
  private let enabled: Bool
  private let start = ContinuousClock.now
  /// When the line was last written; nil if it never was.
  private let last = Mutex<ContinuousClock.Instant?>(nil)

  /// - Parameter quiet: true to show nothing at all.
  init(quiet: Bool) {
    enabled = !quiet && isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  func show(_ progress: IndexProgress) {
    guard enabled else { return }
    let now = ContinuousClock.now
    let elapsed = start.duration(to: now)
    guard elapsed > .seconds(1) else { return }
    let isDue = last.withLock { last in
      if let last, last.duration(to: now) < .milliseconds(100) { return false }
      last = now
      return true
    }
    guard isDue else { return }
    var text = "\(progress.phase.rawValue)"
    if progress.total > 0 {
      let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
      let rate = Double(progress.done) / max(seconds, 0.001)
      text += " \(progress.done)/\(progress.total) files, \(Int(rate)) files/s"
      if rate > 0 { text += ", \(Int(Double(progress.total - progress.done) / rate) + 1) s left" }
    }
    write("\r\u{1B}[K" + text)
  }

  /// Removes the line.
  func clear() {
    if last.withLock({ $0 }) != nil { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
