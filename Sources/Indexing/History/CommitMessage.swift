/// The part of a commit's message that is about the change.
enum CommitMessage {
  /// The message without the lines that name people and machines.
  static func words(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !isTrailer($0) }.joined(separator: "\n")
  }

  private static let trailers = [
    "co-authored-by:", "signed-off-by:", "reviewed-by:", "acked-by:", "change-id:", "(cherry picked from",
    "git-svn-id:",
  ]

  private static func isTrailer(_ line: Substring) -> Bool {
    guard let first = line.utf8.first, (first | 0x20) &- 97 < 26 || first == UInt8(ascii: "(") else {
      return false
    }
    let lower = line.prefix(24).lowercased()
    return trailers.contains { lower.hasPrefix($0) }
  }
}
