import GraphModel
import LanguageSupport

/// The edges and unresolved references that the languages' linkers made for an earlier graph, of the same files: what
/// still holds of them is not resolved again.
///
/// Nodes are found again by their symbol ids. What documents say is not among it: that is always linked.
public struct KnownLinks: Sendable {
  /// Where things lie now in a file that says the same as before.
  public struct Moves: Sendable {
    /// For each place where something starts the new one.
    public var starts: [Position: Position]
    /// For each place where something ends the new one.
    public var ends: [Position: Position]
    /// The new end of the file.
    public var end: Position

    /// Makes a value of its parts.
    public init(starts: [Position: Position], ends: [Position: Position], end: Position) {
      self.starts = starts
      self.ends = ends
      self.end = end
    }
  }

  /// For languages of which something is known the numbers of the files whose references must be resolved, and of the
  /// documents whose code must be. Other languages are linked as a whole.
  public var stale: [LanguageID: Set<Int32>]
  /// By the number of the file.
  public var moves: [Int32: Moves]
  /// The nodes of the earlier graph; those for which ``isMadeByLinker(_:)`` holds with all their parts.
  public var nodes: [Node]
  /// The edges of the earlier graph.
  public var edges: [Edge]
  /// The references without a target of the earlier graph.
  public var unresolved: [UnresolvedReference]

  /// Makes a value of its parts.
  public init(
    stale: [LanguageID: Set<Int32>], moves: [Int32: Moves], nodes: [Node], edges: [Edge],
    unresolved: [UnresolvedReference]
  ) {
    self.stale = stale
    self.moves = moves
    self.nodes = nodes
    self.edges = edges
    self.unresolved = unresolved
  }

  /// True for a file of whose references nothing is known.
  public func isStale(_ file: Int32, _ language: LanguageID) -> Bool {
    stale[language]?.contains(file) ?? true
  }

  /// True for nodes in files that no definition is: lambdas that something calls.
  public static func isMadeByLinker(_ node: Node) -> Bool {
    node.kind == .function && node.name == "<lambda>"
  }
}

/// Adds to a graph what is known of it.
struct KnownLinkPass {
  private let known: KnownLinks
  private let files: [IndexedFile]
  private let numbers: [String: NodeIndex]
  /// For each node of the earlier graph the one in this graph, or -1 where nobody asked.
  private var found: [NodeIndex]

  init(_ known: KnownLinks, files: [IndexedFile], _ graph: GraphBuilder) {
    self.known = known
    self.files = files
    var numbers: [String: NodeIndex] = [:]
    numbers.reserveCapacity(graph.nodes.count)
    for (number, node) in graph.nodes.enumerated() where node.kind != .external {
      numbers[node.id] = NodeIndex(number)
    }
    self.numbers = numbers
    found = [NodeIndex](repeating: -1, count: known.nodes.count)
  }

  /// Adds everything that still holds; false if something cannot be found again. Linear, apart from sorting what code
  /// in documents refers to: later passes read that in the order of files and places, as linkers add it.
  mutating func run(into graph: inout GraphBuilder) -> Bool {
    guard addNodes(to: &graph) else { return false }
    var shown: [Edge] = []
    // Before any node is looked up: until then only those that linkers made are found.
    let kept = known.edges.filter { holds($0) }
    for edge in kept {
      if known.nodes[Int(edge.source)].kind == .codeBlock {
        shown.append(edge)
      } else if !add(edge, to: &graph) {
        return false
      }
    }
    shown.sort {
      ($0.file, $0.position, $0.kind.rawValue, $0.source, $0.target)
        < ($1.file, $1.position, $1.kind.rawValue, $1.source, $1.target)
    }
    for edge in shown where !add(edge, to: &graph) { return false }
    for var reference in known.unresolved
    where holds(reference.kind, file: reference.file, reference.kind == .imports ? .python : nil) {
      guard let source = place(reference.source, &graph),
        let position = moved(reference.position, reference.file)
      else { return false }
      reference.source = source
      reference.position = position
      graph.add(reference)
    }
    return true
  }

  private mutating func add(_ known: Edge, to graph: inout GraphBuilder) -> Bool {
    var edge = known
    guard let source = place(edge.source, &graph), let target = place(edge.target, &graph),
      let position = moved(edge.position, edge.file)
    else { return false }
    edge.source = source
    edge.target = target
    edge.position = position
    graph.add(edge)
    return true
  }

  /// Adds the nodes that linkers made in files.
  private mutating func addNodes(to graph: inout GraphBuilder) -> Bool {
    for (number, item) in known.nodes.enumerated() {
      var node = item
      guard KnownLinks.isMadeByLinker(node), let language = node.language,
        let stale = known.stale[language]
      else { continue }
      guard stale.isEmpty, let file = known.fileNumber(of: node, files) else { return false }
      if let moves = known.moves[file] {
        guard let start = node.start.flatMap({ moves.starts[$0] }),
          let end = node.end.flatMap({ moves.ends[$0] })
        else { return false }
        (node.start, node.namePosition, node.end) = (start, start, end)
      }
      found[number] = graph.add(node)
    }
    return true
  }

  /// True for edges that a linker made, of references that need not be resolved.
  private func holds(_ edge: Edge) -> Bool {
    let target = known.nodes[Int(edge.target)]
    if edge.kind == .contains { return found[Int(edge.target)] >= 0 }
    return holds(edge.kind, file: edge.file, target.language)
  }

  /// - Parameter made: the language that made it where the file is a document.
  private func holds(_ kind: EdgeKind, file: Int32, _ made: LanguageID?) -> Bool {
    switch kind {
    case .contains, .links, .mentions, .documents, .coChanges: return false
    default: break
    }
    guard file >= 0, let language = files[Int(file)].language,
      let maker = language.isProse ? made : language, let stale = known.stale[maker]
    else { return false }
    return !stale.contains(file)
  }

  /// The node of this graph that a node of the earlier one is; nil if there is none.
  private mutating func place(_ number: NodeIndex, _ graph: inout GraphBuilder) -> NodeIndex? {
    let known = found[Int(number)]
    if known >= 0 { return known }
    let node = self.known.nodes[Int(number)]
    if node.kind == .external {
      guard let language = node.language else { return nil }
      found[Int(number)] = graph.external(node.qualifiedName, name: node.name, language: language)
    } else {
      found[Int(number)] = numbers[node.id] ?? -1
    }
    return found[Int(number)] < 0 ? nil : found[Int(number)]
  }

  private func moved(_ position: Position, _ file: Int32) -> Position? {
    guard let moves = known.moves[file], position.line > 0 else { return position }
    return moves.starts[position]
  }
}

extension KnownLinks {
  /// The number of the file that a node lies in.
  fileprivate func fileNumber(of node: Node, _ files: [IndexedFile]) -> Int32? {
    guard let path = node.path else { return nil }
    var (low, high) = (0, files.count)
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path < path { low = middle + 1 } else { high = middle }
    }
    return low < files.count && files[low].path == path ? Int32(low) : nil
  }
}
