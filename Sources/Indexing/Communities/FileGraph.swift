import Communities
import GraphModel

/// The program as clustering sees it: parsed files tied by the references between them, and the folders they lie in.
///
/// Folders are nodes too, since where maintainers put a file says at least as much about what it belongs to as what it
/// refers to; they are no members of communities.
struct FileGraph {
  /// For each node that stands for a file its index in ``Graph/files``; folders come after all of them.
  let files: [Int32]
  /// For each node that stands for a file the node of its folder.
  let folders: [Int32]
  /// The weighted graph of files and folders.
  let graph: WeightedGraph
  /// The path of each node.
  let paths: [SourcePath]
  /// A number for each node that depends on its path alone.
  let keys: [UInt64]
  /// References among files, by source and then by target; files are numbered as in `files`.
  let references: [FileReference]

  /// The weight of a file's tie to its folder, as a share of that of all its references.
  private static let folderShare = 1.0
  /// The weight of the tie of a file with few or no references.
  private static let leastFolderWeight = 1.0
  /// The weight of a folder's tie to the folder around it, as a share of that of all ties to what is in it.
  private static let outerShare = 0.5

  init(_ program: Graph, _ locator: FileLocator) {
    var ties = FileTies(program)
    ties.addReferences(program, locator)
    ties.addFolders(
      share: Self.folderShare, least: Self.leastFolderWeight, outerShare: Self.outerShare)
    files = ties.files
    folders = ties.folders
    references = ties.references
    paths = ties.paths
    keys = ties.paths.map { ByteHash.hash($0.bytes) }
    graph = WeightedGraph(
      nodeCount: ties.paths.count, sources: ties.sources, targets: ties.targets, weights: ties.weights)
  }
}

/// How many references lead from one file to another.
struct FileReference {
  var source: Int32
  var target: Int32
  var count: Int32
}

/// Collects the ties of a ``FileGraph``.
private struct FileTies {
  /// The paths of the nodes: files, then folders.
  var paths: [SourcePath] = []
  var files: [Int32] = []
  /// The node of the folder of each file, once folders are added.
  private(set) var folders: [Int32] = []
  var sources: [Int32] = []
  var targets: [Int32] = []
  var weights: [Float] = []
  var references: [FileReference] = []
  private var nodeOfFile: [Int32]
  private var nodeOfFolder: [SourcePath: Int32] = [:]
  private var strengths: [Double]

  init(_ program: Graph) {
    nodeOfFile = [Int32](repeating: -1, count: program.files.count)
    for (index, file) in program.files.enumerated() where file.skipReason == nil {
      nodeOfFile[index] = Int32(files.count)
      files.append(Int32(index))
      paths.append(file.path)
    }
    strengths = [Double](repeating: 0, count: files.count)
  }

  /// Ties between a file and what its definitions refer to.
  mutating func addReferences(_ program: Graph, _ locator: FileLocator) {
    let runs = ReferenceRun.all(in: program)
    var referrers = [Int32](repeating: 0, count: program.nodes.count)
    for run in runs { referrers[Int(run.target)] += 1 }
    var counts: [(key: UInt64, count: Int32)] = []
    for run in runs {
      let source = nodeOfFile[Int(run.file)]
      guard source >= 0, let target = end(of: run, locator), target != source else { continue }
      let weight =
        EdgeWeights.weight(run.kind) * EdgeWeights.repetition(Int(run.count)) / Double(run.candidates)
        * EdgeWeights.damping(referrers: Int(referrers[Int(run.target)]))
      add(source, target, weight)
      strengths[Int(source)] += weight
      if Int(target) < files.count {
        strengths[Int(target)] += weight
        counts.append((UInt64(source) << 32 | UInt64(target), run.count))
      }
    }
    counts.sort { $0.key < $1.key }
    for item in counts {
      let source = Int32(item.key >> 32)
      let target = Int32(item.key & 0xFFFF_FFFF)
      if let last = references.indices.last, references[last].source == source,
        references[last].target == target
      {
        references[last].count += item.count
      } else {
        references.append(FileReference(source: source, target: target, count: item.count))
      }
    }
  }

  /// The node that a reference leads to: the target's file, or the folder of a module of several files.
  private mutating func end(of run: ReferenceRun, _ locator: FileLocator) -> Int32? {
    let file = locator.files[Int(run.target)]
    if file >= 0 {
      let node = nodeOfFile[Int(file)]
      return node >= 0 ? node : nil
    }
    return locator.folders[run.target].map { folder($0) }
  }

  /// Ties between files and their folders, and between folders and those around them.
  mutating func addFolders(share: Double, least: Double, outerShare: Double) {
    var held: [SourcePath: Double] = [:]
    for node in files.indices {
      let weight = share * max(strengths[node], least)
      let path = paths[node].directory
      folders.append(folder(path))
      add(Int32(node), folders[node], weight)
      held[path, default: 0] += weight
    }
    // Deepest first, so that what a folder holds is known when its turn comes.
    let order = held.keys.flatMap(Self.chain).sorted { left, right in
      left.bytes.count != right.bytes.count ? left.bytes.count > right.bytes.count : left < right
    }
    var last: SourcePath?
    for path in order where path != last {
      last = path
      let outer = path.directory
      // What lies in the root has nothing in common but that.
      guard !path.bytes.isEmpty, !outer.bytes.isEmpty, let weight = held[path] else { continue }
      add(folder(outer), folder(path), outerShare * weight)
      held[outer, default: 0] += outerShare * weight
    }
  }

  /// A folder and those around it.
  private static func chain(_ path: SourcePath) -> [SourcePath] {
    var chain = [path]
    while let last = chain.last, !last.bytes.isEmpty { chain.append(last.directory) }
    return chain
  }

  private mutating func folder(_ path: SourcePath) -> Int32 {
    if let known = nodeOfFolder[path] { return known }
    let node = Int32(paths.count)
    nodeOfFolder[path] = node
    paths.append(path)
    return node
  }

  private mutating func add(_ source: Int32, _ target: Int32, _ weight: Double) {
    sources.append(source)
    targets.append(target)
    weights.append(Float(weight))
  }
}

/// Edges of one kind between the same two nodes, and the file that makes them.
struct ReferenceRun {
  var kind: EdgeKind
  var source: NodeIndex
  var target: NodeIndex
  var file: Int32
  var count: Int32
  var candidates: Int32

  /// The edges of a graph but containment, which are sorted by kind, source and target, in runs.
  static func all(in graph: Graph) -> [ReferenceRun] {
    var runs: [ReferenceRun] = []
    for edge in graph.edges where edge.kind != .contains && edge.file >= 0 {
      if let last = runs.indices.last, runs[last].kind == edge.kind, runs[last].source == edge.source,
        runs[last].target == edge.target, runs[last].file == edge.file
      {
        runs[last].count += 1
      } else {
        runs.append(
          ReferenceRun(
            kind: edge.kind, source: edge.source, target: edge.target, file: edge.file, count: 1,
            candidates: max(1, edge.candidates)))
      }
    }
    return runs
  }
}

/// A hash of bytes that is the same in every process. Source: FNV-1a (Fowler, Noll, Vo).
enum ByteHash {
  static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
