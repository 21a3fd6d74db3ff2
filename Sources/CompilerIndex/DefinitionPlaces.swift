import GraphModel
import LanguageSupport

/// What the symbols of an index are in the graph.
///
/// A symbol is the node whose name stands where the index has the symbol's definition: what the compiler adds to a
/// property (`_x` of a wrapped `x`) is the property. What it adds to a type (a memberwise or an inherited initializer, `==`,
/// `allCases`) is the type.
struct DefinitionPlaces {
  /// What a symbol stands for.
  enum Place: Equatable {
    case node(NodeIndex)
    case external
    /// Declared in the tree, but in a file that changed, inside a body, or by a macro.
    case unknown
  }

  private let compiled: CompiledProgram
  /// For each symbol its node, or -1.
  private var nodes: [NodeIndex]
  /// For each symbol what it is declared in, or -1.
  private var parents: [Int32]
  /// For each extension what it extends, or -1.
  private var extended: [Int32]
  /// For each symbol whether the compiler made it.
  private var isImplicit: [Bool]
  /// Modules that are compiled from the tree.
  private let modules: Set<String>
  private var places: [Place?]
  private var names: [ExternalName?]

  /// - Parameters:
  ///   - files: the files whose content is what the compiler read, each with its place in `program`.
  ///   - compiled: all that the index says, files that changed included.
  init(files: [(compiled: CompiledFile, file: Int)], in compiled: CompiledProgram, _ program: Program) {
    self.compiled = compiled
    let count = compiled.symbols.count
    nodes = [NodeIndex](repeating: -1, count: count)
    parents = [Int32](repeating: -1, count: count)
    extended = [Int32](repeating: -1, count: count)
    isImplicit = [Bool](repeating: false, count: count)
    places = [Place?](repeating: nil, count: count)
    names = [ExternalName?](repeating: nil, count: count)
    modules = Set(compiled.files.map { compiled.names.string($0.module) })
    for (source, file) in files { add(source, program.files[file].facts, program.definitionNodes[file]) }
  }

  private mutating func add(_ source: CompiledFile, _ facts: FileFacts, _ nodesOfFile: [NodeIndex]) {
    var definitions: [Position: DefinitionIndex] = [:]
    for (index, definition) in facts.definitions.enumerated() {
      definitions[facts.lines.position(definition.nameStart)] = DefinitionIndex(index)
    }
    for occurrence in source.occurrences {
      let symbol = Int(occurrence.symbol)
      for relation in occurrence.relations {
        if relation.roles.contains(.extendedBy) { extended[Int(relation.symbol)] = occurrence.symbol }
        if relation.roles.contains(.childOf), occurrence.roles.contains(.definition) {
          parents[symbol] = relation.symbol
        }
      }
      guard occurrence.roles.contains(.definition), compiled.symbols[symbol].kind != .parameter,
        nodes[symbol] < 0
      else { continue }
      isImplicit[symbol] = occurrence.roles.contains(.implicit)
      guard let definition = definitions[occurrence.position] else { continue }
      if isImplicit[symbol] && facts.definitions[Int(definition)].kind == .extension { continue }
      nodes[symbol] = nodesOfFile[Int(definition)]
    }
  }

  /// What a symbol stands for.
  mutating func place(_ symbol: Int32) -> Place {
    if let known = places[Int(symbol)] { return known }
    let place: Place
    if nodes[Int(symbol)] >= 0 {
      place = .node(nodes[Int(symbol)])
    } else if isImplicit[Int(symbol)], let type = declaringType(of: symbol), nodes[Int(type)] >= 0 {
      place = .node(nodes[Int(type)])
    } else if let module = externalName(symbol).module, modules.contains(module) {
      place = .unknown
    } else {
      place = .external
    }
    places[Int(symbol)] = place
    return place
  }

  /// How a symbol from outside is called.
  mutating func externalName(_ symbol: Int32) -> ExternalName {
    if let known = names[Int(symbol)] { return known }
    let name = ExternalName(usr: compiled.usr(symbol), name: compiled.name(symbol))
    names[Int(symbol)] = name
    return name
  }

  /// The type that declares a member, or that the extension around it extends; nil where the index does not say.
  func declaringType(of symbol: Int32) -> Int32? {
    let parent = parents[Int(symbol)]
    guard parent >= 0 else { return nil }
    guard compiled.symbols[Int(parent)].kind == .extension else { return parent }
    let type = extended[Int(parent)]
    return type >= 0 ? type : nil
  }
}
