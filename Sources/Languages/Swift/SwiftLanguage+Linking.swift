public import LanguageSupport

extension SwiftLanguage {
  /// The modules and packages that Swift files form.
  public func structure(of files: [ProgramFile]) -> [ModuleStructure] { SwiftModules(files).structures }

  /// Links imports.
  public func link(_ program: Program, into graph: inout GraphBuilder) {
    SwiftImportLinker(program, SwiftModules(program.files)).link(into: &graph)
  }
}
