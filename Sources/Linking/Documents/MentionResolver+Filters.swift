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

  /// Whether a bare name can be meant without being qualified.
  func isPlausible(_ index: Int, _ mention: MentionSyntax, _ form: String, _ isRole: Bool) -> Bool {
    let symbol = table.symbols[index]
    let name = mention.components[0]
    let isMember = isTypeLike(symbol.container)
    if symbol.kind == .module || symbol.kind == .package {
      // `app` is rarely the module of that name; the project's own name is.
      if form == "mod" || form == "module" { return true }
      guard !mention.isCall, !CommonWords.contains(name) else { return false }
      // A part of a dotted name alone only where it is no word.
      return isWhole(index)
        ? form != MentionForm.prose || mention.shape == .distinct
        : form != MentionForm.prose && mention.shape == .distinct
    }
    if isRole { return true }
    switch mention.shape {
    case .distinct:
      let isPlainWord = MentionSyntax(name)?.shape == .word
      guard isMember, !mention.isMember else { return !isPlainWord || !CommonWords.contains(name) }
      // A word with parentheses may be any object's method, a plain one any function's parameter.
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
