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
    /// In comments the language that names are of.
    var language: LanguageID?
    /// The document's place in ``Graph/files``; -1 for comments.
    var document: Int32 = -1
  }

  static let noSymbol = "no such symbol"
  static let noMember = "no such member"
  /// More candidates than this tell nothing.
  static let mostCandidates = 16

  let table: SymbolTable
  let program: Program
  let shown: ShownNames
  let isAside: [Bool]
  let inTests: [Bool]

  init(_ table: SymbolTable, _ program: Program, _ shown: ShownNames) {
    self.table = table
    self.shown = shown
    self.program = program
    isAside = program.files.map { file in
      // Code in a catalog of DocC is what tutorials show.
      file.path.isAside
        || !file.language.isProse && LinkResolver.catalog(around: file.path.directory.bytes) != nil
    }
    inTests = program.files.map { $0.path.isTest }
  }

  /// The outcome for a name with this form of mention (see ``MentionForm``).
  func resolve(_ mention: MentionSyntax, form: String, at place: Place) -> Outcome {
    guard let name = mention.components.last, form != MentionForm.parameter else { return .none }
    let isRole = Self.isRole(form)
    // What is special to the language is so everywhere.
    if mention.components.count == 1, name.hasPrefix("__"), name.hasSuffix("__"), place.subjects.isEmpty {
      return .none
    }
    var found = candidates(mention, place, form)
    if let language = place.language { found = found.filter { table.symbols[$0].language == language } }
    // "The `@Option` property wrapper" is about a type.
    if !mention.isAttribute, let kinds = Self.kinds[form] {
      let fitting = found.filter { kinds.contains(table.symbols[$0].kind) }
      // A qualified name says more than the word beside it.
      if !fitting.isEmpty || mention.components.count == 1 { found = fitting }
    }
    found = bySignature(found, mention, form)
    var isWeak = false
    if mention.components.count == 1 {
      let members = found.filter { isMemberOfSubject($0, place) }
      let used = usedInCode(found, mention, form, place)
      if !members.isEmpty {
        found = members
      } else if !used.isEmpty {
        found = used
      } else {
        // Whose `self` it is says only what is around it.
        let evidence: [Evidence] =
          mention.isOfSelf
          ? found.map { _ in .none } : found.map { self.evidence(for: $0, mention, form, isRole) }
        let most = evidence.max() ?? .none
        isWeak = most == .weak
        found = most == .none ? [] : zip(found, evidence).filter { $1 == most }.map(\.0)
        // A comment that names another type's member says which type; a plain word is a word there.
        if place.language != nil, !isRole {
          found = found.filter { mention.shape != .word && !isTypeLike(table.symbols[$0].container) }
        }
      }
    }
    if !place.isAside {
      // An example's names are meant where a document is about that example; never in plain text.
      found = found.filter { !isInAside($0) || form != MentionForm.prose && isAbout(place, $0) }
    }
    if found.isEmpty { return missing(mention, name, form, isRole, place) }
    return choose(found, place, onlyOneFamily: isWeak || form == MentionForm.prose)
  }

  /// Those of them that code in the document uses; in plain text only where the name is no word.
  private func usedInCode(_ symbols: [Int], _ mention: MentionSyntax, _ form: String, _ place: Place) -> [Int]
  {
    guard place.document >= 0, let name = mention.components.last,
      form != MentionForm.prose || mention.shape == .distinct
    else { return [] }
    let used = shown.named(name, in: place.document)
    guard !used.isEmpty else { return [] }
    return symbols.filter { symbol in
      guard !isOption(symbol, mention) else { return false }
      // A word that is a property somewhere is too often a word.
      let isValue =
        isTypeLike(table.symbols[symbol].container) && !Self.callable.contains(table.symbols[symbol].kind)
      return used.contains(symbol) && !(mention.shape == .word && isValue)
    }
  }

  /// True if the form alone makes a text a name.
  static func isRole(_ form: String) -> Bool { !form.isEmpty && form != MentionForm.prose && form != "any" }

  /// The symbol that a directive like `.. module::` names.
  func module(_ name: String) -> Int? {
    guard let mention = MentionSyntax(name) else { return nil }
    let found = withPath(mention.components).filter {
      table.symbols[$0].kind == .module || table.symbols[$0].kind == .package
    }
    return found.first
  }

  /// The type that a symbol is or extends.
  func type(of symbol: Int) -> Int { table.extendedType(of: symbol) ?? symbol }

  /// The symbol of a node.
  func symbol(of node: NodeIndex) -> Int? { table.symbol(of: node) }

  func missing(
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
      let owners = candidates(outer, place, form).filter {
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

  static let callable: Set<NodeKind> = [
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
