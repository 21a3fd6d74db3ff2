import LanguageSupport

extension PythonLanguage {
  /// The packages and modules that Python files form.
  public func structure(of files: [ProgramFile]) -> [ModuleStructure] { PythonStructure(files).structures }

  /// Links imports, and every other reference by what the whole program's analysis says.
  public func link(_ program: Program, into graph: inout GraphBuilder) {
    PythonImportLinker(program).link(into: &graph)
    var analysis = Analysis(program, outside: [])
    analysis.run()
    var emission = Emission(analysis)
    emission.run(into: &graph)
  }
}
