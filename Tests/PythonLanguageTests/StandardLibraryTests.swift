import Foundation
import GraphModel
import LanguageSupport
import Testing

@testable import PythonLanguage

/// The stubs of the standard library: readable, and about names that exist.
@Suite struct StandardLibraryTests {
  static let facts: [(module: String, facts: FileFacts)] = StandardLibrary.stubs.compactMap { stub in
    guard case .facts(let facts) = PythonLanguage().parse(Array(stub.source.utf8)) else { return nil }
    return (stub.module, facts)
  }

  @Test func stubsAreInOrderAndEachModuleHasOne() {
    let modules = StandardLibrary.stubs.map(\.module)
    #expect(modules == Array(Set(modules)).sorted())
  }

  @Test func stubsAreReadWithoutErrors() {
    #expect(Self.facts.count == StandardLibrary.stubs.count)
    for (module, facts) in Self.facts {
      #expect(facts.parseErrors == 0, "\(module)")
      #expect(!facts.definitions.isEmpty, "\(module)")
    }
  }

  /// What a stub names is declared there, imported from another stub, or built in.
  @Test func namesAreKnown() {
    let declared = Dictionary(
      uniqueKeysWithValues: Self.facts.map { module, facts in
        (module, Set(facts.definitions.filter { $0.parent < 0 }.map { facts.names.string($0.name) }))
      })
    for (module, facts) in Self.facts {
      var known = declared["builtins", default: []].union(declared[module, default: []])
      known.formUnion(facts.definitions.map { facts.names.string($0.name) })
      for item in facts.imports {
        let (source, name) = (facts.names.string(item.module), facts.names.string(item.name))
        let alias = facts.names.string(item.alias)
        #expect(declared[source] != nil, "\(module) imports \(source)")
        let isThere =
          name.isEmpty || declared[source]?.contains(name) == true || declared["\(source).\(name)"] != nil
        #expect(isThere || Self.isReexported(name, by: source), "\(module) imports \(source).\(name)")
        known.insert(alias.isEmpty ? (name.isEmpty ? source : name) : alias)
      }
      // Parameters, those of types included.
      for reference in facts.references where reference.role == .write {
        known.insert(facts.names.string(reference.name))
      }
      for reference in facts.references where reference.receiver == Reference.Receiver.none {
        let name = facts.names.string(reference.name)
        #expect(known.contains(name), "\(module) does not know \(name)")
      }
    }
  }

  @Test func namesExistInCPython() throws {
    guard let oracle = AstOracle.shared, oracle.version >= 311 else { return }
    let lines = Self.facts.flatMap { module, facts in
      facts.definitions.filter { Self.isOfCPython($0, in: facts) }
        .map { "\(module) \(Self.path(of: $0, in: facts).joined(separator: "."))" }
    }
    #expect(lines.count > 1500)
    let missing = try #require(try oracle.answer(of: "library_names.py", about: lines))
    #expect(missing.isEmpty, "\(missing)")
  }

  /// `from m import n as n` and `import m.n as n` in a stub give its module that name.
  private static func isReexported(_ name: String, by module: String) -> Bool {
    facts.contains { other, facts in
      other == module && facts.imports.contains { facts.names.string($0.alias) == name }
    }
  }

  /// Not the attributes of instances, nor private helpers that only name a type.
  private static func isOfCPython(_ definition: Definition, in facts: FileFacts) -> Bool {
    let path = path(of: definition, in: facts)
    if path[0].hasPrefix("_"),
      facts.definitions.contains(where: {
        $0.parent < 0 && $0.kind == .class && facts.names.string($0.name) == path[0]
      })
    {
      return false
    }
    return path.count == 1 || definition.kind != .variable
  }

  private static func path(of definition: Definition, in facts: FileFacts) -> [String] {
    var path = [facts.names.string(definition.name)]
    var parent = definition.parent
    while parent >= 0 {
      path.insert(facts.names.string(facts.definitions[Int(parent)].name), at: 0)
      parent = facts.definitions[Int(parent)].parent
    }
    return path
  }
}
