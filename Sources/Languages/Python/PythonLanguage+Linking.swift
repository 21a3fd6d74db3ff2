import GraphModel
import LanguageSupport

extension PythonLanguage {
  /// The packages and modules that Python files form.
  public func structure(of files: [ProgramFile]) -> [ModuleStructure] { PythonStructure(files).structures }

  /// Links imports, and every other reference by what the whole program's analysis says.
  public func link(_ program: Program, into graph: inout GraphBuilder) {
    guard program.files.contains(where: { $0.language == .python }) else { return }
    var analysis = Analysis(program, outside: Self.standardLibrary)
    PythonImportLinker(program, analysis.world.index).link(into: &graph)
    analysis.run()
    var emission = Emission(analysis, files: analysis.world.treeFiles)
    emission.run(into: &graph)
    guard !program.snippets(in: .python).isEmpty else { return }
    analysis = emission.finish()
    analysis.addSnippets()
    var documents = Emission(analysis, files: analysis.world.snippets)
    documents.emitReferences(into: &graph)
  }

  /// The declarations of the standard library, read once in a process.
  private static let standardLibrary: [OutsideModule] = StandardLibrary.stubs.compactMap { stub in
    guard case .facts(let facts) = PythonLanguage().parse(Array(stub.source.utf8)) else { return nil }
    return OutsideModule(name: stub.module, facts: facts)
  }
}
