import GraphModel
import GraphStore
import LanguageSupport
import Linking

/// Finds what of the generation before still holds after some files changed, so that it need not be linked again.
///
/// The result of linking is the same with or without: a language's references are taken over where all that its
/// linker reads of other files is equal, but for places.
struct LinkReuse {
  private let previous: PreviousGeneration
  private let files: [IndexedFile]
  private let languages: [any Language]
  private var stale: [LanguageID: Set<Int32>] = [:]
  private var moves: [Int32: KnownLinks.Moves] = [:]

  /// What is known of the graph of `files`, whose facts are those of `results`; nil if nothing is.
  static func known(
    _ files: [IndexedFile], _ results: [ParsePass.Result], _ previous: PreviousGeneration,
    _ languages: [any Language]
  ) throws -> KnownLinks? {
    guard files.count == previous.files.count,
      zip(files, previous.files).allSatisfy({ new, old in
        new.path == old.path && new.language == old.language && new.skipReason == old.skipReason
      })
    else { return nil }
    var reuse = LinkReuse(previous: previous, files: files, languages: languages)
    return try reuse.run(results)
  }

  private init(previous: PreviousGeneration, files: [IndexedFile], languages: [any Language]) {
    self.previous = previous
    self.files = files
    self.languages = languages
    for file in files {
      guard let language = file.language, file.skipReason == nil, Self.isFollowed(language) else { continue }
      stale[language] = []
    }
  }

  /// Languages whose linkers cost enough, and read no other language's facts.
  private static func isFollowed(_ language: LanguageID) -> Bool { language == .python || language == .swift }

  private mutating func run(_ results: [ParsePass.Result]) throws -> KnownLinks? {
    for number in files.indices where files[number].blob != previous.files[number].blob {
      guard let new = results[number].facts, let key = results[number].key,
        let language = languages.first(where: { $0.id == key.language }),
        let old = previous.facts(ofFile: number, key)
      else { return nil }
      note(Int32(number), language, old, new)
      if stale.isEmpty { return nil }
    }
    var nodes = try previous.reader.identities()
    for number in nodes.indices where KnownLinks.isMadeByLinker(nodes[number]) {
      if let stored = try previous.reader.node(NodeIndex(number)) { nodes[number] = stored.node }
    }
    return KnownLinks(
      stale: stale, moves: moves, nodes: nodes, edges: try previous.reader.unsortedEdges(),
      unresolved: try previous.reader.unsortedUnresolved())
  }

  /// Notes what the change of a file makes necessary.
  private mutating func note(_ number: Int32, _ language: any Language, _ old: FileFacts, _ new: FileFacts) {
    if Self.isFollowed(language.id) {
      if let map = PlaceMap(from: old, to: new, language: language, ignoresText: true) {
        moves[number] = KnownLinks.Moves(
          starts: map.starts, ends: map.ends, end: new.lines.position(new.lines.byteCount))
      } else if language.isSame(new, forOthersAs: old) {
        stale[language.id]?.insert(number)
      } else {
        stale[language.id] = nil
      }
    }
    // All code in documents is one program to Python's linker; to Swift's each is by itself.
    for code in old.embedded + new.embedded {
      if code.language == .swift { stale[.swift]?.insert(number) } else { stale[code.language] = nil }
    }
  }
}
