import GraphModel

/// Says in a few words what each community is about: the folder that most of it lies in, and the words of its files that
/// tell it from the others (``FileWords``).
///
/// Every word of a label occurs in the names, paths or tags of the members, and no two labels are the same.
struct CommunityLabels {
  /// How many words a label has, unless it needs more to be unique.
  private static let wordCount = 3
  private static let mostWords = 8
  /// The share of the files that must lie in the folder that is named.
  private static let folderShare = 0.6

  /// Folders of tests are named only where less than 1 of so many files is none.
  private static let leastTested = 5

  private let program: Graph
  private let words: FileWords

  init(_ program: Graph, _ locator: FileLocator) {
    self.program = program
    words = FileWords(program, locator)
  }

  /// Sets ``Community/label`` of all communities.
  func fill(_ communities: inout [Community]) {
    var used: Set<String> = []
    for level in 0...1 as ClosedRange<Int32> {
      let places = communities.indices.filter { communities[$0].level == level }
      let words = words.distinctive(places.map { communities[$0].files }, limit: 4 * Self.mostWords)
      for (place, words) in zip(places, words) {
        let label = unusedLabel(communities[place], words, used)
        used.insert(label)
        communities[place].label = label
      }
    }
  }

  private func unusedLabel(_ community: Community, _ words: [String], _ used: Set<String>) -> String {
    let place = self.place(community.files)
    let known = place.lowercased()
    let fitting = Self.different(words.filter { !known.contains($0) })
    for count in Self.wordCount...Self.mostWords where count <= max(fitting.count, Self.wordCount) {
      let parts = [place, fitting.prefix(count).joined(separator: ", ")].filter { !$0.isEmpty }
      let label = parts.joined(separator: ": ")
      if !label.isEmpty && !used.contains(label) { return label }
    }
    // Files belong to one community of a level; with the level's own mark this is unique.
    let paths = community.files.map { program.files[Int($0)].path.display }
    for count in 1...paths.count {
      let label = paths.prefix(count).joined(separator: " + ")
      if !used.contains(label) { return label }
    }
    return community.id
  }

  /// The words without those of the same stem as one before.
  private static func different(_ words: [String]) -> [String] {
    var kept: [String] = []
    for word in words where kept.count < mostWords && !kept.contains(where: { NameWords.areAlike($0, word) })
    {
      kept.append(word)
    }
    return kept
  }

  /// The deepest folder that most of the files lie in, empty for the root; the path itself of a single file.
  private func place(_ files: [Int32]) -> String {
    var paths = files.map { program.files[Int($0)].path }
    // What is tested says more than where the tests are.
    let tested = paths.filter { !$0.isTest }
    if tested.count * Self.leastTested >= paths.count { paths = tested }
    if paths.count == 1 { return paths[0].display }
    var folders: [SourcePath: Int] = [:]
    for path in paths {
      var folder = path.directory
      while !folder.bytes.isEmpty {
        folders[folder, default: 0] += 1
        folder = folder.directory
      }
    }
    let least = Self.folderShare * Double(paths.count)
    let common = folders.filter { Double($0.value) >= least }.keys
    // At most one folder of each depth can hold most of them.
    return common.max { $0.bytes.count < $1.bytes.count }?.display ?? ""
  }
}
