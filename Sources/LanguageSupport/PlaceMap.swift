import GraphModel

/// Where the places of one content lie in another one that says the same: that differs from it in comments, white
/// space and literal text alone.
///
/// Linking reads facts, and of places in them only their order. So two contents whose facts are equal but for
/// places, with the places in the same order, link to the same nodes and edges, at other places: those that this
/// map gives. It is made of the corresponding places of both facts; what none of them names is not in it.
public struct PlaceMap: Sendable {
  /// For each place where something starts (names and operators, too) where it starts in the new content.
  public let starts: [Position: Position]
  /// For each place where a definition or a scope ends where it ends in the new content.
  public let ends: [Position: Position]

  /// Nil if the contents do not say the same. O(n log n) in the size of the facts.
  ///
  /// - Parameters:
  ///   - language: the one that parsed both.
  ///   - ignoresText: true if documentation and the pieces for search may differ: languages' linkers read neither.
  ///     Their places are then not in the map.
  public init?(from old: FileFacts, to new: FileFacts, language: some Language, ignoresText: Bool = false) {
    let left = ignoresText ? old.withoutText : old
    let right = ignoresText ? new.withoutText : new
    guard left.withoutPlaces(language) == right.withoutPlaces(language) else { return nil }
    var pairs: [(old: Edge, new: Edge)] = []
    left.forEachPlace(with: right, language) { left, right in pairs.append((left, right)) }
    pairs.sort { ($0.old, $0.new) < ($1.old, $1.new) }
    // One to one and in the same order, ends against starts included: what lay inside of something still does.
    for (last, next) in zip(pairs, pairs.dropFirst()) {
      guard last.old == next.old ? last.new == next.new : last.new < next.new else { return nil }
    }
    var starts: [Position: Position] = [:]
    var ends: [Position: Position] = [:]
    for (left, right) in pairs {
      let place = old.lines.position(left.offset)
      if left.isStart {
        starts[place] = new.lines.position(right.offset)
      } else {
        ends[place] = new.lines.position(right.offset)
      }
    }
    self.starts = starts
    self.ends = ends
  }

  /// One side of a span. Spans are half-open, so an end comes before a start at the same offset.
  struct Edge: Comparable {
    var offset: UInt32
    var isStart: Bool

    static func < (left: Self, right: Self) -> Bool {
      left.offset != right.offset ? left.offset < right.offset : !left.isStart && right.isStart
    }
  }
}

/// A place that an expression holds, and what is left of its value without.
public struct ExpressionPlace: Sendable, Equatable {
  /// In bytes from the beginning of the file.
  public var offset: UInt32
  /// The rest of ``Expression/value``.
  public var rest: Int32

  /// Makes a place of its parts.
  public init(offset: UInt32, rest: Int32 = 0) {
    self.offset = offset
    self.rest = rest
  }
}

extension FileFacts {
  /// The facts without documentation and pieces for search; names are numbered anew, in the order of their use.
  fileprivate var withoutText: FileFacts {
    var facts = self
    var table = NameTable()
    var numbers = [NameID?](repeating: nil, count: names.count)
    func renumber(_ name: inout NameID) {
      let place = Int(name.rawValue)
      // The bytes are only read, inside the closure.
      let known = numbers[place] ?? names.bytes(name).withUnsafeBufferPointer { table.intern($0) }
      numbers[place] = known
      name = known
    }
    facts.doc = .empty
    facts.mentions = []
    facts.chunks = []
    for index in facts.definitions.indices {
      facts.definitions[index].doc = .empty
      renumber(&facts.definitions[index].signature)
      renumber(&facts.definitions[index].name)
      renumber(&facts.definitions[index].labels)
      renumber(&facts.definitions[index].overloadKey)
      for place in facts.definitions[index].attributes.indices {
        renumber(&facts.definitions[index].attributes[place])
      }
    }
    for index in facts.references.indices {
      renumber(&facts.references[index].name)
      renumber(&facts.references[index].detail)
    }
    for index in facts.expressions.indices { renumber(&facts.expressions[index].name) }
    for index in facts.imports.indices {
      renumber(&facts.imports[index].module)
      renumber(&facts.imports[index].name)
      renumber(&facts.imports[index].alias)
    }
    facts.names = table
    return facts
  }

  /// The facts as if everything stood at the beginning of an empty file.
  fileprivate func withoutPlaces(_ language: some Language) -> FileFacts {
    var facts = self
    facts.lines = LineTable(starts: [0], byteCount: 0)
    facts.parseErrors = 0
    for index in facts.definitions.indices {
      facts.definitions[index].start = 0
      facts.definitions[index].end = 0
      facts.definitions[index].nameStart = 0
    }
    for index in facts.scopes.indices {
      facts.scopes[index].start = 0
      facts.scopes[index].end = 0
    }
    for index in facts.references.indices { facts.references[index].offset = 0 }
    for index in facts.expressions.indices {
      if let place = language.place(of: facts.expressions[index]) {
        facts.expressions[index].value = place.rest
      }
    }
    for index in facts.imports.indices {
      facts.imports[index].moduleStart = 0
      facts.imports[index].nameStart = 0
    }
    for index in facts.mentions.indices { facts.mentions[index].offset = 0 }
    for index in facts.chunks.indices {
      facts.chunks[index].start = 0
      facts.chunks[index].end = 0
    }
    return facts
  }

  /// Calls `body` with each place that linking may see and its counterpart in facts that are equal without places.
  /// The file's own scope is left out: it always is the whole file.
  fileprivate func forEachPlace(
    with other: FileFacts, _ language: some Language, _ body: (PlaceMap.Edge, PlaceMap.Edge) -> Void
  ) {
    func start(_ left: UInt32, _ right: UInt32) {
      body(.init(offset: left, isStart: true), .init(offset: right, isStart: true))
    }
    func end(_ left: UInt32, _ right: UInt32) {
      body(.init(offset: left, isStart: false), .init(offset: right, isStart: false))
    }
    for (left, right) in zip(definitions, other.definitions) {
      start(left.start, right.start)
      start(left.nameStart, right.nameStart)
      end(left.end, right.end)
    }
    for (left, right) in zip(scopes, other.scopes).dropFirst() {
      start(left.start, right.start)
      end(left.end, right.end)
    }
    for (left, right) in zip(references, other.references) { start(left.offset, right.offset) }
    for (left, right) in zip(mentions, other.mentions) { start(left.offset, right.offset) }
    for (left, right) in zip(expressions, other.expressions) {
      guard let left = language.place(of: left), let right = language.place(of: right) else { continue }
      start(left.offset, right.offset)
    }
    for (left, right) in zip(imports, other.imports) {
      start(left.moduleStart, right.moduleStart)
      // `c` of `a.b.c`.
      let last = UInt32(names.bytes(left.module).split(separator: UInt8(ascii: ".")).last?.count ?? 0)
      if last > 0, last <= left.moduleLength {
        start(
          left.moduleStart &+ (left.moduleLength - last), right.moduleStart &+ (right.moduleLength - last))
      }
      start(left.nameStart, right.nameStart)
    }
  }
}
