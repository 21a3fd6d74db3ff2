import GraphModel
public import LanguageSupport
import Synchronization

extension SwiftLanguage {
  /// The modules and packages that Swift files form.
  public func structure(of files: [ProgramFile]) -> [ModuleStructure] {
    SwiftStructure.structures(of: files)
  }

  /// Links imports, then every other reference.
  public func link(_ program: Program, into graph: inout GraphBuilder) {
    SwiftImportLinker(program).link(into: &graph)
    guard program.files.contains(where: { $0.language == .swift }) else { return }
    // Evaluation recurses as parsers do, and needs as much stack.
    let made = Mutex<GraphBuilder?>(nil)
    let before = graph
    ParserThreads.forEach(count: 1, threads: 1) { _, _ in
      var builder = before
      var linker = SwiftLinker(program)
      linker.link(into: &builder)
      made.withLock { $0 = builder }
    }
    if let builder = made.withLock({ $0 }) { graph = builder }
  }
}
