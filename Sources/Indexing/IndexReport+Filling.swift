import GraphModel
import GraphStore
import SourceTree

extension IndexReport {
  /// A report of a run that has done nothing yet.
  init(options: IndexOptions, warnings: [String]) {
    self.init(
      root: options.location.root, database: options.location.database, changed: false, files: [],
      parsedFiles: 0, linkedFiles: 0, compilerFiles: 0, lines: 0, skipped: [], nodes: 0, definitions: 0,
      edges: 0,
      unresolved: 0, generation: 0,
      digest: "", seconds: 0, cpuSeconds: CPUSeconds(), warnings: warnings)
  }

  /// Says what is in the database that was left as it is.
  mutating func fill(from previous: PreviousGeneration) {
    fill(previous.files, previous.meta)
    definitions = meta(previous.meta, GraphMeta.definitionsKey)
    compilerFiles = meta(previous.meta, GraphMeta.compilerFilesKey)
  }

  /// Says what is in the database after a patch.
  mutating func fill(from previous: PreviousGeneration, patched patch: GenerationPatch, meta: GraphMeta) {
    fill(from: previous)
    var files = previous.files
    for part in patch.parts { if let file = part.file { files[Int(part.number)] = file } }
    fill(files, meta)
  }

  /// Says what was written.
  mutating func fill(graph: Graph, meta: GraphMeta) {
    fill(graph.files, meta)
    definitions = Self.definitions(in: graph)
  }

  /// Nodes that stand for something declared in a file, as against files, modules and the outside.
  static func definitions(in graph: Graph) -> Int {
    graph.nodes.count { node in
      switch node.kind {
      case .repository, .package, .module, .file, .external: false
      default: true
      }
    }
  }

  private mutating func fill(_ list: [IndexedFile], _ meta: GraphMeta) {
    lines = 0
    var languages: [String: Int] = [:]
    var reasons: [String: Int] = [:]
    for file in list {
      lines += Int(file.lines)
      if let reason = file.skipReason {
        reasons[reason.rawValue, default: 0] += 1
      } else {
        languages[file.language?.name ?? "none", default: 0] += 1
      }
    }
    files = Self.sorted(languages)
    skipped = Self.sorted(reasons)
    nodes = meta.nodes
    edges = meta.edges
    unresolved = meta.unresolved
    generation = Int(meta.generation)
    digest = meta.digest
  }

  private func meta(_ meta: GraphMeta, _ key: String) -> Int { meta.other[key].flatMap { Int($0) } ?? 0 }

  private static func sorted(_ counts: [String: Int]) -> [Count] {
    counts.sorted { $0.key < $1.key }.map { Count(name: $0.key, count: $0.value) }
  }
}
