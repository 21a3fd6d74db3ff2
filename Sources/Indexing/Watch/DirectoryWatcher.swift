import Foundation
import GraphModel
import Synchronization

/// Tells that something changed in a set of directories, by `inotify`: directories only, never what is below
/// them, so their number is bounded by whoever names them.
///
/// New directories inside of a watched one are watched at once, a few levels and a few of them, until the
/// next ``watch(_:)`` says which ones count: what is made in them meanwhile is not missed.
final class DirectoryWatcher: Sendable {
  /// Set each time something changed.
  let signal = ChangeSignal()

  #if canImport(Glibc)
    private struct State {
      var paths: [Int32: SourcePath] = [:]
      var numbers: [SourcePath: Int32] = [:]
      /// Watched because they are new; how many since the last ``watch(_:)``.
      var fresh = 0
    }

    /// New directories that are watched before anybody asked for them, at most.
    private static let freshLimit = 64

    private static let mask =
      UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MODIFY) | UInt32(IN_CLOSE_WRITE) | UInt32(IN_ATTRIB)
      | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
      | UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW)

    private let root: [UInt8]
    private let descriptor: Int32
    /// Closed to end the thread that listens; it closes what it listens to.
    private let stop: Int32
    private let state = Mutex(State())

    /// Nil where the system has no more watchers to give.
    ///
    /// - Parameter root: the absolute path of the tree.
    init?(root: String) {
      self.root = Array(root.utf8)
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let events = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard events >= 0 else {
        for end in ends { close(end) }
        return nil
      }
      (descriptor, stop) = (events, ends[1])
      let stopped = ends[0]
      Thread { [weak self] in
        var waiting = [pollfd(fd: events, events: Int16(POLLIN), revents: 0)]
        waiting.append(pollfd(fd: stopped, events: 0, revents: 0))
        while waiting[1].revents == 0 {
          let count = poll(&waiting, nfds_t(waiting.count), -1)
          if count < 0 && errno != EINTR { break }
          if waiting[0].revents != 0 { self?.read() }
        }
        close(events)
        close(stopped)
      }.start()
    }

    deinit { close(stop) }

    /// Watches just these directories, paths relative to the root. O(directories).
    ///
    /// - Returns: whether some were not watched before; nil if some cannot be watched (there is a limit
    ///   for each user), so that changes would be missed.
    func watch(_ directories: [SourcePath]) -> Bool? {
      state.withLock { state in
        state.fresh = 0
        let wanted = Set(directories)
        for (path, number) in state.numbers where !wanted.contains(path) {
          inotify_rm_watch(descriptor, number)
          state.numbers[path] = nil
          state.paths[number] = nil
        }
        var added = false
        for path in directories where state.numbers[path] == nil {
          switch add(path, &state) {
          case 0: added = true
          case ENOENT, ENOTDIR, ELOOP: continue
          default: return nil
          }
        }
        return added
      }
    }

    /// How many directories are watched.
    var count: Int { state.withLock { $0.numbers.count } }

    /// Zero, or the system's error.
    private func add(_ path: SourcePath, _ state: inout State) -> Int32 {
      let whole = path.bytes.isEmpty ? root : root + [UInt8(ascii: "/")] + path.bytes
      let number = (whole.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { inotify_add_watch(descriptor, $0, Self.mask) } ?? -1
      }
      guard number >= 0 else { return errno }
      state.paths[number] = path
      state.numbers[path] = number
      return 0
    }

    /// Takes what the system has to tell. On the thread that listens.
    private func read() {
      // Room for many events: each has 16 bytes and a name, which ends with NUL.
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      var isChange = false
      while true {
        let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        guard count >= Self.headerSize else { break }
        var place = 0
        while place + Self.headerSize <= count {
          let (number, mask, length) = buffer.withUnsafeBytes { bytes in
            (
              bytes.loadUnaligned(fromByteOffset: place, as: Int32.self),
              bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self),
              Int(bytes.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self))
            )
          }
          let start = place + Self.headerSize
          place = min(start + length, count)
          if take(number, mask, name: buffer[start..<place].prefix { $0 != 0 }) { isChange = true }
        }
      }
      if isChange { signal.set() }
    }

    private static let headerSize = 16

    /// True if the event may concern the tree.
    private func take(_ number: Int32, _ mask: UInt32, name: ArraySlice<UInt8>) -> Bool {
      // What was dropped for lack of room may have been anything.
      if mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
      if WatchedDirectories.isTools(name) { return false }
      state.withLock { state in
        if mask & UInt32(IN_IGNORED) != 0 {
          if let path = state.paths.removeValue(forKey: number), state.numbers[path] == number {
            state.numbers[path] = nil
          }
        } else if mask & UInt32(IN_ISDIR) != 0, mask & (UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)) != 0,
          let parent = state.paths[number]
        {
          watchFresh(parent.appending(name), &state)
        }
      }
      return mask & UInt32(IN_IGNORED) == 0
    }

    /// Watches a new directory and those that were made inside of it before it was watched.
    private func watchFresh(_ path: SourcePath, _ state: inout State) {
      var pending = [path]
      while let next = pending.popLast(), state.fresh < Self.freshLimit {
        guard state.numbers[next] == nil, add(next, &state) == 0 else { continue }
        state.fresh += 1
        pending += WatchedDirectories.children(of: next, root: root)
      }
    }
  #else
    /// Nil: this system has no watcher that kg knows.
    init?(root: String) { return nil }

    /// Never called.
    func watch(_ directories: [SourcePath]) -> Bool? { nil }

    /// None.
    var count: Int { 0 }
  #endif
}
