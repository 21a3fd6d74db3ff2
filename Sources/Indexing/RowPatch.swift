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
  private let linked: LinkedProgram
  private let results: [ParsePass.Result]

  /// True if a patch of the generation can make one of these files.
  static func isPossible(_ previous: PreviousGeneration, _ files: [IndexedFile]) -> Bool {
    !previous.isShared && PatchRun.nextCount(previous) != nil
      && previous.files.lazy.map(\.path).elementsEqual(files.lazy.map(\.path))
  }

  /// - Parameter results: for each file of the graph.
  init(_ previous: PreviousGeneration, _ linked: LinkedProgram, _ results: [ParsePass.Result]) {
    self.previous = previous
    self.linked = linked
    self.results = results
  }

  /// The patch; nil if too much differs.
  ///
  /// - Parameters:
  ///   - graph: that of the program, with all that was derived.
  ///   - content: the bytes of the program's file of that number, if they are there.
  func patch(
    _ graph: Graph, _ communities: [Community], meta: [String: String], content: (Int) -> [UInt8]?
  ) throws -> GenerationPatch? {
    guard let count = PatchRun.nextCount(previous),
      let parts = try previous.reader.changedParts(
        of: graph, most: min(Self.mostFiles, graph.files.count / 4 + 8))
    else { return nil }
    var places: [Int32: Int] = [:]
    for (place, number) in linked.program.fileIndices.enumerated()
    where place < linked.program.files.count {
      places[number] = place
    }
    var edits = ChunkEdits(previous.reader)
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
    for (number, result) in results.enumerated() where result.stamp.encoded != previous.stamps[number] {
      stamps[Int32(number)] = result.stamp.encoded
    }
    return GenerationPatch(
      parts: parts, id: { graph.nodes[Int($0)].id }, chunks: edits.chunks, postings: edits.changedPostings,
      lengths: try edits.changedLengths(), communities: try changed(communities, graph), facts: facts,
      stamps: stamps, meta: meta.merging([PatchRun.countKey: String(count)]) { $1 })
  }

  /// Nil if they are as they were, of the same nodes.
  private func changed(_ communities: [Community], _ graph: Graph) throws -> [Community]? {
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
