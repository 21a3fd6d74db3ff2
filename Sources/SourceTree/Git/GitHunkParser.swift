import GraphModel

/// Reads the differences that `git log -p` prints for ``GitHistory``, piece by piece as they come: for each commit a
/// byte 1 and its id, then its files' hunks. Only hashes of the lines that a commit wrote are kept, so memory is
/// bounded however large the differences are.
struct GitHunkParser: Sendable {
  /// For each commit, by its id, the lines that it wrote in each file, as ``CommitHistory/Change/lines``.
  private(set) var commits: [String: [SourcePath: [UInt32]]] = [:]

  private var commit: String?
  private var path: SourcePath?
  private var lines: [UInt32] = []
  private var seen: Set<UInt32> = []
  /// What is left of the hunk at hand. Outside of hunks lines have other meanings.
  private var old = 0
  private var new = 0
  /// The beginning of a line whose end has not come yet.
  private var rest: [UInt8] = []

  /// A line is cut there; none that is cut has a hash, and names are shorter.
  private static let longestLine = 8_192

  /// Takes the next piece of the output.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
      if rest.isEmpty {
        line(UnsafeBufferPointer(rebasing: piece[start..<min(end, start + Self.longestLine)]))
      } else {
        keep(piece[start..<end])
        let whole = rest
        rest.removeAll(keepingCapacity: true)
        whole.withUnsafeBufferPointer { line($0) }
      }
      start = end + 1
    }
    keep(piece[start...])
  }

  /// Ends the output.
  mutating func finish() {
    let whole = rest
    rest = []
    whole.withUnsafeBufferPointer { line($0) }
    endFile()
  }

  private mutating func keep(_ piece: Slice<UnsafeBufferPointer<UInt8>>) {
    rest.append(contentsOf: piece.prefix(Self.longestLine - rest.count))
  }

  private mutating func line(_ line: UnsafeBufferPointer<UInt8>) {
    if old > 0 || new > 0 {
      switch line.first {
      case UInt8(ascii: "+"):
        new -= 1
        return add(UnsafeBufferPointer(rebasing: line[1...]))
      case UInt8(ascii: "-"):
        old -= 1
        return
      case UInt8(ascii: "\\"): return
      default: (old, new) = (0, 0)
      }
    }
    if line.first == 1 {
      endFile()
      commit = String(decoding: line[1...], as: UTF8.self)
    } else if line.starts(with: Self.difference) {
      endFile()
    } else if line.starts(with: Self.name) {
      // A tab follows a name with spaces; a name in quotes holds what is no name of source code.
      let name = line[Self.name.count...].prefix { $0 != UInt8(ascii: "\t") }
      if name.first != UInt8(ascii: "\""), !name.elementsEqual(Self.nothing) {
        path = SourcePath(bytes: Array(name))
      }
    } else if line.starts(with: Self.hunk) {
      (old, new) = Self.counts(line) ?? (0, 0)
    }
  }

  private mutating func add(_ line: UnsafeBufferPointer<UInt8>) {
    guard path != nil, lines.count < CommitHistory.mostLines, let hash = LineHash.of(line),
      seen.insert(hash).inserted
    else { return }
    lines.append(hash)
  }

  private mutating func endFile() {
    if let commit, let path, !lines.isEmpty { commits[commit, default: [:]][path] = lines }
    path = nil
    lines = []
    seen = []
    (old, new) = (0, 0)
  }

  private static let difference = Array("diff --git ".utf8)
  private static let name = Array("+++ ".utf8)
  private static let nothing = Array("/dev/null".utf8)
  private static let hunk = Array("@@ -".utf8)

  /// The numbers of lines in `@@ -<line>,<count> +<line>,<count> @@`, where `,1` may be missing.
  private static func counts(_ line: UnsafeBufferPointer<UInt8>) -> (old: Int, new: Int)? {
    let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 3)
    guard fields.count >= 3 else { return nil }
    let counts = fields[1...2].map { field -> Int? in
      let parts = field.dropFirst().split(separator: UInt8(ascii: ","))
      return parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) : 1
    }
    guard let old = counts[0], let new = counts[1], old >= 0, new >= 0 else { return nil }
    return (old, new)
  }
}
