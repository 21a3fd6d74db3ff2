import CStorage
import GraphModel

/// Changes the rows of files, nodes, edges and references for a patch.
///
/// Files, too, are named by their numbers in the tables here, once a part is read or taken over.
struct GraphPatcher {
  private let connection: OpaquePointer
  private let previous: GraphReader
  private let patch: GenerationPatch
  private let files: PatchFiles
  /// What the generation before holds of the patch's parts and of files that are gone; edges name nodes by numbers.
  private var old: [GenerationPatch.Part] = []
  /// The places of their nodes.
  private var oldPlaces: [[NodeIndex]] = []
  /// The numbers of the files whose parts change; -1 for what lies in none.
  private let parts: Set<Int32>
  /// The numbers of nodes.
  let numbers: PatchNumbers

  /// The changes of the totals.
  private(set) var nodesAdded = 0
  private(set) var edgesAdded = 0
  private(set) var unresolvedAdded = 0

  /// - Throws: ``PatchRefusal`` if the generation before is not what was written.
  init(
    _ connection: OpaquePointer, previous: GraphReader, _ patch: GenerationPatch, _ files: PatchFiles,
    _ digests: GraphDigest.Parts
  ) throws {
    self.connection = connection
    self.previous = previous
    self.patch = patch
    self.files = files
    let numbers = patch.parts.map { files.number($0.number) }
    parts = Set(numbers + files.matching.removed.map(files.numberBefore))
    self.numbers = try PatchNumbers(previous, id: patch.id)
    for part in patch.parts {
      guard (part.file == nil) == (part.number < 0) else { throw PatchRefusal() }
      let place = files.before(part.number)
      if part.number < 0 || place >= 0 { try read(place, digests) }
    }
    for place in files.matching.removed { try read(place, digests) }
  }

  /// Reads what the generation before holds of a file, or for -1 of none.
  private mutating func read(_ place: Int32, _ digests: GraphDigest.Parts) throws {
    guard let (stored, places) = try previous.placedPart(place) else { throw PatchRefusal() }
    var content = stored
    var ids: [NodeIndex: String] = [:]
    for index in content.edges.indices {
      content.edges[index].source = try note(content.edges[index].source, &ids)
      content.edges[index].target = try note(content.edges[index].target, &ids)
    }
    for index in content.unresolved.indices {
      content.unresolved[index].source = try note(content.unresolved[index].source, &ids)
    }
    // All of the part was found, and it is what was written.
    guard GraphDigest.digest(of: content, id: { ids[$0] ?? "" }) == digests[place] else {
      throw PatchRefusal()
    }
    content.name(files.numberBefore(place))
    old.append(content)
    oldPlaces.append(places)
  }

  private func note(_ place: NodeIndex, _ ids: inout [NodeIndex: String]) throws -> Int32 {
    let number = try numbers.note(place)
    ids[number] = numbers.ids[number]
    return number
  }

  /// Writes everything; returns the digests of all parts.
  mutating func write(_ before: GraphDigest.Parts) throws -> GraphDigest.Parts {
    var digests = GraphDigest.Parts(
      files: files.matching.before.map { $0 < 0 ? [] : before[$0] }, rest: before.rest)
    var texts = try TextPatcher(connection, previous.order(.text))
    let order = try writeNodes(&texts)
    numbers.guess = order
    let new = try numbered(order)
    for (part, place) in zip(new, patch.parts.lazy.map(\.number)) {
      digests[place] = GraphDigest.digest(of: part) { numbers.ids[$0] ?? "" }
    }
    try writeEdges(new)
    try writeUnresolved(new, &texts)
    guard let textOrder = try texts.finish() else { throw previous.damaged("a list of references") }
    for (order, kind) in [(order, NumberOrder.Kind.node), (textOrder, .text), (files.order, .file)] {
      guard order.runs.count <= NumberOrderTable.mostRuns else { throw PatchRefusal() }
      try NumberOrderTable.write(order, kind, connection)
    }
    try writeFiles(digests)
    return digests
  }

  private func writeFiles(_ digests: GraphDigest.Parts) throws {
    let delete = try Statement(connection, "DELETE FROM file WHERE id = ?")
    for place in files.matching.removed {
      delete.bind(1, files.numberBefore(place))
      try delete.run()
    }
    let insert = try FileTable.insert(connection)
    let update = try Statement(
      connection,
      """
      UPDATE file SET language = ?, blob = ?, lines = ?, parse_errors = ?, skip_reason = ?, digest = ?
      WHERE id = ?
      """)
    for part in patch.parts {
      guard let file = part.file else { continue }
      if files.before(part.number) < 0 {
        let number = Int(files.number(part.number))
        try FileTable.add(
          file, number, stamp: patch.stamps[part.number], digest: digests[part.number], insert)
        continue
      }
      update.bind(1, file.language.map { Int32($0.rawValue) })
      BlobColumn.bind(file.blob, to: update, 2)
      update.bind(3, file.lines)
      update.bind(4, file.parseErrors)
      update.bind(5, file.skipReason?.rawValue)
      update.bindBlob(6, digests[part.number])
      update.bind(7, files.number(part.number))
      try update.run()
    }
  }

  // MARK: Nodes

  /// Writes the nodes that change; returns the order of all.
  private mutating func writeNodes(_ texts: inout TextPatcher) throws -> NumberOrder {
    let order = try previous.order(.node)
    var before: [String: (node: Node, part: Int32, number: Int32)] = [:]
    for (content, places) in zip(old, oldPlaces) {
      for (node, place) in zip(content.nodes, places) {
        before[node.id] = (node, content.number, order.number(at: place))
      }
    }
    var now: Set<String> = []
    var added: [(node: Node, part: Int32)] = []
    var changed: [(node: Node, part: Int32, number: Int32)] = []
    for part in patch.parts {
      let number = files.number(part.number)
      for node in part.nodes {
        guard now.insert(node.id).inserted else { throw PatchRefusal() }
        if let known = before[node.id] {
          numbers.set(known.number, node.id)
          if known.node != node || known.part != number { changed.append((node, number, known.number)) }
        } else {
          added.append((node, number))
        }
      }
    }
    let gone = before.filter { !now.contains($0.key) }
    for (id, item) in gone { numbers.remove(item.number, id) }
    try leaveTexts(gone.map(\.value.number) + changed.map(\.number), &texts)
    let delete = try Statement(connection, "DELETE FROM node WHERE id = ?")
    for number in gone.map(\.value.number).sorted() {
      delete.bind(1, number)
      try delete.run()
    }
    let removed = Set(gone.map(\.value.number))
    added.sort { $0.node.id.utf8.lexicographicallyPrecedes($1.node.id.utf8) }
    let free = order.edited(removing: removed, adding: []).unused(added.count)
    var places: [(place: Int32, number: Int32)] = []
    for (item, number) in zip(added, free) {
      guard Int(number) < ReferenceListWriter.otherLimit else { throw PatchRefusal() }
      places.append((try previous.firstPlace(notBefore: item.node.id), number))
      numbers.set(number, item.node.id)
      changed.append((item.node, item.part, number))
    }
    let replace = try Statement(connection, "REPLACE \(NodeTable.rowSQL)")
    for item in changed {
      var row = try NodeTable.row(item.node) { try texts.id(Array($0)) }
      if !item.node.properties.isEmpty {
        row.properties = try texts.id(Array(PropertyText.encode(item.node.properties).utf8))
      }
      NodeTable.bind(item.node, item.number, row, file: item.part, to: replace)
      try replace.run()
    }
    nodesAdded = added.count - gone.count
    return order.edited(removing: removed, adding: places)
  }

  /// Notes the texts of rows that change or go.
  private func leaveTexts(_ nodes: [Int32], _ texts: inout TextPatcher) throws {
    let rows = try Statement(
      connection,
      """
      SELECT name, id_prefix, id_suffix, qualified_prefix, qualified_suffix, properties FROM node WHERE id = ?
      """)
    for number in nodes {
      rows.reset()
      rows.bind(1, number)
      guard try rows.step() else { throw previous.damaged("a missing node") }
      for column in 0..<Int32(6) where !rows.isNull(column) { texts.leave(rows.int32(column)) }
    }
  }

  /// The patch's parts with the tables' numbers, sorted in the order of the nodes' places.
  private func numbered(_ order: NumberOrder) throws -> [GenerationPatch.Part] {
    try patch.parts.map { part in
      var part = part
      part.name(files.number(part.number))
      for index in part.edges.indices {
        part.edges[index].source = order.place(of: try numbers.number(of: part.edges[index].source))
        part.edges[index].target = order.place(of: try numbers.number(of: part.edges[index].target))
      }
      part.edges.sort(by: GraphOrder.precedes)
      for index in part.unresolved.indices {
        let source = try numbers.number(of: part.unresolved[index].source)
        part.unresolved[index].source = order.place(of: source)
      }
      part.unresolved.sort(by: GraphOrder.precedes)
      for index in part.edges.indices {
        part.edges[index].source = order.number(at: part.edges[index].source)
        part.edges[index].target = order.number(at: part.edges[index].target)
      }
      for index in part.unresolved.indices {
        part.unresolved[index].source = order.number(at: part.unresolved[index].source)
      }
      return part
    }
  }

  // MARK: Edges

  /// Rewrites the lists of sources of which edges in the parts changed, and who points at their targets.
  private mutating func writeEdges(_ new: [GenerationPatch.Part]) throws {
    let before = Dictionary(grouping: old.flatMap(\.edges), by: \.source)
    let now = Dictionary(grouping: new.flatMap(\.edges), by: \.source)
    var backlinks = BacklinkEdits()
    let editor = try ListEditor(connection, table: "edge_list")
    let files = try SourceFiles(connection, previous)
    for source in Set(before.keys).union(now.keys).sorted() {
      let left = (before[source] ?? []).sorted(by: GraphOrder.precedes)
      let right = (now[source] ?? []).sorted(by: GraphOrder.precedes)
      if left == right, try files.isSame(source) { continue }
      for edge in left { backlinks.note(edge, isAdded: false) }
      for edge in right { backlinks.note(edge, isAdded: true) }
      edgesAdded += right.count - left.count
      let file = try files.now(source)
      let oldFile = try files.before(source)
      guard
        try editor.replace(
          of: Int(source), where: { parts.contains($0 ?? oldFile) },
          with: right.map { EdgeTables.entry($0, sourceFile: file) })
      else { throw previous.damaged("a list of edges") }
    }
    guard try backlinks.write(connection) else { throw previous.damaged("a list of sources") }
  }

  private mutating func writeUnresolved(
    _ new: [GenerationPatch.Part], _ texts: inout TextPatcher
  ) throws {
    let before = Dictionary(grouping: old.flatMap(\.unresolved), by: \.source)
    let now = Dictionary(grouping: new.flatMap(\.unresolved), by: \.source)
    let editor = try ListEditor(connection, table: "unresolved_list")
    let files = try SourceFiles(connection, previous)
    var reasons = try Reasons(connection)
    for source in Set(before.keys).union(now.keys).sorted() {
      let left = (before[source] ?? []).sorted(by: GraphOrder.precedes)
      let right = (now[source] ?? []).sorted(by: GraphOrder.precedes)
      if left == right, try files.isSame(source) { continue }
      unresolvedAdded += right.count - left.count
      for reference in left { try texts.leave(reference.name) }
      let file = try files.now(source)
      let oldFile = try files.before(source)
      let entries = try right.map { reference in
        UnresolvedTable.entry(
          reference, sourceFile: file, name: try texts.id(Array(reference.name.utf8)),
          reason: try reasons.number(reference.reason))
      }
      guard
        try editor.replace(of: Int(source), where: { parts.contains($0 ?? oldFile) }, with: entries)
      else { throw previous.damaged("a list of references") }
    }
  }
}

extension GenerationPatch.Part {
  /// Gives the part and all in it another number of its file.
  fileprivate mutating func name(_ number: Int32) {
    self.number = number
    for index in edges.indices { edges[index].file = number }
    for index in unresolved.indices { unresolved[index].file = number }
  }
}

/// In which files nodes lie by their numbers, before a patch and after it; -1 for none.
private struct SourceFiles: ~Copyable {
  private let rows: Statement
  private let previous: GraphReader
  private let order: NumberOrder

  init(_ connection: OpaquePointer, _ previous: GraphReader) throws {
    let order = try previous.order(.node)
    let rows = try Statement(connection, "SELECT file FROM node WHERE id = ?")
    self.rows = rows
    self.previous = previous
    self.order = order
  }

  borrowing func now(_ node: Int32) throws -> Int32 { try file(rows, node) }

  borrowing func before(_ node: Int32) throws -> Int32 {
    try previous.readDatabase { database in
      try file(Statement(cachedIn: database, "SELECT file FROM node WHERE id = ?"), node)
    }
  }

  borrowing func isSame(_ node: Int32) throws -> Bool { try now(node) == before(node) }

  private borrowing func file(_ rows: borrowing Statement, _ node: Int32) throws -> Int32 {
    rows.reset()
    rows.bind(1, node)
    return try rows.step() ? rows.optionalInt32(0) ?? -1 : -1
  }
}

/// The table `reason`, to which new ones are added.
private struct Reasons {
  private let connection: OpaquePointer
  private var numbers: [String: Int] = [:]

  init(_ connection: OpaquePointer) throws {
    self.connection = connection
    let rows = try Statement(connection, "SELECT value, id FROM reason")
    while try rows.step() { numbers[rows.string(0)] = rows.int(1) }
  }

  mutating func number(_ reason: String) throws -> Int {
    if let known = numbers[reason] { return known }
    let number = (numbers.values.max() ?? -1) + 1
    guard number < NumberText.limit / 32 else { throw PatchRefusal() }
    let insert = try Statement(connection, "INSERT INTO reason (id, value) VALUES (?, ?)")
    insert.bind(1, number)
    insert.bind(2, reason)
    try insert.run()
    numbers[reason] = number
    return number
  }
}
