import GraphModel
import LanguageSupport

/// Facts in words, for messages and comparisons in tests.
extension FileFacts {
  /// The names from the outermost definition inwards, joined by dots, labels included; `file` for -1.
  public func qualifiedName(_ index: DefinitionIndex) -> String {
    var parts: [String] = []
    var current = index
    while current >= 0 {
      let item = definitions[Int(current)]
      parts.append(names.string(item.name) + names.string(item.labels))
      current = item.parent
    }
    return parts.isEmpty ? "file" : parts.reversed().joined(separator: ".")
  }

  /// The scope's definition, followed by `<kind>` for each lambda, comprehension, block or list of type
  /// parameters between it and the scope; `file` for the file's.
  public func scopeName(_ index: ScopeIndex) -> String {
    var suffix = ""
    var current = index
    while current >= 0 {
      let scope = scopes[Int(current)]
      switch scope.kind {
      case .file, .type, .function: return qualifiedName(scope.definition) + suffix
      case .lambda, .comprehension, .block, .typeParameters: suffix = ".<\(scope.kind)>" + suffix
      }
      current = scope.parent
    }
    return "file" + suffix
  }

  /// The receiver's name, or `none`, `expression` or `implicit`.
  public func receiver(of reference: Reference) -> String {
    switch reference.receiver {
    case Reference.Receiver.none: "none"
    case Reference.Receiver.expression: "expression"
    case Reference.Receiver.implicit: "implicit"
    default: names.string(references[Int(reference.receiver)].name)
    }
  }

  /// The assertion that names this definition.
  public func describe(definition index: Int) -> String {
    let item = definitions[index]
    let line = lines.position(item.nameStart).line
    let words = ["definition", item.kind.name, qualifiedName(DefinitionIndex(index))] + item.modifiers.words
    return words.joined(separator: " ") + " (line \(line))"
  }

  /// The assertion that names this reference.
  public func describe(reference index: Int) -> String {
    let item = references[index]
    let line = lines.position(item.offset).line
    var text = "reference \(item.role) \(names.string(item.name)) receiver \(receiver(of: item))"
    text += " in \(scopeName(item.scope)) owner \(qualifiedName(item.owner))"
    if item.detail != .empty { text += " detail \(names.string(item.detail))" }
    return text + " (line \(line))"
  }

  /// The assertion that names this import.
  public func describe(import index: Int) -> String {
    let item = imports[index]
    var words = ["import", String(repeating: ".", count: Int(item.level)) + names.string(item.module)]
    if item.name != .empty { words += ["name", names.string(item.name)] }
    if item.alias != .empty { words += ["as", names.string(item.alias)] }
    return (words + item.flags.words).joined(separator: " ")
  }
}

extension Modifiers {
  /// The names of the modifiers that are set, in the order of their bits.
  public var words: [String] {
    let all: [(Modifiers, String)] = [
      (.isStatic, "static"), (.isAsync, "async"), (.isPublic, "public"), (.isOpen, "open"),
      (.isPackage, "package"), (.isInternal, "internal"), (.isFilePrivate, "fileprivate"),
      (.isPrivate, "private"), (.isOverride, "override"), (.isFinal, "final"), (.isMutating, "mutating"),
      (.isThrowing, "throwing"), (.isConditional, "conditional"), (.isLazy, "lazy"), (.isWeak, "weak"),
      (.isIndirect, "indirect"), (.isGenerator, "generator"), (.isClassMember, "classMember"),
      (.isConstant, "constant"), (.isLocal, "local"), (.isInstanceAttribute, "instanceAttribute"),
      (.isNonisolated, "nonisolated"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}

extension Import.Flags {
  /// The names of the flags that are set, in the order of their bits; `from` is left out, since the named
  /// member or the star says it already.
  public var words: [String] {
    let all: [(Import.Flags, String)] = [
      (.deferred, "deferred"), (.typeChecking, "typeChecking"), (.conditional, "conditional"),
      (.star, "star"), (.testable, "testable"), (.exported, "exported"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
