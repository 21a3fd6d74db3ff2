import GraphModel
import LanguageSupport

/// Turns the imports of all Python files into `imports` edges: to the module, and to what each imported
/// name finally is.
struct PythonImportLinker {
  private let program: Program
  private let modules: PythonModuleIndex

  init(_ program: Program, _ modules: PythonModuleIndex) {
    self.program = program
    self.modules = modules
  }

  func link(into graph: inout GraphBuilder) {
    for (file, source) in program.files.enumerated() where source.language == .python {
      for index in source.facts.imports.indices { link(index, file, &graph) }
    }
    for file in program.snippets(in: .python) {
      let imports = program.file(file).facts.imports
      // From where a document's relative import starts it does not say.
      for (index, item) in imports.enumerated() where item.level == 0 { link(index, file, &graph) }
    }
  }

  private func link(_ index: Int, _ file: Int, _ graph: inout GraphBuilder) {
    let facts = program.file(file).facts
    let item = facts.imports[index]
    let found = modules.module(ofImport: index, in: file)
    let dots = String(repeating: ".", count: Int(item.level))
    let module = facts.names.string(item.module)
    add(
      found.target, named: dots + module, item, at: Self.lastComponent(item, module), file, &graph)
    guard item.flags.contains(.from), !item.flags.contains(.star) else { return }
    let name = facts.names.string(item.name)
    let target =
      found.structure.map { modules.member(name, of: $0) }
      ?? PythonModuleIndex.externalMember(name, of: found.target)
    add(target, named: dots + module + "." + name, item, at: item.nameStart, file, &graph)
  }

  /// Where the last identifier of the module's dotted name stands; the dots where there is none.
  private static func lastComponent(_ item: Import, _ module: String) -> UInt32 {
    let last = module.split(separator: ".").last?.utf8.count ?? 0
    return last == 0 ? item.moduleStart : item.moduleStart + item.moduleLength - UInt32(last)
  }

  private func add(
    _ target: PythonModuleIndex.Target, named name: String, _ item: Import, at offset: UInt32, _ file: Int,
    _ graph: inout GraphBuilder
  ) {
    let source = program.source(file: file, definition: item.owner)
    let position = program.file(file).facts.lines.position(offset)
    let node: NodeIndex
    switch target {
    case .node(let found): node = found
    case .external(let dotted): node = graph.external(dotted, language: .python)
    case .missing(let reason):
      graph.add(
        UnresolvedReference(
          kind: .imports, name: name, source: source, file: program.fileIndices[file], position: position,
          reason: reason))
      return
    }
    graph.add(
      Edge(
        kind: .imports, source: source, target: node, file: program.fileIndices[file], position: position))
  }
}
