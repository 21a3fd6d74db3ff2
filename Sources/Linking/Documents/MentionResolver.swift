import GraphModel
import LanguageSupport

/// Finds the definitions that a name in prose means.
///
/// Rules, first that gives an answer: the qualified name's own path; a name that a package passes on by importing
/// it; a member that a type has from its bases. Among several: what the section documents, what lies nearest to the
/// document, what is no test or example, what is public, what stands outside of types.
struct MentionResolver {
  /// What came of a mention.
  enum Outcome: Equatable {
    case found(NodeIndex, Resolution)
    /// Several remain, in the order of files.
    case several([NodeIndex])
    /// It names something of this tree that is not there.
    case missing(reason: String)
    /// It names nothing of this tree, as far as can be told.
    case none
  }

  /// Where a mention stands.
  struct Place {
    /// The document's folder.
    var folder: [UInt8]
    /// True in tests, examples and the like, where their own definitions are meant.
    var isAside: Bool
    /// Symbols that the section or the sections around it document, innermost first.
    var subjects: [Int] = []
    /// The module that a directive named, as a symbol.
    var module: Int?
  }

  static let noSymbol = "no such symbol"
  static let noMember = "no such member"
  /// More candidates than this tell nothing.
  static let mostCandidates = 8

  private let table: SymbolTable
  private let program: Program
  private var isAside: [Bool]

  init(_ table: SymbolTable, _ program: Program) {
    self.table = table
    self.program = program
    isAside = program.files.map { Self.isAside($0.path) }
  }

  /// The outcome for a name with this form of mention (see ``MentionForm``).
  func resolve(_ mention: MentionSyntax, form: String, at place: Place) -> Outcome {
    guard let name = mention.components.last else { return .none }
    let isRole = !form.isEmpty && form != MentionForm.prose && form != "any"
    var found = candidates(mention, place)
    if let kinds = Self.kinds[form] { found = found.filter { kinds.contains(table.symbols[$0].kind) } }
    found = bySignature(found, mention)
    let members = found.filter { isMemberOfSubject($0, place) }
    if mention.components.count == 1 {
      if !members.isEmpty {
        found = members
      } else {
        found = found.filter { isPlausible($0, mention, form, isRole) }
      }
    }
    if found.isEmpty { return missing(mention, name, form, isRole) }
    return choose(found, place)
  }

  /// The symbol that a directive like `.. module::` names.
  func module(_ name: String) -> Int? {
    guard let mention = MentionSyntax(name) else { return nil }
    let found = withPath(mention.components).filter {
      table.symbols[$0].kind == .module || table.symbols[$0].kind == .package
    }
    return found.first
  }

  /// The symbol of a node.
  func symbol(of node: NodeIndex) -> Int? { table.symbol(of: node) }

  // MARK: Candidates

  private func candidates(_ mention: MentionSyntax, _ place: Place) -> [Int] {
    let components = mention.components
    if let module = place.module {
      let inside = members(components, of: module)
      if !inside.isEmpty { return inside }
    }
    for subject in place.subjects {
      let inside = members(components, of: subject)
      if !inside.isEmpty && (components.count > 1 || mention.shape != .word || mention.isMember) { return inside }
    }
    guard components.count > 1 else { return table.named(components[0]) }
    let exact = withPath(components)
    if !exact.isEmpty { return exact }
    // The longest known beginning, then its members one by one.
    for count in stride(from: components.count - 1, through: 1, by: -1) {
      let owners = count == 1 ? owners(components[0]) : withPath(Array(components[..<count]))
      guard !owners.isEmpty else { continue }
      let found = owners.flatMap { members(Array(components[count...]), of: $0) }
      if !found.isEmpty { return unique(found) }
    }
    return []
  }

  /// Types, modules and packages of a name.
  private func owners(_ name: String) -> [Int] {
    table.named(name).filter { symbol in
      let kind = table.symbols[symbol].kind
      return kind.isType || kind == .module || kind == .package || kind == .typeAlias
    }
  }

  /// Symbols whose names and those of what is around them end with the components.
  private func withPath(_ components: [String]) -> [Int] {
    guard let last = components.last else { return [] }
    return table.named(last).filter { hasPath($0, components.dropLast()) }
  }

  private func hasPath(_ symbol: Int, _ outer: ArraySlice<String>) -> Bool {
    var container = table.symbols[symbol].container
    var rest = outer
    while let wanted = rest.last {
      guard container >= 0 else { return false }
      let parts = table.names[container].split(separator: ".")
      // An extension of a nested type has its whole name.
      guard parts.last.map(String.init) == wanted else { return false }
      rest = rest.dropLast()
      for part in parts.dropLast().reversed() {
        guard let next = rest.last, next == part else { return rest.isEmpty }
        rest = rest.dropLast()
      }
      container = table.symbols[container].container
    }
    return true
  }

  /// The members that the components lead to from `owner`: declared in it, passed on by it, or of its bases.
  private func members(_ components: [String], of owner: Int) -> [Int] {
    var owners = [owner]
    for (index, name) in components.enumerated() {
      var next: [Int] = []
      for owner in owners { next += member(name, of: owner) }
      owners = unique(next)
      if owners.isEmpty { return [] }
      if index == components.count - 1 { return owners }
    }
    return []
  }

  private func member(_ name: String, of owner: Int) -> [Int] {
    let named = table.named(name)
    guard !named.isEmpty else { return [] }
    let own = named.filter { isDeclared($0, in: owner) }
    if !own.isEmpty { return own }
    if !table.symbols[owner].kind.isType {
      let passed = named.filter { table.reexports(owner, $0) }
      if !passed.isEmpty { return passed }
    }
    // Bases level by level; a type is looked at once.
    var seen: Set<Int> = [owner]
    var level = relatives(of: owner)
    while !level.isEmpty {
      level = level.filter { seen.insert($0).inserted }
      let found = level.flatMap { base in named.filter { isDeclared($0, in: base) } }
      if !found.isEmpty { return unique(found) }
      level = level.flatMap { relatives(of: $0) }
    }
    return []
  }

  /// The bases of a type; those that its extensions add are found by its name.
  private func relatives(of type: Int) -> [Int] { table.bases(of: type) }

  private func isDeclared(_ symbol: Int, in owner: Int) -> Bool {
    let container = table.symbols[symbol].container
    if container == owner { return true }
    guard container >= 0, table.symbols[container].kind == .extension, table.symbols[owner].kind.isType else {
      return false
    }
    return table.names[container].split(separator: ".").last.map(String.init) == table.names[owner]
  }

  private func unique(_ symbols: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return symbols.filter { seen.insert($0).inserted }
  }

  // MARK: Filters

  /// Written labels must be those of the definition; a call wants something that can be called.
  private func bySignature(_ symbols: [Int], _ mention: MentionSyntax) -> [Int] {
    var found = symbols
    if !mention.labels.isEmpty {
      let same = found.filter { table.symbols[$0].labels == mention.labels }
      if !same.isEmpty || mention.components.count > 1 { found = same }
    }
    if mention.isCall {
      let callable = found.filter { Self.callable.contains(table.symbols[$0].kind) }
      if !callable.isEmpty { found = callable }
    }
    return found
  }

  private func isMemberOfSubject(_ symbol: Int, _ place: Place) -> Bool {
    place.subjects.contains { isDeclared(symbol, in: $0) }
  }

  /// Whether a bare name can be meant without being qualified.
  private func isPlausible(_ index: Int, _ mention: MentionSyntax, _ form: String, _ isRole: Bool) -> Bool {
    let symbol = table.symbols[index]
    let isMember = symbol.container >= 0 && isTypeLike(symbol.container)
    switch symbol.kind {
    case .module, .package:
      // `app` is rarely the module of that name; the project's own name is.
      guard mention.shape != .distinct || !mention.isCall else { return false }
      return form == "mod" || form == "module" || symbol.container < 0 && form != MentionForm.prose
        && !CommonWords.contains(mention.components[0])
        || mention.shape == .distinct && !mention.isCall && mention.components[0].utf8.count > 5
    default: break
    }
    if isRole { return true }
    switch mention.shape {
    case .distinct:
      return form != MentionForm.prose || !isMember || mention.isCall || mention.components[0].utf8.count > 7
    case .capitalised: return symbol.kind.isType || symbol.kind == .typeAlias || symbol.kind == .macro
    case .word:
      guard form != MentionForm.prose, !isMember, !CommonWords.contains(mention.components[0]) else { return false }
      return symbol.isPublic && isPassedOn(index)
    }
  }

  private func isTypeLike(_ container: Int) -> Bool {
    let kind = table.symbols[container].kind
    return kind.isType || kind == .function || kind == .method
  }

  /// True if the package around a module imports the name: it is part of what users see.
  private func isPassedOn(_ index: Int) -> Bool {
    var container = table.symbols[index].container
    while container >= 0 {
      if table.reexports(container, index) { return true }
      container = table.symbols[container].container
    }
    return false
  }

  // MARK: Choice

  private func choose(_ symbols: [Int], _ place: Place) -> Outcome {
    var rest = symbols
    var isChosen = false
    func narrow(_ isBetter: (Int) -> Bool, counts: Bool = true) {
      guard rest.count > 1 else { return }
      let better = rest.filter(isBetter)
      guard !better.isEmpty, better.count < rest.count else { return }
      rest = better
      if counts { isChosen = true }
    }
    if !place.isAside { narrow({ table.symbols[$0].file < 0 || !isAside[table.symbols[$0].file] }, counts: false) }
    narrow({ symbol in place.subjects.contains { isDeclared(symbol, in: $0) } }, counts: false)
    narrowToNearest(&rest, place)
    narrow { table.symbols[$0].isPublic }
    narrow { !(table.symbols[$0].container >= 0 && isTypeLike(table.symbols[$0].container)) }
    narrow { isPassedOn($0) }
    narrow { table.symbols[$0].kind != .module && table.symbols[$0].kind != .package }
    var nodes: [NodeIndex] = []
    for symbol in rest where !nodes.contains(table.symbols[symbol].node) { nodes.append(table.symbols[symbol].node) }
    if nodes.count == 1, let only = nodes.first { return .found(only, isChosen ? .inferred : .exact) }
    return nodes.count > Self.mostCandidates ? .missing(reason: "too many candidates") : .several(nodes)
  }

  private func narrowToNearest(_ symbols: inout [Int], _ place: Place) {
    guard symbols.count > 1 else { return }
    let shares = symbols.map { symbol in
      table.symbols[symbol].file < 0
        ? 0 : Nearness.shared(program.files[table.symbols[symbol].file].path, place.folder)
    }
    let most = shares.max() ?? 0
    symbols = zip(symbols, shares).filter { $1 == most }.map(\.0)
  }

  private func missing(
    _ mention: MentionSyntax, _ name: String, _ form: String, _ isRole: Bool
  ) -> Outcome {
    guard form != MentionForm.prose, form != "any" else { return .none }
    if mention.components.count > 1 {
      // What begins with a name of this tree means this tree.
      let isOurs = !owners(mention.components[0]).isEmpty || !withPath(Array(mention.components.dropLast())).isEmpty
      return isOurs ? .missing(reason: Self.noMember) : isRole && form == MentionForm.symbolLink ? .missing(reason: Self.noSymbol) : .none
    }
    if isRole { return table.named(name).isEmpty ? .missing(reason: Self.noSymbol) : .none }
    guard mention.shape == .distinct, table.named(name).isEmpty, name.utf8.count > 3 else { return .none }
    return .missing(reason: Self.noSymbol)
  }

  private static let callable: Set<NodeKind> = [
    .function, .method, .initializer, .macro, .class, .struct, .enum, .actor, .enumCase, .typeAlias, .subscript,
  ]

  /// What Sphinx's roles can name.
  private static let kinds: [String: Set<NodeKind>] = {
    let types: Set<NodeKind> = [.class, .struct, .enum, .actor, .protocol, .typeAlias, .variable]
    let values: Set<NodeKind> = [.variable, .property, .method, .function, .enumCase, .class]
    return [
      "class": types, "exc": types, "type": types, "exception": types,
      "meth": [.method, .function, .initializer, .property, .variable], "method": [.method, .function, .initializer],
      "func": [.function, .method, .class, .variable], "function": [.function, .method, .class, .variable],
      "deco": [.function, .method, .class], "attr": values, "attribute": values, "property": values,
      "data": values, "const": values, "mod": [.module, .package], "module": [.module, .package],
    ]
  }()

  /// Tests, examples and benchmarks: what they define is rarely what prose elsewhere means.
  static func isAside(_ path: SourcePath) -> Bool {
    let parts = path.display.lowercased().split(separator: "/")
    if parts.dropLast().contains(where: { asideFolders.contains(String($0)) }) { return true }
    let name = parts.last ?? ""
    return name.hasPrefix("test_") || name.hasSuffix("_test.py") || name.hasSuffix("tests.swift") || name == "conftest.py"
  }

  private static let asideFolders: Set<String> = [
    "test", "tests", "testing", "example", "examples", "sample", "samples", "benchmark", "benchmarks", "demo",
    "demos", "snippets", "fixtures", "integrationtests",
  ]
}
