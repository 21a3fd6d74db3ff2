import GraphModel
public import LanguageSupport
import Synchronization

extension SwiftLanguage {
  /// The modules and packages that Swift files form.
  public func structure(of files: [ProgramFile]) -> [ModuleStructure] { SwiftModules(files).structures }

  /// Links imports, then every other reference.
  public func link(_ program: Program, into graph: inout GraphBuilder) { link(program, files: nil, &graph) }

  /// Every file is evaluated by itself, after what all declare.
  public func link(_ program: Program, only files: Set<Int32>, into graph: inout GraphBuilder) {
    link(program, files: files, &graph)
  }

  /// What a file's bodies say is its own business; declarations and initial values are everyone's.
  public func isSame(_ new: FileFacts, forOthersAs old: FileFacts) -> Bool {
    InterfaceComparison(old, new).isSame
  }

  private func link(_ program: Program, files: Set<Int32>?, _ graph: inout GraphBuilder) {
    guard program.files.contains(where: { $0.language == .swift }) else { return }
    SwiftImportLinker(program, SwiftModules(program.files), only: files).link(into: &graph)
    // Evaluation recurses as parsers do, and needs as much stack. The builder moves there and back, for what two
    // hold is copied when it grows.
    let handed = Mutex<GraphBuilder?>(graph)
    graph = GraphBuilder()
    ParserThreads.forEach(count: 1, threads: 1) { _, _ in
      guard var builder = handed.withLock({ $0.take() }) else { return }
      var linker = SwiftLinker(program, only: files)
      linker.link(into: &builder)
      handed.withLock { $0 = builder }
    }
    if let builder = handed.withLock({ $0.take() }) { graph = builder }
  }
}
