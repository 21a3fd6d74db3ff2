import GraphModel
import LanguageSupport

/// Which one is meant among several.
extension MentionResolver {
  /// The outcome for these candidates. `onlyOneFamily`: several count only if they are overloads of one type.
  func choose(_ symbols: [Int], _ place: Place, onlyOneFamily: Bool = false) -> Outcome {
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
    rest = roots(of: rest)
    narrowToNearest(&rest, place)
    narrow { isVisible($0) }
    narrow { !isTypeLike(table.symbols[$0].container) }
    narrow { isPassedOn($0) }
    narrow { table.symbols[$0].kind != .module && table.symbols[$0].kind != .package }
    if rest.count > 1, let same = onlyOne(rest) { rest = [same] }
    var nodes: [NodeIndex] = []
    for symbol in rest where !nodes.contains(table.symbols[symbol].node) {
      nodes.append(table.symbols[symbol].node)
    }
    if nodes.count == 1, let only = nodes.first { return .found(only, isChosen ? .inferred : .exact) }
    if onlyOneFamily, !isFamily(rest) { return .none }
    return nodes.count > Self.mostCandidates ? .missing(reason: "too many candidates") : .several(nodes)
  }

  /// The one that stands for all if they are one thing to those who use the name: a property's getter and setter,
  /// a definition under both branches of a condition, a requirement and its default, a declaration and
  /// what overrides it, a package and what is in it.
  func onlyOne(_ symbols: [Int]) -> Int? {
    guard let first = symbols.first else { return nil }
    if let outer = symbols.first(where: { candidate in
      symbols.allSatisfy { $0 == candidate || table.symbols[$0].container == candidate }
    }) {
      return outer
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

  /// True for what is public in types that are so.
  private func isVisible(_ symbol: Int) -> Bool {
    guard table.symbols[symbol].isPublic else { return false }
    let container = table.symbols[symbol].container
    guard container >= 0, table.symbols[container].kind.isType else { return true }
    return table.symbols[container].isPublic
  }

  /// True if all are members of one type, or functions of one module.
  private func isFamily(_ symbols: [Int]) -> Bool {
    guard let first = symbols.first, let owner = ownerName(first) else { return false }
    return symbols.allSatisfy { ownerName($0) == owner }
  }

  /// Those that override or implement no other of them. O(symbols × bases).
  private func roots(of symbols: [Int]) -> [Int] {
    guard symbols.count > 1 else { return symbols }
    let owners = Set(symbols.map { table.symbols[$0].container })
    return symbols.filter { symbol in
      let container = table.symbols[symbol].container
      return container < 0 || !table.hasAncestor(in: owners, container)
    }
  }

  /// The name of what contains a symbol; of an extension the extended type's.
  func ownerName(_ symbol: Int) -> Substring? {
    let container = table.symbols[symbol].container
    return container < 0 ? nil : table.names[container].split(separator: ".").last
  }

  /// True if the document is about the example that defines a symbol. Tests are no document's subject.
  func isAbout(_ place: Place, _ symbol: Int) -> Bool {
    let file = table.symbols[symbol].file
    guard file >= 0, !inTests[file] else { return false }
    return SourcePath.shareName(program.files[file].path.directory, SourcePath(bytes: place.folder))
  }

  func isInAside(_ symbol: Int) -> Bool {
    let file = table.symbols[symbol].file
    return file >= 0 && isAside[file]
  }

  func narrowToNearest(_ symbols: inout [Int], _ place: Place) {
    guard symbols.count > 1 else { return }
    let shares = symbols.map { symbol in
      table.symbols[symbol].file < 0
        ? 0 : Nearness.shared(program.files[table.symbols[symbol].file].path, place.folder)
    }
    let most = shares.max() ?? 0
    symbols = zip(symbols, shares).filter { $1 == most }.map(\.0)
  }
}
