import GraphModel
import LanguageSupport

/// Makes a model of a program, with everything in it that files share.
extension SwiftModel {
  /// The model of a program's Swift files and of the interfaces that they import.
  init(_ program: Program) {
    self.init()
    var moduleOfFile = [Int32](repeating: -1, count: program.files.count)
    for structure in program.structures[.swift] ?? [] where structure.kind == .module {
      let module = addModule(structure.name, isInterface: false)
      for file in structure.files { moduleOfFile[file] = module }
    }
    let own = Set(modules)
    // Once for all files: growing file by file would copy what is there each time.
    var counts = (definitions: 0, references: 0, expressions: 0)
    for file in program.files where file.language == .swift {
      counts.definitions += file.facts.definitions.count
      counts.references += file.facts.references.count
      counts.expressions += file.facts.expressions.count
    }
    declarations.reserveCapacity(counts.definitions * 2 + 10_000)
    referenceNames.reserveCapacity(counts.references + 100_000)
    nodes.reserveCapacity(counts.expressions + 200_000)
    var imported: Set<String> = []
    for (index, file) in program.files.enumerated() where file.language == .swift {
      for item in file.facts.imports {
        let name = String(file.facts.names.string(item.module).prefix { $0 != "." })
        // `#if canImport(Combine)` in a package that runs elsewhere too does not make it a client.
        if item.flags.contains(.conditional) && BuildConditions.otherPlatforms.contains(name) { continue }
        imported.insert(name)
      }
      // A manifest is a module of its own, whose names nobody sees.
      let module =
        moduleOfFile[index] >= 0 ? moduleOfFile[index] : addModule("\u{0}\(index)", isInterface: false)
      addUnit(file.facts, module: module, file: index)
    }
    for interface in StandardLibrary.interfaces(importing: imported) where !own.contains(interface.module) {
      addUnit(interface.facts, module: addModule(interface.module, isInterface: true), file: -1)
    }
    addSnippets(program)
    buildTables()
    findStandardTypes()
    check.memoExpected = [Int32](repeating: -1, count: nodes.count)
    check.memoType = [Int32](repeating: 0, count: nodes.count)
    computeShared()
  }

  /// Adds the code in documents after everything else: nothing of the tree sees it. All that one document shows is a
  /// module.
  private mutating func addSnippets(_ program: Program) {
    let numbers = program.snippets(in: .swift)
    guard !numbers.isEmpty else { return }
    let structures = SwiftModules(program.files)
    var seen: [SourcePath: [Int32]] = [:]
    for number in numbers {
      let snippet = program.file(number)
      let around =
        seen[snippet.path]
        ?? structures.modules(around: snippet.path, program.files).compactMap {
          moduleNumbers[structures.structures[$0].name]
        }
      seen[snippet.path] = around
      let module = addModule("\u{1}" + snippet.path.display, isInterface: false)
      addUnit(snippet.facts, module: module, file: number)
      units[units.count - 1].isSnippet = true
      units[units.count - 1].around = around
    }
  }

  private mutating func findStandardTypes() {
    check.optional = standardType("Optional")
    check.arrayType = standardType("Array")
    check.setType = standardType("Set")
    check.dictionaryType = standardType("Dictionary")
    check.rawRepresentable = standardType("RawRepresentable")
    check.anyType = standardType("Any")
    check.anyObject = standardType("AnyObject")
    check.anyHashable = standardType("AnyHashable")
    check.keyPath = standardType("KeyPath")
    check.boolean = standard("Bool", [])
    check.errorType = standard("Error", [])
    check.neverType = standard("Never", [])
    check.arrayLiteral = standardType("ExpressibleByArrayLiteral")
    check.dictionaryLiteral = standardType("ExpressibleByDictionaryLiteral")
    check.arrayLiteralElement = intern("ArrayLiteralElement")
    check.iteratorName = intern("Iterator")
    check.typeFunction = intern("type")
    check.ofLabel = intern("of")
    check.literalProtocols = [
      "ExpressibleByIntegerLiteral", "ExpressibleByFloatLiteral", "ExpressibleByStringLiteral",
      "ExpressibleByBooleanLiteral", "ExpressibleByNilLiteral", "ExpressibleByRegexLiteral",
    ].map { standardType($0) }
    check.synthesised = Set(
      [
        "Sendable", "SendableMetatype", "Copyable", "Escapable", "BitwiseCopyable", "AnyObject", "Any",
        "Equatable", "Hashable", "Actor", "AnyActor", "CVarArg", "CodingKey",
      ].map { standardType($0) })
    check.literalTypes = ["Int", "Double", "String", "Bool", "Optional", "Regex"].map { standard($0, []) }
  }

  /// Computes, in order, what all files ask for; so no file's result depends on which was linked before.
  private mutating func computeShared() {
    check.steps = Int.max
    for id in declarations.indices where declarations[id].isNominal {
      _ = supertypes(of: DeclID(id))
    }
    lineageCache = [:]
    aliasCache = [:]
    requirementCache = [:]
    associatedCache = [:]
    for id in declarations.indices where declarations[id].isNominal {
      _ = lineage(of: DeclID(id))
    }
    for (id, item) in declarations.enumerated() where item.unit >= 0 && item.definition >= 0 {
      switch item.kind {
      case .property, .variable: _ = valueType(of: DeclID(id))
      case .typeAlias: _ = aliasTarget(DeclID(id))
      default: if item.isFunctionLike { _ = signature(of: DeclID(id)) }
      }
    }
  }
}
