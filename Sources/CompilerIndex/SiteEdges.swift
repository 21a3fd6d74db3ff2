import GraphModel
import LanguageSupport

/// Kinds of edges that answer the same question about a place.
struct EdgeFamily: OptionSet {
  let rawValue: UInt8

  /// What is called.
  static let calls = EdgeFamily(rawValue: 1 << 0)
  /// What is named.
  static let names = EdgeFamily(rawValue: 1 << 1)
  /// What is taken or set.
  static let values = EdgeFamily(rawValue: 1 << 2)
  /// All of them.
  static let all: EdgeFamily = [.calls, .names, .values]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The family of a kind; empty for kinds that an index does not decide by the place.
  init(_ kind: EdgeKind) {
    switch kind {
    case .calls, .instantiates: self = .calls
    case .references, .inherits, .conforms, .extends, .decorates: self = .names
    case .reads, .writes: self = .values
    default: self = []
    }
  }
}

/// Turns the occurrences at each place of one file into edges.
struct SiteEdges {
  let compiled: CompiledProgram
  let sites: SourceSites
  /// Index in ``Graph/files``.
  let file: Int32

  /// What was found.
  private(set) var edges: [Edge] = []
  /// For each place the families of edges that the index decides there.
  private(set) var references: [Position: EdgeFamily] = [:]
  /// Places whose definitions the index decides.
  private(set) var definitions: Set<Position> = []

  init(compiled: CompiledProgram, sites: SourceSites, file: Int32) {
    self.compiled = compiled
    self.sites = sites
    self.file = file
  }

  /// Adds the edges of one place.
  mutating func add(
    _ site: ArraySlice<Occurrence>, _ places: inout DefinitionPlaces, _ graph: inout GraphBuilder
  ) {
    let written = site.filter { !$0.roles.contains(.implicit) }
    addOverrides(written.filter { $0.roles.contains(.definition) }, &places, &graph)
    let uses = written.filter { $0.roles.contains(.reference) && kind($0) != .module }
    guard let position = uses.first?.position else { return }
    let source = sites.source(position)
    let isDecorator = sites.isDecorator(position)
    // What the index does not know the declaration of is left to the linker, family by family.
    let known = uses.filter { kind($0) == .parameter || places.place($0.symbol) != .unknown }
    var claimed: EdgeFamily = known.count == uses.count ? .all : []
    var found: [Edge] = []
    let instance = instantiated(uses, places)
    for use in known where kind(use) != .parameter {
      let target = node(use.symbol, &places, &graph)
      for edge in edgeKinds(use, isDecorator: isDecorator, graph.nodes[Int(source)].kind) {
        if edge == .references && use.symbol == instance { continue }
        found.append(edgeOf(edge, source, target, position))
      }
    }
    if let instance, !isDecorator, places.place(instance) != .unknown {
      found.append(edgeOf(.instantiates, source, node(instance, &places, &graph), position))
    }
    for edge in found { claimed.formUnion(EdgeFamily(edge.kind)) }
    references[position] = claimed
    edges += found
  }

  /// An override or a witness at each definition that the index tells one of.
  private mutating func addOverrides(
    _ found: [Occurrence], _ places: inout DefinitionPlaces, _ graph: inout GraphBuilder
  ) {
    for definition in found where kind(definition) != .parameter {
      guard case .node(let source) = places.place(definition.symbol) else { continue }
      let overridden = definition.relations.filter { $0.roles.contains(.overrideOf) }
      guard overridden.allSatisfy({ places.place($0.symbol) != .unknown }) else { continue }
      definitions.insert(definition.position)
      for relation in overridden {
        let target = node(relation.symbol, &places, &graph)
        edges.append(edgeOf(.overrides, source, target, definition.position))
      }
    }
  }

  /// The type of which an initializer called here makes an instance: the one named here, or else the one that
  /// declares the initializer (`.init(…)`, or a type alias).
  private func instantiated(_ uses: [Occurrence], _ places: DefinitionPlaces) -> Int32? {
    guard let call = uses.first(where: { kind($0) == .initializer && $0.roles.contains(.call) }),
      !sites.isDelegation(call.position)
    else { return nil }
    if let named = uses.first(where: { isNominal($0.symbol) }) { return named.symbol }
    return places.declaringType(of: call.symbol).flatMap { isNominal($0) ? $0 : nil }
  }

  private func edgeKinds(_ use: Occurrence, isDecorator: Bool, _ source: NodeKind) -> [EdgeKind] {
    let isCall = use.roles.contains(.call)
    switch kind(use) {
    case .enum, .struct, .class, .protocol, .typeAlias, .associatedType, .typeParameter:
      // An enumeration's raw type stands among its bases and is none.
      let isRawType = kind(use) == .struct || kind(use) == .enum
      if !isRawType, use.relations.contains(where: { $0.roles.contains(.baseOf) }) {
        let isOfItsKind = kind(use) == .class || (kind(use) == .protocol && source == .protocol)
        return [isOfItsKind ? .inherits : .conforms]
      }
      if use.relations.contains(where: { $0.roles.contains(.extendedBy) }) { return [.extends] }
      return [isDecorator ? .decorates : .references]
    case .macro: return [isDecorator ? .decorates : .calls]
    case .variable, .property, .subscript:
      var kinds: [EdgeKind] = []
      if use.roles.contains(.read) { kinds.append(.reads) }
      if use.roles.contains(.write) { kinds.append(.writes) }
      return kinds.isEmpty ? [.references] : kinds
    default: return [isCall ? .calls : .references]
    }
  }

  private func node(
    _ symbol: Int32, _ places: inout DefinitionPlaces, _ graph: inout GraphBuilder
  ) -> NodeIndex {
    if case .node(let node) = places.place(symbol) { return node }
    let name = places.externalName(symbol)
    return graph.external(name.qualifiedName, name: name.name, language: .swift)
  }

  private func edgeOf(
    _ kind: EdgeKind, _ source: NodeIndex, _ target: NodeIndex, _ position: Position
  ) -> Edge {
    Edge(kind: kind, source: source, target: target, file: file, position: position, resolution: .compiler)
  }

  private func kind(_ occurrence: Occurrence) -> CompiledSymbol.Kind {
    compiled.symbols[Int(occurrence.symbol)].kind
  }

  private func isNominal(_ symbol: Int32) -> Bool {
    switch compiled.symbols[Int(symbol)].kind {
    case .enum, .struct, .class: true
    default: false
    }
  }
}
