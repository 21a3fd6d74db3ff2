import GraphModel

/// Asks git which contents it holds itself: those are on the disk whatever the files of the tree hold now.
public struct HeldContents: Sendable {
  private let root: [UInt8]
  /// How long git may take; nothing is held then.
  private let timeLimit: Duration

  /// Makes it for the tree that was scanned; nil outside of a git work tree.
  public init?(_ scan: TreeScan, timeLimit: Duration = .seconds(30)) {
    guard scan.isGitWorkTree else { return nil }
    root = scan.rootBytes
    self.timeLimit = timeLimit
  }

  /// Those of the contents that lie in the repository's own objects; none if git gives no answer. One call of git,
  /// a few milliseconds for thousands of contents.
  public func among(_ contents: some Sequence<BlobID>) async -> Set<BlobID> {
    let asked = Set(contents.lazy.filter { Self.isID($0) })
    if asked.isEmpty { return [] }
    let input = asked.sorted().flatMap { Array($0.hex.utf8) + [UInt8(ascii: "\n")] }
    let output = try? await GitCommand.run(
      ["--no-replace-objects", "cat-file", "--buffer", "--batch-check=%(objectname) %(objecttype)"],
      in: root, input: input, timeLimit: timeLimit)
    guard let output else { return [] }
    var held: Set<BlobID> = []
    for line in output.bytes.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count == 2, words[1].elementsEqual("blob".utf8) else { continue }
      held.insert(BlobID(hex: String(decoding: words[0], as: UTF8.self)))
    }
    return held.intersection(asked)
  }

  /// True for a whole id: git would take other text for a name to be looked up.
  private static func isID(_ blob: BlobID) -> Bool {
    [40, 64].contains(blob.hex.utf8.count) && blob.hex.utf8.allSatisfy { BlobID.digits.contains($0) }
  }
}

extension BlobID {
  fileprivate static let digits = Set("0123456789abcdef".utf8)
}
