import GraphModel
import LanguageSupport

/// Turns the imports of all Swift files into `imports` edges to modules of the tree or to external ones.
struct SwiftImportLinker {
  private let program: Program
  private let modules: SwiftModules
  /// The files whose imports are linked, by their numbers in the graph; nil for all.
  private let files: Set<Int32>?

  init(_ program: Program, _ modules: SwiftModules, only files: Set<Int32>? = nil) {
    self.program = program
    self.modules = modules
    self.files = files
  }

  func link(into graph: inout GraphBuilder) {
    let nodes = program.structureNodes[.swift] ?? []
    for (file, source) in program.files.enumerated() where source.language == .swift && isWanted(file) {
      link(file, source.facts, nodes, &graph) { modules.module(named: $0, importedIn: file) }
    }
    for file in program.snippets(in: .swift) where isWanted(file) {
      let source = program.file(file)
      link(file, source.facts, nodes, &graph) { modules.module(named: $0, shownIn: source.path) }
    }
  }

  private func isWanted(_ file: Int) -> Bool { files?.contains(program.fileIndices[file]) ?? true }

  private func link(
    _ file: Int, _ facts: FileFacts, _ nodes: [NodeIndex], _ graph: inout GraphBuilder,
    module find: (String) -> Int?
  ) {
    for item in facts.imports {
      let module = facts.names.string(item.module)
      // A submodule (`Darwin.C`) belongs to its module.
      let found = find(String(module.prefix { $0 != "." }))
      let target = found.map { nodes[$0] } ?? graph.external(module, language: .swift)
      graph.add(
        Edge(
          kind: .imports, source: program.source(file: file, definition: item.owner), target: target,
          file: program.fileIndices[file], position: facts.lines.position(item.moduleStart)))
    }
  }
}
