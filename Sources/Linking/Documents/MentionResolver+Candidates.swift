import GraphModel
import LanguageSupport

/// Which definitions a name can mean at all.
extension MentionResolver {
  func candidates(_ mention: MentionSyntax, _ place: Place, _ form: String) -> [Int] {
    let isRole = Self.isRole(form)
    let components = mention.components
    if let module = place.module {
      let inside = members(components, of: module)
      if !inside.isEmpty { return inside }
    }
    for subject in place.subjects {
      let inside = members(components, of: subject)
      if !inside.isEmpty && (components.count > 1 || mention.shape != .word || mention.isMember || isRole) {
        return inside
      }
    }
    guard components.count > 1 else { return namedOrPlural(components[0]) }
    let exact = withPath(components)
    if !exact.isEmpty { return exact }
    // The longest known beginning, then its members one by one.
    for count in stride(from: components.count - 1, through: 1, by: -1) {
      let all = withPath(Array(components[..<count])).filter { isOwner($0) }
      let owners = all.filter { count > 1 || isWhole($0) }
      let found = owners.flatMap { members(Array(components[count...]), of: $0) }
      if !found.isEmpty { return unique(found) }
      // Of a module without the packages around it only what can be nothing else.
      let parts = unique(all.flatMap { members(Array(components[count...]), of: $0) }).filter {
        mention.isAttribute || table.symbols[$0].kind.isType
      }
      if !parts.isEmpty { return parts }
    }
    let instance = instanceMembers(components)
    guard instance.isEmpty, form == MentionForm.symbolLink, components.count > 2 else { return instance }
    // What is added to another module's type is linked by that module's name: `Swift/Collection/first()`.
    return withPath(Array(components.dropFirst()))
  }

  /// The symbols of a name, or, for the plural of a type's name, that type.
  func namedOrPlural(_ name: String) -> [Int] {
    let found = table.named(name)
    guard found.isEmpty, name.last == "s", name.first?.isUppercase == true else { return found }
    return table.named(String(name.dropLast())).filter { table.symbols[$0].kind.isType }
  }

  /// Members of the type that a variable's name repeats: `request.form` of `Request`.
  func instanceMembers(_ components: [String]) -> [Int] {
    guard let first = components.first, let initial = first.first, initial.isLowercase else { return [] }
    let types = table.named(initial.uppercased() + first.dropFirst()).filter {
      table.symbols[$0].kind.isType && !isInAside($0)
    }
    let rest = Array(components.dropFirst())
    let own = unique(types.flatMap { members(rest, of: $0) })
    guard own.isEmpty else { return own }
    // Of `request.client.port` the client: what the rest is of, no declaration need say.
    guard rest.count == 1 else { return types.isEmpty ? [] : instanceMembers(Array(components.dropLast())) }
    // `response.selector`: what only some of the responses have.
    return table.named(rest[0]).filter { symbol in
      let container = table.symbols[symbol].container
      return container >= 0 && types.contains { table.isAncestor($0, of: container) }
    }
  }

  func isOwner(_ symbol: Int) -> Bool {
    let kind = table.symbols[symbol].kind
    return kind.isType || kind == .module || kind == .package || kind == .typeAlias
  }

  /// True unless the symbol is a part of a module's dotted name: `app.run` is rarely about the module `flask.app`.
  func isWhole(_ symbol: Int) -> Bool {
    let kind = table.symbols[symbol].kind
    guard kind == .module || kind == .package, table.symbols[symbol].language == .python else { return true }
    return table.symbols[symbol].container < 0
  }

  /// Symbols whose names and those of what is around them end with the components.
  func withPath(_ components: [String]) -> [Int] {
    guard let last = components.last else { return [] }
    return table.named(last).filter { hasPath($0, components.dropLast()) }
  }

  func hasPath(_ symbol: Int, _ outer: ArraySlice<String>) -> Bool {
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
  func members(_ components: [String], of owner: Int) -> [Int] {
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

  func member(_ name: String, of owner: Int) -> [Int] {
    if !table.symbols[owner].kind.isType {
      let aliased = table.aliased(name, in: owner)
      if !aliased.isEmpty { return aliased }
    }
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
  func relatives(of type: Int) -> [Int] { table.bases(of: type) }

  func isDeclared(_ symbol: Int, in owner: Int) -> Bool {
    let container = table.symbols[symbol].container
    if container == owner { return true }
    guard container >= 0, table.symbols[container].kind == .extension, table.symbols[owner].kind.isType else {
      return false
    }
    // The extended type's name, or its last part.
    let name = table.names[container].utf8
    let own = table.names[owner].utf8
    guard name.count >= own.count, name.suffix(own.count).elementsEqual(own) else { return false }
    return name.count == own.count || name.dropLast(own.count).last == UInt8(ascii: ".")
  }

  func unique(_ symbols: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return symbols.filter { seen.insert($0).inserted }
  }
}
