public import GraphModel
public import LanguageSupport

/// Takes over what a compiler's index says about files that are still what the compiler read.
///
/// At a place where the index names a symbol, what the linker said about that place is replaced; elsewhere (code under
/// an `#if` that was not compiled, calls to functions inside bodies, files that changed since) the linker's word stands.
/// The linker's word also stands where the index names something of the tree that is no node of ours.
public struct CompilerPass: LinkPass {
  private let compiled: CompiledProgram
  private let current: Set<SourcePath>

  /// - Parameters:
  ///   - compiled: all that the index says.
  ///   - current: the files that are what the compiler read; ``SourceAgreement`` holds for them.
  public init(_ compiled: CompiledProgram, current: Set<SourcePath>) {
    self.compiled = compiled
    self.current = current
  }

  /// Replaces edges. O(edges + occurrences), but for sorting none.
  public func run(_ program: Program, into graph: inout GraphBuilder) {
    var fileOfPath: [SourcePath: Int] = [:]
    for (index, file) in program.files.enumerated() where file.language == .swift {
      fileOfPath[file.path] = index
    }
    var files: [(compiled: CompiledFile, file: Int)] = []
    for file in compiled.files where current.contains(file.path) {
      if let index = fileOfPath[file.path] { files.append((file, index)) }
    }
    var places = DefinitionPlaces(files: files, in: compiled, program)
    var claims = Claims()
    var edges: [Edge] = []
    for (source, file) in files {
      var sites = SiteEdges(
        compiled: compiled, sites: SourceSites(program, file: file), file: program.fileIndices[file])
      for site in source.occurrences.chunked(by: \.position) {
        sites.add(site, &places, &graph)
      }
      claims.add(sites, file: program.fileIndices[file])
      edges += sites.edges
    }
    graph.remove(
      edges: { claims.cover($0.kind, $0.file, $0.position) },
      unresolved: { claims.cover($0.kind, $0.file, $0.position) })
    for edge in edges { graph.add(edge) }
  }

  /// Where the index decides, by file.
  private struct Claims {
    private var references: [Int32: [Position: EdgeFamily]] = [:]
    private var definitions: [Int32: Set<Position>] = [:]

    mutating func add(_ sites: SiteEdges, file: Int32) {
      references[file] = sites.references
      definitions[file] = sites.definitions
    }

    func cover(_ kind: EdgeKind, _ file: Int32, _ position: Position) -> Bool {
      if kind == .overrides { return definitions[file]?.contains(position) ?? false }
      let family = EdgeFamily(kind)
      return !family.isEmpty && references[file]?[position]?.isSuperset(of: family) ?? false
    }
  }
}

extension Array {
  /// The runs of neighbours of equal key.
  fileprivate func chunked<Key: Equatable>(by key: (Element) -> Key) -> [ArraySlice<Element>] {
    var result: [ArraySlice<Element>] = []
    var start = 0
    for index in indices.dropFirst() where key(self[index]) != key(self[start]) {
      result.append(self[start..<index])
      start = index
    }
    if start < count { result.append(self[start...]) }
    return result
  }
}
