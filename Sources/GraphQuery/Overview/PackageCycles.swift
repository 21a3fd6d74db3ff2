import GraphModel
import GraphStore

/// Finds packages and modules that refer to each other in a circle.
///
/// A unit is what maintainers think of as one: a package in Python, a module in Swift. References between
/// a package and one inside it are left out, as `a` re-exporting `a.b` is how packages are written.
struct PackageCycles {
  private let names: [String]
  private let edges: [[Int: Site]]
  private let files: [IndexedFile]

  /// References from one unit to another, and where the first of them stands.
  private struct Site {
    var file: Int32
    var line: Int32
    var count: Int
  }

  init(_ reader: GraphReader) throws {
    files = try reader.files()
    let edges = try reader.edges()
    var kinds: [NodeIndex: (kind: NodeKind, name: String, language: LanguageID?)] = [:]
    var nodeFiles: [Int32] = []
    try reader.forEachNode { stored in
      nodeFiles.append(stored.file ?? -1)
      switch stored.node.kind {
      case .package, .module:
        kinds[stored.index] = (stored.node.kind, stored.node.qualifiedName, stored.node.language)
      default: break
      }
    }
    var container: [NodeIndex: NodeIndex] = [:]
    var fileOwner = [NodeIndex](repeating: -1, count: files.count)
    for edge in edges where edge.kind == .contains && kinds[edge.source] != nil {
      if kinds[edge.target] != nil { container[edge.target] = edge.source }
      if fileOwner.indices.contains(Int(edge.file)) { fileOwner[Int(edge.file)] = edge.source }
    }
    var unitOfNode: [NodeIndex: Int] = [:]
    var names: [String] = []
    func unit(_ node: NodeIndex) -> Int? {
      guard let known = kinds[node] else { return nil }
      var owner = node
      if known.kind == .module, known.language == .python {
        guard let package = container[node] else { return nil }
        owner = package
      }
      if let number = unitOfNode[owner] { return number }
      unitOfNode[owner] = names.count
      names.append(kinds[owner]?.name ?? "")
      return names.count - 1
    }
    let unitOfFile = fileOwner.map { unit($0) }
    var between = [[Int: Site]](repeating: [:], count: names.count)
    for edge in edges where edge.kind != .contains && fileOwner.indices.contains(Int(edge.file)) {
      guard nodeFiles.indices.contains(Int(edge.target)) else { continue }
      let targetFile = nodeFiles[Int(edge.target)]
      let target =
        unitOfFile.indices.contains(Int(targetFile)) ? unitOfFile[Int(targetFile)] : unit(edge.target)
      guard let source = unitOfFile[Int(edge.file)], let target, source != target else { continue }
      while between.count < names.count { between.append([:]) }
      guard !Self.isInside(names[source], names[target]), !Self.isInside(names[target], names[source]) else {
        continue
      }
      let site = (edge.file, edge.position.line)
      if let known = between[source][target] {
        let first = site < (known.file, known.line) ? site : (known.file, known.line)
        between[source][target] = Site(file: first.0, line: first.1, count: known.count + 1)
      } else {
        between[source][target] = Site(file: site.0, line: site.1, count: 1)
      }
    }
    while between.count < names.count { between.append([:]) }
    self.names = names
    self.edges = between
  }

  private static func isInside(_ inner: String, _ outer: String) -> Bool { inner.hasPrefix(outer + ".") }

  /// All circles, the largest first.
  func cycles() -> [CommunitiesAnswer.Cycle] {
    components().filter { $0.count > 1 }.map { members in
      CommunitiesAnswer.Cycle(packages: members.map { names[$0] }.sorted(), shortest: shortest(in: members))
    }.sorted { left, right in
      left.packages.count != right.packages.count
        ? left.packages.count > right.packages.count
        : left.packages.lexicographicallyPrecedes(right.packages)
    }
  }

  private func targets(_ unit: Int) -> [Int] { edges[unit].keys.sorted(by: precedes) }

  private func precedes(_ left: Int, _ right: Int) -> Bool { (names[left], left) < (names[right], right) }

  /// Strongly connected components. Source: Tarjan: Depth-first search and linear graph algorithms, 1972; with a
  /// stack of our own instead of recursion.
  private func components() -> [[Int]] {
    var order = [Int](repeating: -1, count: names.count)
    var low = order
    var isOnStack = [Bool](repeating: false, count: names.count)
    var stack: [Int] = []
    var result: [[Int]] = []
    var next = 0
    for root in names.indices where order[root] < 0 {
      var work: [(unit: Int, targets: ArraySlice<Int>)] = []
      func enter(_ unit: Int) {
        order[unit] = next
        low[unit] = next
        next += 1
        stack.append(unit)
        isOnStack[unit] = true
        work.append((unit, targets(unit)[...]))
      }
      enter(root)
      while let top = work.indices.last {
        let unit = work[top].unit
        if let target = work[top].targets.popFirst() {
          if order[target] < 0 {
            enter(target)
          } else if isOnStack[target] {
            low[unit] = min(low[unit], order[target])
          }
          continue
        }
        work.removeLast()
        if let parent = work.last?.unit { low[parent] = min(low[parent], low[unit]) }
        guard low[unit] == order[unit] else { continue }
        var members: [Int] = []
        while let member = stack.popLast() {
          isOnStack[member] = false
          members.append(member)
          if member == unit { break }
        }
        result.append(members)
      }
    }
    return result
  }

  /// The shortest circle within a component, the first by name among equals.
  private func shortest(in members: [Int]) -> [CommunitiesAnswer.Cycle.Step] {
    let allowed = Set(members)
    var best: [Int] = []
    for start in members.sorted(by: precedes) {
      var previous: [Int: Int] = [:]
      var queue = [start]
      var head = 0
      search: while head < queue.count {
        let unit = queue[head]
        head += 1
        for target in targets(unit) where allowed.contains(target) {
          if target == start {
            var circle = [unit]
            while let before = previous[circle[0]] { circle.insert(before, at: 0) }
            if best.isEmpty || circle.count < best.count { best = circle }
            break search
          }
          if previous[target] == nil {
            previous[target] = unit
            queue.append(target)
          }
        }
      }
      if best.count == 2 { break }
    }
    return best.indices.compactMap { place in
      let (from, to) = (best[place], best[(place + 1) % best.count])
      return edges[from][to].map { site in
        .init(
          from: names[from], to: names[to], path: files[Int(site.file)].path.display, line: Int(site.line),
          references: site.count)
      }
    }
  }
}
