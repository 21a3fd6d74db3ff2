/// Why a compiler's index could not be read.
public enum IndexStoreError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No libIndexStore was found; where it was looked for.
  case noLibrary(searched: [String])
  /// The library cannot be loaded or lacks a function.
  case library(path: String, problem: String)
  /// The folder holds no index store that the library can open.
  case store(path: String, problem: String)
  /// The process that reads the store died or gave no answer; what it was at.
  case reader(store: String, problem: String)

  /// One line: what happened, to which file.
  public var description: String {
    switch self {
    case .noLibrary(let searched):
      "no libIndexStore of a Swift toolchain found (looked for \(searched.joined(separator: ", ")))"
    case .library(_, let problem): "libIndexStore cannot be used: \(problem)"
    case .store(let path, let problem): "\(path) is not an index store that can be read: \(problem)"
    case .reader(let store, let problem): "the index store \(store) cannot be read: \(problem)"
    }
  }
}
