import GraphModel
import LanguageSupport
import Linking

/// A language whose facts are made by hand and whose modules are the files' folders.
struct ToyLanguage: Language {
  let id = LanguageID.swift
  let parserVersion = 1
  func claims(_ path: SourcePath) -> Bool { true }
  func parse(_ source: [UInt8]) -> ParseOutcome { .facts(FileFacts(lines: LineTable(source))) }

  func structure(of files: [ProgramFile]) -> [ModuleStructure] {
    var result: [ModuleStructure] = []
    for (index, file) in files.enumerated() {
      let name = file.path.directory.display
      if let known = result.firstIndex(where: { $0.name == name }) {
        result[known].files.append(index)
      } else {
        result.append(
          ModuleStructure(
            kind: .module, name: name, qualifiedName: name, components: [name], parent: -1, files: [index],
            root: "", membersQualified: false))
      }
    }
    return result
  }

  func link(_ program: Program, into graph: inout GraphBuilder) {}
}

/// A definition to be put into facts: kind, name, labels, overload key, members.
struct Declared {
  var kind: NodeKind
  var name: String
  var labels = ""
  var key = ""
  var members: [Declared] = []

  init(
    _ kind: NodeKind, _ name: String, _ labels: String = "", key: String = "",
    holding members: [Declared] = []
  ) {
    self.kind = kind
    self.name = name
    self.labels = labels
    self.key = key
    self.members = members
  }
}

/// Facts with these definitions, each on a line of its own.
func facts(_ declared: [Declared]) -> FileFacts {
  var facts = FileFacts(
    lines: LineTable(starts: (0..<100).map { UInt32($0 * 10) }, byteCount: 1_000))
  func add(_ items: [Declared], parent: DefinitionIndex) {
    for item in items {
      let start = UInt32(facts.definitions.count * 10)
      var definition = Definition(
        kind: item.kind, name: facts.names.intern(item.name), parent: parent, scope: 0, start: start,
        end: start + 9, nameStart: start, nameLength: 1)
      definition.labels = facts.names.intern(item.labels)
      definition.overloadKey = facts.names.intern(item.key)
      facts.definitions.append(definition)
      add(item.members, parent: DefinitionIndex(facts.definitions.count - 1))
    }
  }
  add(declared, parent: -1)
  return facts
}

/// Links a program of the toy language.
func link(_ files: [(String, [Declared])]) -> Graph {
  let sorted = files.sorted { SourcePath($0.0) < SourcePath($1.0) }
  return linkFacts(sorted.map { ($0.0, facts($0.1)) })
}

/// Links files, sorted by path, with the facts given; those without are skipped ones.
func linkFacts(_ files: [(String, FileFacts?)]) -> Graph {
  let indexed = files.map { path, facts in
    IndexedFile(path: SourcePath(path), language: .swift, blob: nil, skipReason: facts == nil ? .binary : nil)
  }
  return ProgramLinker(languages: [ToyLanguage()]).link(files: indexed, facts: files.map(\.1)).graph
}
