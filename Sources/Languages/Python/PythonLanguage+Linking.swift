import LanguageSupport

extension PythonLanguage {
  /// The packages and modules that Python files form.
  public func structure(of files: [ProgramFile]) -> [ModuleStructure] { PythonStructure(files).structures }

  /// Links imports.
  public func link(_ program: Program, into graph: inout GraphBuilder) {
    PythonImportLinker(program).link(into: &graph)
  }
}
