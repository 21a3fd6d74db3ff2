import GraphModel

/// Lists the files of a git work tree: what is tracked, and what is neither tracked nor ignored.
enum GitListing {
  /// Adds git's list of the files below `root` to the listing and says how git names contents there.
  static func run(
    root: [UInt8], timeLimit: Duration, into listing: inout Listing
  ) async throws(GitCommand.Failure) -> ObjectFormat {
    async let repository = repositoryFormat(root, timeLimit)
    // -t marks each path, which keeps untracked names apart from the index's lines.
    async let files = GitCommand.run(
      ["ls-files", "-z", "-t", "-s", "-c", "-o", "--exclude-standard", "--no-recurse-submodules"], in: root,
      timeLimit: timeLimit)
    let (format, output): (ObjectFormat, GitCommand.Output)
    do { (format, output) = try await (repository, files) } catch let error as GitCommand.Failure {
      throw error
    } catch {
      throw .notRun("\(error)")
    }
    for message in output.messages { listing.add(.git(message: message)) }
    var start = 0
    while let end = output.bytes[start...].firstIndex(of: 0) {
      add(output.bytes[start..<end], to: &listing)
      start = end + 1
    }
    return format
  }

  /// Asks how contents are named, and makes sure that the files git would list are those of `root`: a
  /// repository's own configuration can name a work tree elsewhere.
  private static func repositoryFormat(_ root: [UInt8], _ timeLimit: Duration) async throws -> ObjectFormat {
    let output = try await GitCommand.run(
      ["rev-parse", "--show-object-format", "--is-inside-work-tree"], in: root, timeLimit: timeLimit)
    let answers = String(decoding: output.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    guard answers.count == 2, answers[1] == "true", let format = ObjectFormat(rawValue: String(answers[0]))
    else {
      throw GitCommand.Failure.failed("the repository's work tree is elsewhere or of an unknown kind")
    }
    return format
  }

  /// Takes one line.
  ///
  /// Tracked: `H <mode> <id> <stage>\t<path>` (other tags for other states), once for each stage of a conflict.
  /// Untracked: `? <path>`, with a `/` at the end for a nested repository.
  private static func add(_ line: ArraySlice<UInt8>, to listing: inout Listing) {
    let rest = line.dropFirst(2)
    let isTracked = line.first != UInt8(ascii: "?")
    let fields = isTracked ? rest.prefix { $0 != UInt8(ascii: "\t") } : []
    var path = isTracked ? rest.dropFirst(fields.count + 1) : rest
    let isDirectory = path.last == UInt8(ascii: "/")
    if isDirectory { path = path.dropLast() }
    if path.isEmpty || ToolDirectory.isOnPath(path) { return }
    if isDirectory {
      listing.addNestedRepository(Array(path))
    } else if fields.starts(with: gitlinkMode) {
      listing.addSubmodule(Array(path))
    } else {
      listing.addFile(Array(path))
    }
  }

  private static let gitlinkMode = Array("160000 ".utf8)
}
