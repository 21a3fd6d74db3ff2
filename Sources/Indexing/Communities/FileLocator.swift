import GraphModel

/// Tells for each node of a graph which file it stands for.
struct FileLocator {
  /// For each node the index of its file; for modules and packages the one file that they contain directly, such as
  /// `__init__.py`; -1 where there is none or there are several.
  let files: [Int32]
  /// For each node the folder that all files it contains directly lie in, for modules and packages of several
  /// files; else nil.
  let folders: [NodeIndex: SourcePath]

  init(_ graph: Graph) {
    var files = [Int32](repeating: -1, count: graph.nodes.count)
    var contained = [Int32](repeating: 0, count: graph.nodes.count)
    var folders: [NodeIndex: SourcePath] = [:]
    // The file of a containment is the one that holds the contained. Edges of one kind are sorted by source.
    for edge in graph.edges where edge.kind == .contains && edge.file >= 0 {
      files[Int(edge.target)] = edge.file
    }
    for edge in graph.edges where edge.kind == .contains && edge.file >= 0 {
      guard edge.position.line == 0, files[Int(edge.source)] < 0 || contained[Int(edge.source)] > 0 else {
        continue
      }
      let source = Int(edge.source)
      contained[source] += 1
      let folder = graph.files[Int(edge.file)].path.directory
      if contained[source] == 1 {
        files[source] = edge.file
        folders[edge.source] = folder
      } else {
        files[source] = -1
        folders[edge.source] = folders[edge.source].map { Self.common($0, folder) }
      }
    }
    for (node, file) in files.enumerated() where file >= 0 { folders[NodeIndex(node)] = nil }
    self.files = files
    self.folders = folders
  }

  /// The deepest folder that holds both.
  private static func common(_ left: SourcePath, _ right: SourcePath) -> SourcePath {
    var folder = left
    while !folder.bytes.isEmpty, right != folder,
      !right.bytes.starts(with: folder.bytes + [UInt8(ascii: "/")])
    {
      folder = folder.directory
    }
    return folder
  }
}
