import LanguageSupport

extension PythonLanguage {
  public func structure(of files: [ProgramFile]) -> [ModuleStructure] { [] }

  public func link(_ program: Program, into graph: inout GraphBuilder) {}
}
