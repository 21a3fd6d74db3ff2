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
  private let isAside: [Bool]
  private let inTests: [Bool]

  init(_ table: SymbolTable, _ program: Program) {
    self.table = table
    self.program = program
    isAside = program.files.map { $0.path.isAside }
    inTests = program.files.map { $0.path.isTest }
  }

  /// The outcome for a name with this form of mention (see ``MentionForm``).
  func resolve(_ mention: MentionSyntax, form: String, at place: Place) -> Outcome {
    guard let name = mention.components.last, form != MentionForm.parameter else { return .none }
    let isRole = !form.isEmpty && form != MentionForm.prose && form != "any"
    // What is special to the language is so everywhere.
    if mention.components.count == 1, name.hasPrefix("__"), name.hasSuffix("__"), place.subjects.isEmpty {
      return .none
    }
    var found = candidates(mention, place)
    // "The `@Option` property wrapper" is about a type.
    if !mention.isAttribute, let kinds = Self.kinds[form] {
      let fitting = found.filter { kinds.contains(table.symbols[$0].kind) }
      // A qualified name says more than the word beside it.
      if !fitting.isEmpty || mention.components.count == 1 { found = fitting }
    }
    found = bySignature(found, mention, form)
    let members = found.filter { isMemberOfSubject($0, place) }
    if mention.components.count == 1 {
      if !members.isEmpty {
        found = members
      } else {
        found = found.filter { isPlausible($0, mention, form, isRole) }
      }
    }
    if !place.isAside {
      // An example's names are meant where a document is about that example; never in plain text.
      found = found.filter { !isInAside($0) || form != MentionForm.prose && isAbout(place, $0) }
    }
    if found.isEmpty { return missing(mention, name, form, isRole, place) }
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
      if !inside.isEmpty && (components.count > 1 || mention.shape != .word || mention.isMember) {
        return inside
      }
    }
    guard components.count > 1 else { return namedOrPlural(components[0]) }
    let exact = withPath(components)
    if !exact.isEmpty { return exact }
    // The longest known beginning, then its members one by one.
    for count in stride(from: components.count - 1, through: 1, by: -1) {
      let owners = withPath(Array(components[..<count])).filter { isOwner($0) && (count > 1 || isWhole($0)) }
      guard !owners.isEmpty else { continue }
      let found = owners.flatMap { members(Array(components[count...]), of: $0) }
      if !found.isEmpty { return unique(found) }
    }
    return instanceMembers(components)
  }

  /// The symbols of a name, or, for the plural of a type's name, that type.
  private func namedOrPlural(_ name: String) -> [Int] {
    let found = table.named(name)
    guard found.isEmpty, name.last == "s", name.first?.isUppercase == true else { return found }
    return table.named(String(name.dropLast())).filter { table.symbols[$0].kind.isType }
  }

  /// Members of the type that a variable's name repeats: `request.form` of `Request`.
  private func instanceMembers(_ components: [String]) -> [Int] {
    guard let first = components.first, let initial = first.first, initial.isLowercase else { return [] }
    let types = table.named(initial.uppercased() + first.dropFirst()).filter {
      table.symbols[$0].kind.isType && !isInAside($0)
    }
    return unique(types.flatMap { members(Array(components.dropFirst()), of: $0) })
  }

  /// Types, modules and packages of a name. A module of Python counts by its whole name only: `app.run` is rarely
  /// about the module `flask.app`.
  private func owners(_ name: String) -> [Int] { table.named(name).filter { isOwner($0) && isWhole($0) } }

  private func isOwner(_ symbol: Int) -> Bool {
    let kind = table.symbols[symbol].kind
    return kind.isType || kind == .module || kind == .package || kind == .typeAlias
  }

  /// True unless the symbol is a part of a module's dotted name.
  private func isWhole(_ symbol: Int) -> Bool {
    let kind = table.symbols[symbol].kind
    guard kind == .module || kind == .package, table.symbols[symbol].language == .python else { return true }
    return table.symbols[symbol].container < 0
  }

  /// Symbols whose names and those of what is around them end with the components.
  private func withPath(_ components: [String]) -> [Int] {
    guard let last = components.last else { return [] }
    return table.named(last).filter { hasPath($0, components.dropLast()) }
  }

  private func hasPath(_ symbol: Int, _ outer: ArraySlice<String>) -> Bool {
    var container = table.symbols[symbol].container
    var rest = outer
    var outermost = symbol
    while let wanted = rest.last {
      guard container >= 0 else { return false }
      outermost = container
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
    return outer.isEmpty || isWhole(outermost)
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
    // What a method assigns may be declared by a base.
    if !own.isEmpty, !own.allSatisfy({ table.symbols[$0].isAssigned }) { return own }
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
      if !found.isEmpty, own.isEmpty || !found.allSatisfy({ table.symbols[$0].isAssigned }) {
        return unique(found)
      }
      level = level.flatMap { relatives(of: $0) }
    }
    return own
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
  private func bySignature(_ symbols: [Int], _ mention: MentionSyntax, _ form: String) -> [Int] {
    var found = symbols
    if form == MentionForm.symbolLink, mention.isCall, mention.labels.isEmpty {
      // In a symbol link empty parentheses say that there are no parameters.
      let same = found.filter { table.symbols[$0].labels == "()" }
      if !same.isEmpty { found = same }
    } else if !mention.labels.isEmpty {
      let same = found.filter { table.symbols[$0].labels == mention.labels }
      // Prose may leave out the parameters at the end that have defaults.
      let start = mention.labels.dropLast()
      found =
        same.isEmpty && form != MentionForm.symbolLink
        ? found.filter { table.symbols[$0].labels.hasPrefix(start) } : same
    }
    if mention.isAttribute {
      found = found.filter { symbol in
        let kind = table.symbols[symbol].kind
        return kind.isType || kind == .macro || kind == .function
          || kind == .method && mention.components.count > 1
      }
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
    let name = mention.components[0]
    let isMember = symbol.container >= 0 && isTypeLike(symbol.container)
    if symbol.kind == .module || symbol.kind == .package {
      // `app` is rarely the module of that name; the project's own name is.
      if form == "mod" || form == "module" { return true }
      guard !mention.isCall, isWhole(index), !CommonWords.contains(name) else { return false }
      return form != MentionForm.prose || mention.shape == .distinct
    }
    if isRole { return true }
    switch mention.shape {
    case .distinct:
      guard isMember, !mention.isMember else { return true }
      // A word with parentheses may be any object's method, a plain one any function's parameter.
      let isPlainWord = MentionSyntax(name)?.shape == .word
      return Self.callable.contains(symbol.kind) && !isPlainWord
        && (form != MentionForm.prose || mention.isCall)
    case .capitalised:
      // A type inside another is named with it, unless it is part of what users see.
      guard !isMember || symbol.isPublic else { return false }
      return symbol.kind.isType || symbol.kind == .typeAlias || symbol.kind == .macro
    case .word:
      if mention.isMember { return isMember && symbol.isPublic }
      guard form != MentionForm.prose, !isMember, !CommonWords.contains(name) else { return false }
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
    if !place.isAside {
      narrow({ !isInAside($0) }, counts: false)
    }
    narrow({ symbol in place.subjects.contains { isDeclared(symbol, in: $0) } }, counts: false)
    narrowToNearest(&rest, place)
    narrow { table.symbols[$0].isPublic }
    narrow { !(table.symbols[$0].container >= 0 && isTypeLike(table.symbols[$0].container)) }
    narrow { isPassedOn($0) }
    narrow { table.symbols[$0].kind != .module && table.symbols[$0].kind != .package }
    if rest.count > 1, let same = onlyOne(rest) { rest = [same] }
    var nodes: [NodeIndex] = []
    for symbol in rest where !nodes.contains(table.symbols[symbol].node) {
      nodes.append(table.symbols[symbol].node)
    }
    if nodes.count == 1, let only = nodes.first { return .found(only, isChosen ? .inferred : .exact) }
    return nodes.count > Self.mostCandidates ? .missing(reason: "too many candidates") : .several(nodes)
  }

  /// The one that stands for all if they are one thing to those who use the name: a property's getter and setter,
  /// a definition under both branches of a condition, a requirement and its default, a declaration and
  /// what overrides it, a package and what is in it.
  private func onlyOne(_ symbols: [Int]) -> Int? {
    guard let first = symbols.first else { return nil }
    if let outer = symbols.first(where: { candidate in
      symbols.allSatisfy { $0 == candidate || table.symbols[$0].container == candidate }
    }) {
      return outer
    }
    if symbols.count > 1,
      let origin = symbols.first(where: { candidate in
        let container = table.symbols[candidate].container
        return container >= 0
          && symbols.allSatisfy {
            $0 == candidate || table.isAncestor(container, of: table.symbols[$0].container)
          }
      })
    {
      return origin
    }
    let owner = ownerName(first)
    guard owner != nil, symbols.allSatisfy({ ownerName($0) == owner }) else { return nil }
    let isPython = table.symbols[first].language == .python
    if isPython { return first }
    // Overloads of equal labels in one declaration are several; a requirement with its defaults is not.
    let declared = symbols.filter { table.symbols[table.symbols[$0].container].kind != .extension }
    let hasEqualLabels = symbols.allSatisfy { table.symbols[$0].labels == table.symbols[first].labels }
    return hasEqualLabels && declared.count == 1 ? declared.first : nil
  }

  /// The name of what contains a symbol; of an extension the extended type's.
  private func ownerName(_ symbol: Int) -> Substring? {
    let container = table.symbols[symbol].container
    return container < 0 ? nil : table.names[container].split(separator: ".").last
  }

  /// True if the document and the file of a symbol share a name of a folder below the top ones, as `docs/tutorial` and
  /// `examples/tutorial` do. Tests are no document's subject.
  private func isAbout(_ place: Place, _ symbol: Int) -> Bool {
    let file = table.symbols[symbol].file
    guard file >= 0, !inTests[file] else { return false }
    let folders = program.files[file].path.directory.bytes.split(separator: UInt8(ascii: "/")).dropFirst()
    return place.folder.split(separator: UInt8(ascii: "/")).dropFirst().contains { folders.contains($0) }
  }

  private func isInAside(_ symbol: Int) -> Bool {
    let file = table.symbols[symbol].file
    return file >= 0 && isAside[file]
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
    _ mention: MentionSyntax, _ name: String, _ form: String, _ isRole: Bool, _ place: Place
  ) -> Outcome {
    guard form != MentionForm.prose, form != "any", !name.hasSuffix("_") || name.hasPrefix("_") else {
      return .none
    }
    guard !mention.isMember else { return .none }
    if mention.components.count > 1 {
      var outer = mention
      outer.components.removeLast()
      outer.labels = ""
      let owners = candidates(outer, place).filter {
        isOwner($0) && (outer.components.count > 1 || isWhole($0))
      }
      // What a type may have from outside of the tree is not known.
      let isOurs = !owners.isEmpty && !owners.contains { table.hasForeignBase($0) }
      if isOurs { return .missing(reason: Self.noMember) }
      return form == MentionForm.symbolLink ? .missing(reason: Self.noSymbol) : .none
    }
    // Attributes and modifiers of the language look like names behind their mark.
    let shape = MentionSyntax(name)?.shape ?? .word
    guard shape == .distinct || mention.isCall || isRole && shape == .capitalised, name.utf8.count > 3 else {
      return .none
    }
    // A name of this tree that is not meant here, or of what it uses, is no name that went away.
    return table.named(name).isEmpty && !table.isExternal(name) && !CommonWords.contains(name)
      ? .missing(reason: Self.noSymbol) : .none
  }

  private static let callable: Set<NodeKind> = [
    .function, .method, .initializer, .macro, .class, .struct, .enum, .actor, .enumCase, .typeAlias,
    .subscript,
  ]

  /// What Sphinx's roles can name.
  private static let kinds: [String: Set<NodeKind>] = {
    let types: Set<NodeKind> = [.class, .struct, .enum, .actor, .protocol, .typeAlias, .variable]
    let values: Set<NodeKind> = [.variable, .property, .method, .function, .enumCase, .class]
    return [
      "class": types, "exc": types, "type": types, "exception": types,
      "meth": [.method, .function, .initializer, .property, .variable],
      "method": [.method, .function, .initializer],
      "func": [.function, .method, .class, .variable], "function": [.function, .method, .class, .variable],
      "deco": [.function, .method, .class], "attr": values, "attribute": values, "property": values,
      "data": values, "const": values, "mod": [.module, .package], "module": [.module, .package],
    ]
  }()
}
