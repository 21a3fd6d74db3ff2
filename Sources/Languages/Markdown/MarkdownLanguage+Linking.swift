import LanguageSupport

extension MarkdownLanguage {
  /// Documents form no modules.
  public func structure(of files: [ProgramFile]) -> [ModuleStructure] { [] }

  /// Adds no edges.
  public func link(_ program: Program, into graph: inout GraphBuilder) {}
}
