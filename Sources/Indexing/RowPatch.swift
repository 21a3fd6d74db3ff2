import GraphModel
import GraphStore
import LanguageSupport
import Linking
import SourceTree

/// Says what a run that linked found other than the generation before, so that only those rows are written.
///
/// The result is the one of writing the generation as a whole: whatever a patch cannot say makes none.
struct RowPatch {
  /// Where more files differ, writing all of them in order costs no more.
  private static let mostFiles = 400

  private let previous: PreviousGeneration
  private let files: FileMatching
  private let linked: LinkedProgram
  private let results: [ParsePass.Result]

  /// Which files of a generation are which of one before it; nil if a patch of that one cannot make it.
  static func matching(_ previous: PreviousGeneration, _ files: [IndexedFile]) -> FileMatching? {
    guard PatchRun.nextCount(previous) != nil else { return nil }
    let matching = FileMatching(previous.files.map(\.path), files.map(\.path))
    let edited = zip(files, matching.before).count { $1 >= 0 && $0.blob != previous.files[Int($1)].blob }
    return matching.changes + edited <= most(files.count) ? matching : nil
  }

  /// How many of so many files may differ.
  private static func most(_ files: Int) -> Int { min(mostFiles, files / 4 + 8) }

  /// - Parameter results: for each file of the graph.
  init(
    _ previous: PreviousGeneration, _ files: FileMatching, _ linked: LinkedProgram,
    _ results: [ParsePass.Result]
  ) {
    self.previous = previous
    self.files = files
    self.linked = linked
    self.results = results
  }

  /// The patch; nil if too much differs.
  ///
  /// - Parameters:
  ///   - graph: that of the program, with all that was derived.
  ///   - history: what earlier commits say of its files.
  ///   - threads: how many may be used.
  ///   - content: the bytes of the program's file of that number, if they are there.
  func patch(
    _ graph: Graph, _ communities: [Community], _ history: StoredHistory?, meta: [String: String],
    threads: Int, content: (Int) -> [UInt8]?
  ) throws -> GenerationPatch? {
    guard let count = PatchRun.nextCount(previous),
      let parts = try previous.reader.changedParts(
        of: graph, files, most: Self.most(graph.files.count), threads: threads)
    else { return nil }
    var places: [Int32: Int] = [:]
    for (place, number) in linked.program.fileIndices.enumerated()
    where place < linked.program.files.count {
      places[number] = place
    }
    var edits = ChunkEdits(previous.reader, files)
    guard try edits.removeFiles() else { return nil }
    var facts: [(key: FactsKey, bytes: [UInt8])] = []
    for part in parts where part.number >= 0 {
      let place = places[part.number]
      let file = place.map { linked.program.files[$0] }
      let nodes = file?.facts.chunks.map { linked.node(file: place ?? 0, definition: $0.definition) } ?? []
      guard
        try edits.replace(
          part.number, with: file, blob: part.file?.blob, nodes: nodes,
          shown: nodes.map { graph.nodes[Int($0)] }, content: { place.flatMap(content) })
      else { return nil }
      let result = results[Int(part.number)]
      if let key = result.key, let encoded = result.encoded { facts.append((key, encoded)) }
    }
    var stamps: [Int32: [UInt8]] = [:]
    for (number, (result, before)) in zip(results, files.before).enumerated() {
      let stamp = result.stamp.encoded
      if before < 0 || stamp != previous.stamps[Int(before)] { stamps[Int32(number)] = stamp }
    }
    var patch = GenerationPatch(
      files: files, parts: parts, id: { graph.nodes[Int($0)].id }, chunks: edits.chunks,
      postings: edits.changedPostings, lengths: try edits.changedLengths(),
      communities: try changed(communities, graph), facts: facts, stamps: stamps,
      meta: meta.merging([PatchRun.countKey: String(count)]) { $1 })
    patch.removedMeta = previous.meta.other.keys.filter { patch.meta[$0] == nil }.sorted()
    patch.history = changed(history, meta[HistoryPass.stateKey])
    return patch
  }

  private func changed(_ history: StoredHistory?, _ state: String?) -> HistoryChange {
    let known = previous.meta.other[HistoryPass.stateKey]
    guard let history else { return known == nil ? .same : .gone }
    if state != known { return .read(history) }
    return files.isSame ? .same : .matched(history)
  }

  /// Nil if they are as they were, of the same nodes.
  private func changed(_ communities: [Community], _ graph: Graph) throws -> [Community]? {
    guard files.isSame else { return communities }
    let old = try previous.reader.communities()
    guard old.count == communities.count else { return communities }
    for (old, new) in zip(old, communities) {
      var same = old
      same.central = new.central
      guard same == new, old.central.count == new.central.count else { return communities }
      for (left, right) in zip(old.central, new.central) {
        guard left.rank == right.rank,
          try previous.reader.symbolID(left.node) == graph.nodes[Int(right.node)].id
        else { return communities }
      }
    }
    return nil
  }
}
