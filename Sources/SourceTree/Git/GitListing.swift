import GraphModel

/// Lists the files of a git work tree: what is tracked, and what is neither tracked nor ignored.
enum GitListing {
  /// Adds git's list of the files below `root` to the listing and says how git names contents there.
  static func run(root: [UInt8], into listing: inout Listing) async throws(GitCommand.Failure) -> ObjectFormat
  {
    // -t marks each path, which keeps untracked names apart from the index's lines.
    let output = try await GitCommand.run(
      ["ls-files", "-z", "-t", "-s", "-c", "-o", "--exclude-standard", "--no-recurse-submodules"], in: root)
    for message in output.messages { listing.add(.git(message: message)) }
    var format: ObjectFormat?
    var start = 0
    while let end = output.bytes[start...].firstIndex(of: 0) {
      if let found = add(output.bytes[start..<end], to: &listing) { format = found }
      start = end + 1
    }
    if let format { return format }
    return try await objectFormat(root)
  }

  /// Takes one line; returns the object format if it shows there.
  ///
  /// Tracked: `H <mode> <id> <stage>\t<path>` (other tags for other states), once for each stage of a conflict.
  /// Untracked: `? <path>`, with a `/` at the end for a nested repository.
  private static func add(_ line: ArraySlice<UInt8>, to listing: inout Listing) -> ObjectFormat? {
    let rest = line.dropFirst(2)
    if line.first == UInt8(ascii: "?") {
      if rest.last == UInt8(ascii: "/") {
        if !ToolDirectory.isOnPath(rest.dropLast()) { listing.addNestedRepository(Array(rest.dropLast())) }
      } else if !ToolDirectory.isOnPath(rest) {
        listing.addFile(Array(rest))
      }
      return nil
    }
    let fields = rest.prefix { $0 != UInt8(ascii: "\t") }
    let path = rest.dropFirst(fields.count + 1)
    if ToolDirectory.isOnPath(path) { return nil }
    if fields.starts(with: gitlinkMode) {
      listing.addSubmodule(Array(path))
    } else {
      listing.addFile(Array(path))
    }
    // Mode, two spaces and the stage take the rest.
    return fields.count - 9 == ObjectFormat.sha256.digits ? .sha256 : .sha1
  }

  /// Asks git, which is necessary only while nothing is tracked.
  private static func objectFormat(_ root: [UInt8]) async throws(GitCommand.Failure) -> ObjectFormat {
    let output = try await GitCommand.run(["rev-parse", "--show-object-format"], in: root)
    let name = String(decoding: output.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first
    return name.flatMap { ObjectFormat(rawValue: String($0)) } ?? .sha1
  }

  private static let gitlinkMode = Array("160000 ".utf8)
}
