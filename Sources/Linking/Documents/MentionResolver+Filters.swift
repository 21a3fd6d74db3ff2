import GraphModel
import LanguageSupport

/// Which of them the form of the name and its surroundings allow.
extension MentionResolver {
  /// Written labels must be those of the definition; a call wants something that can be called.
  func bySignature(_ symbols: [Int], _ mention: MentionSyntax, _ form: String) -> [Int] {
    var found = symbols
    if form == MentionForm.symbolLink, mention.isCall, mention.labels.isEmpty {
      // In a symbol link empty parentheses say that there are no parameters.
      let same = found.filter { table.symbols[$0].labels == "()" }
      if !same.isEmpty || mention.components.last == "init" { found = same }
    } else if !mention.labels.isEmpty {
      let same = found.filter { table.symbols[$0].labels == mention.labels }
      // Prose may leave out parameters that have defaults, at the end above all.
      found = same.isEmpty && form != MentionForm.symbolLink ? byFewerLabels(found, mention.labels) : same
    }
    // Where a macro and a type share a name, the mark tells them apart.
    let macros = found.filter { table.symbols[$0].kind == .macro }
    if !macros.isEmpty, macros.count < found.count, !mention.isCall {
      found =
        mention.isAttribute || mention.isDeclared
        ? macros : found.filter { table.symbols[$0].kind != .macro }
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

  private func byFewerLabels(_ symbols: [Int], _ labels: String) -> [Int] {
    let start = labels.dropLast()
    let atEnd = symbols.filter { table.symbols[$0].labels.hasPrefix(start) }
    if !atEnd.isEmpty { return atEnd }
    let wanted = start.dropFirst().split(separator: ":")
    return symbols.filter { symbol in
      var rest = wanted[...]
      for label in table.symbols[symbol].labels.dropFirst().dropLast().split(separator: ":")
      where label == rest.first { rest.removeFirst() }
      return rest.isEmpty
    }
  }

  func isMemberOfSubject(_ symbol: Int, _ place: Place) -> Bool {
    place.subjects.contains { isDeclared(symbol, in: $0) }
  }

  /// What speaks for a bare name meaning a definition, where nothing around it says so.
  enum Evidence: Comparable {
    case none
    /// Enough if there is only one such definition, or one with its overloads.
    case weak
    case strong
  }

  /// Whether a bare name can be meant without being qualified.
  func evidence(for index: Int, _ mention: MentionSyntax, _ form: String, _ isRole: Bool) -> Evidence {
    let symbol = table.symbols[index]
    let name = mention.components[0]
    let isProse = form == MentionForm.prose
    if symbol.kind == .module || symbol.kind == .package {
      return isPlausibleModule(index, mention, form) ? .strong : .none
    }
    let isMember = isTypeLike(symbol.container)
    if isRole { return isMember && mention.shape == .word ? .weak : .strong }
    switch mention.shape {
    case .distinct:
      if isMember, !mention.isMember { return evidence(forMember: symbol, mention, isProse) }
      let isWord = MentionSyntax(name)?.shape == .word
      if isWord && CommonWords.contains(name) { return .none }
      return isOption(index, mention) ? .none : .strong
    case .capitalised:
      // A type inside another is named with it, unless it is part of what users see.
      guard !isMember || symbol.isPublic else { return .none }
      return symbol.kind.isType || symbol.kind == .typeAlias || symbol.kind == .macro ? .strong : .none
    case .word:
      if mention.isMember { return isMember && symbol.isPublic ? .strong : .none }
      guard !isProse, symbol.isPublic, !CommonWords.contains(name) else { return .none }
      // A project's own role says that it is a name.
      if form == "any", !isMember, name.utf8.count > 3, name == name.uppercased() { return .strong }
      if isMember { return .none }
      if symbol.language == .swift { return symbol.kind == .function ? .weak : .none }
      return isPassedOn(index) && !isOption(index, mention) ? .strong : .none
    }
  }

  /// A member without its type.
  private func evidence(forMember symbol: SymbolTable.Symbol, _ mention: MentionSyntax, _ isProse: Bool)
    -> Evidence
  {
    guard Self.callable.contains(symbol.kind) else {
      // Too often some function's parameter, unless there is one only.
      return isProse || !symbol.isPublic || mention.isCall ? .none : .weak
    }
    if !mention.labels.isEmpty { return .strong }
    // A word with parentheses may be any object's method.
    if MentionSyntax(mention.components[0])?.shape == .word {
      let isMethod = symbol.isPublic && symbol.kind != .enumCase
      return isProse || !isMethod || CommonWords.contains(mention.components[0]) ? .none : .weak
    }
    guard isProse, !mention.isCall else { return .strong }
    return symbol.kind == .enumCase ? .none : .weak
  }

  /// True for a function that has the name of some function's optional parameter, where nothing says that it is called.
  func isOption(_ symbol: Int, _ mention: MentionSyntax) -> Bool {
    !mention.isCall && !mention.isAttribute && table.symbols[symbol].language == .python
      && table.symbols[symbol].kind == .function && table.isOption(mention.components[0])
  }

  private func isPlausibleModule(_ index: Int, _ mention: MentionSyntax, _ form: String) -> Bool {
    // `app` is rarely the module of that name; the project's own name is.
    if form == "mod" || form == "module" { return isWhole(index) || !table.isExternal(mention.components[0]) }
    guard !mention.isCall, !CommonWords.contains(mention.components[0]) else { return false }
    // A part of a dotted name alone only where it is no word.
    return isWhole(index)
      ? form != MentionForm.prose || mention.shape == .distinct
      : form != MentionForm.prose && mention.shape == .distinct
  }

  /// True for types and functions; -1 is none.
  func isTypeLike(_ container: Int) -> Bool {
    guard container >= 0 else { return false }
    let kind = table.symbols[container].kind
    return kind.isType || kind == .function || kind == .method
  }

  /// True if the package around a module imports the name: it is part of what users see.
  func isPassedOn(_ index: Int) -> Bool {
    var container = table.symbols[index].container
    while container >= 0 {
      if table.reexports(container, index) { return true }
      container = table.symbols[container].container
    }
    return false
  }
}
