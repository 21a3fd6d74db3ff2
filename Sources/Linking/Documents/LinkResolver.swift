import GraphModel
import LanguageSupport

/// Finds what a link in a document leads to.
struct LinkResolver {
  /// What came of a link.
  enum Target {
    case node(NodeIndex, Resolution)
    /// A file that is not parsed.
    case file(SourcePath, Resolution)
    case missing(reason: String)
    /// Leads out of the tree, or to a folder that nothing in the graph stands for.
    case none
  }

  static let noFile = "no such file"
  static let noSection = "no such section"
  static let noDocument = "no such document"
  static let noLabel = "no such label"
  static let outside = "outside the tree"

  private let program: Program
  private let paths: PathIndex
  /// Anchors by the place of their file.
  private var anchors: [Int: DocumentAnchors] = [:]
  /// Names that `:ref:` may use, in all documents: file and definition, in path order.
  private var labels: [String: [(file: Int, definition: DefinitionIndex)]] = [:]
  /// Folders that a package or module of the tree is, with its node.
  private var modules: [[UInt8]: NodeIndex] = [:]

  init(_ program: Program, _ paths: PathIndex) {
    self.program = program
    self.paths = paths
    for (index, file) in program.files.enumerated() where file.language.isProse {
      for reference in file.facts.references where reference.role == .anchor {
        guard reference.detail == .empty else { continue }
        let name = file.facts.names.string(reference.name).lowercased()
        labels[name, default: []].append((index, DocumentAnchors.meant(reference, file.facts)))
      }
    }
    addModules()
  }

  /// A structure's folder is the longest one that holds all of its files; the outermost structure of a folder
  /// counts.
  private mutating func addModules() {
    for language in program.structures.keys.sorted() {
      let structures = program.structures[language] ?? []
      let nodes = program.structureNodes[language] ?? []
      for (structure, node) in zip(structures, nodes) {
        guard let first = structure.files.first else { continue }
        var folder = program.files[first].path.directory.bytes
        for file in structure.files.dropFirst() {
          let path = program.files[file].path.bytes
          while !folder.isEmpty, !path.starts(with: folder + [UInt8(ascii: "/")]) {
            folder = SourcePath(bytes: folder).directory.bytes
          }
        }
        if structure.kind == .module && structure.membersQualified { continue }
        if !folder.isEmpty, modules[folder] == nil { modules[folder] = node }
      }
    }
  }

  /// Resolves a destination as written in the program's file `file`.
  mutating func resolve(_ text: String, isWiki: Bool, in file: Int) -> Target {
    let link = LinkDestination(text, isWiki: isWiki)
    let folder = program.files[file].path.directory.bytes
    switch link.form {
    case .foreign: return .none
    case .label: return label(link.path, folder)
    case .wiki, .docC: return named(link, file)
    case .document:
      // Another project's document.
      if link.path.contains(":") { return .none }
      return path(link, from: sphinxFolder(link, folder), file) ?? .missing(reason: Self.noDocument)
    case .download: return path(link, from: sphinxFolder(link, folder), file) ?? .missing(reason: Self.noFile)
    case .path:
      if link.path.isEmpty { return section(link.fragment, of: file) }
      let start =
        !link.path.hasPrefix("/")
        ? folder
        : program.files[file].language == .restructuredText ? sphinxFolder(link, folder) : []
      if let found = path(link, from: start, file) ?? catalogFile(link, folder) { return found }
      // Where a page's site has its root is not known.
      let isOfSite = link.path.hasPrefix("/") && program.files[file].language == .html
      return isOfSite ? .none : .missing(reason: Self.noFile)
    }
  }

  // MARK: Paths

  /// The nearest folder around `folder` with Sphinx's configuration, for an absolute path; else `folder`.
  private func sphinxFolder(_ link: LinkDestination, _ folder: [UInt8]) -> [UInt8] {
    guard link.path.hasPrefix("/") else { return folder }
    var candidate = folder
    while !paths.sphinxRoots.contains(candidate) {
      if candidate.isEmpty { return [] }
      candidate = SourcePath(bytes: candidate).directory.bytes
    }
    return candidate
  }

  /// A file at the path, or one whose page that address is: `guide`, `guide/` and `guide.html` for `guide.md`.
  private mutating func path(_ link: LinkDestination, from folder: [UInt8], _ file: Int) -> Target? {
    guard let joined = PathIndex.join(folder, link.path) else { return hosted(link, from: folder) }
    if let entry = paths.entry(joined), entry != .folder || !isPage(joined) {
      return target(entry, joined, link.fragment, .exact)
    }
    let stem = joined.suffix(5) == Array(".html".utf8)[...] ? Array(joined.dropLast(5)) : joined
    for suffix in [".md", ".rst", ".markdown", ".html"] {
      if let entry = paths.entry(stem + Array(suffix.utf8)), entry != .folder {
        let isDeclared = link.form == .document
        return target(entry, joined, link.fragment, isDeclared ? .exact : .inferred)
      }
    }
    return paths.entry(joined).flatMap { target($0, joined, link.fragment, .exact) }
  }

  /// What a path out of the tree leads to. Two levels above the root lies the repository's own page where the sources
  /// are shown by a host (`…/blob/main/README.md`): its README, or pages that are no files (`../../issues`).
  private mutating func hosted(_ link: LinkDestination, from folder: [UInt8]) -> Target {
    guard let joined = PathIndex.join(Array("\u{1}/\u{1}/".utf8) + folder, link.path) else {
      return .missing(reason: Self.outside)
    }
    if joined.first == 1 { return .missing(reason: Self.outside) }
    guard joined.isEmpty, let entry = index(of: []) else { return .none }
    return target(entry, [], link.fragment, .inferred)
  }

  /// A folder beside a page of the same name: `guide/` and `guide.md`.
  private func isPage(_ path: [UInt8]) -> Bool {
    index(of: path) == nil && [".md", ".rst"].contains { paths.entry(path + Array($0.utf8)) != nil }
  }

  private func index(of folder: [UInt8]) -> PathIndex.Entry? {
    let prefix = folder.isEmpty ? [] : folder + [UInt8(ascii: "/")]
    for name in ["README.md", "readme.md", "Readme.md", "index.md", "README.rst", "index.rst", "index.html"] {
      if let entry = paths.entry(prefix + Array(name.utf8)) { return entry }
    }
    return nil
  }

  private mutating func target(
    _ entry: PathIndex.Entry, _ path: [UInt8], _ fragment: String?, _ resolution: Resolution
  ) -> Target {
    switch entry {
    case .other(let path): return .file(path, resolution)
    case .folder:
      if let index = index(of: path) { return target(index, path, fragment, resolution) }
      return modules[path].map { .node($0, resolution) } ?? .none
    case .parsed(let file):
      let found = section(fragment, of: file)
      if case .node(let node, .exact) = found { return .node(node, resolution) }
      return found
    }
  }

  /// DocC finds images and other resources of a catalog by their names alone.
  private func catalogFile(_ link: LinkDestination, _ folder: [UInt8]) -> Target? {
    guard !link.path.contains("/"), let catalog = Self.catalog(around: folder) else { return nil }
    let stem = link.path.split(separator: ".").first.map(String.init) ?? link.path
    let found = paths.files(withStem: stem).filter { $0.bytes.starts(with: catalog) }
    return found.first.map { .file($0, .inferred) }
  }

  static func catalog(around folder: [UInt8]) -> [UInt8]? {
    var candidate = folder
    while !candidate.isEmpty {
      if candidate.suffix(5) == Array(".docc".utf8)[...] { return candidate }
      candidate = SourcePath(bytes: candidate).directory.bytes
    }
    return nil
  }

  // MARK: Names

  /// A document by its name: `[[Name]]`, `doc:Name`.
  private mutating func named(_ link: LinkDestination, _ file: Int) -> Target {
    if link.path.isEmpty { return section(link.fragment, of: file) }
    let parts = link.path.split(separator: "/")
    guard let last = parts.last else { return .missing(reason: Self.noDocument) }
    let folder = program.files[file].path.directory.bytes
    if !paths.files(named: last).isEmpty, let exact = path(link, from: folder, file) { return exact }
    let named = paths.files(withStem: last).filter { path in
      guard case .parsed(let index) = paths.entry(path.bytes) else { return false }
      return program.files[index].language.isProse
    }
    let placed = named.filter { Self.ends($0, with: parts.dropLast()) }
    // In a catalog the path before the name is a symbol's, wherever the file lies.
    let documents = placed.isEmpty && link.form == .docC ? named : placed
    let nearest = Nearness.nearest(documents, to: folder)
    if nearest.isEmpty, link.form == .docC, parts.count > 1 {
      // `doc:Article/Heading`.
      var article = link
      article.path = parts.dropLast().joined(separator: "/")
      article.fragment = String(last)
      return self.named(article, file)
    }
    guard nearest.count == 1, let only = nearest.first, let entry = paths.entry(only.bytes) else {
      return .missing(reason: nearest.isEmpty ? Self.noDocument : "several documents of that name")
    }
    return target(entry, only.bytes, link.fragment, documents.count == 1 ? .exact : .inferred)
  }

  private static func ends(_ path: SourcePath, with folders: ArraySlice<Substring>) -> Bool {
    // A leading `documentation/Module` is no folder on the disk.
    guard let last = folders.last, folders.first != "documentation", folders.first != "tutorials" else {
      return true
    }
    let own = path.directory.bytes.split(separator: UInt8(ascii: "/")).last ?? []
    return own.elementsEqual(last.utf8) || own.elementsEqual((last + ".docc").utf8)
  }

  private func label(_ name: String, _ folder: [UInt8]) -> Target {
    let found = labels[name.lowercased()] ?? []
    let nearest = Nearness.nearest(found.map { program.files[$0.file].path }, to: folder)
    if let path = nearest.first, let place = found.first(where: { program.files[$0.file].path == path }) {
      let node = program.source(file: place.file, definition: place.definition)
      return .node(node, nearest.count == 1 ? .exact : .inferred)
    }
    // Pages that Sphinx makes by itself, and labels of other projects.
    let isForeign = ["genindex", "modindex", "search"].contains(name) || name.contains(":")
    return isForeign ? .none : .missing(reason: Self.noLabel)
  }

  // MARK: Fragments

  private mutating func section(_ fragment: String?, of file: Int) -> Target {
    let isProse = program.files[file].language.isProse
    let whole = program.source(file: file, definition: isProse ? 0 : -1)
    guard let fragment, !fragment.isEmpty, fragment != "top", !fragment.hasPrefix(":~:") else {
      return .node(whole, .exact)
    }
    if let line = Self.line(fragment) {
      return .node(program.source(file: file, definition: innermost(line, file)), .exact)
    }
    guard isProse else { return .node(whole, .exact) }
    let known = anchors[file] ?? DocumentAnchors(program.files[file])
    anchors[file] = known
    guard let found = known.definition(fragment) else { return .missing(reason: Self.noSection) }
    return .node(
      program.source(file: file, definition: found.index), found.isExact ? .exact : .inferred)
  }

  /// 10 of `L10`, `L10-L20` and `L10C3`.
  private static func line(_ fragment: String) -> Int32? {
    guard fragment.first == "L" else { return nil }
    let digits = fragment.dropFirst().prefix { $0.isASCII && $0.isNumber }
    let rest = fragment.dropFirst(1 + digits.count)
    guard rest.isEmpty || rest.first == "-" || rest.first == "C" else { return nil }
    return Int32(digits)
  }

  /// The last definition that begins before the line's end and ends behind its begin.
  private func innermost(_ line: Int32, _ file: Int) -> DefinitionIndex {
    let facts = program.files[file].facts
    var found: DefinitionIndex = program.files[file].language.isProse ? 0 : -1
    for (index, definition) in facts.definitions.enumerated() {
      guard facts.lines.position(definition.start).line <= line else { break }
      if facts.lines.position(definition.end).line >= line, definition.kind != .codeBlock {
        found = DefinitionIndex(index)
      }
    }
    return found
  }
}

/// Which of several files is meant from a folder.
enum Nearness {
  /// How many leading folders two paths share.
  static func shared(_ path: SourcePath, _ folder: [UInt8]) -> Int {
    let own = path.bytes.split(separator: UInt8(ascii: "/"))
    let other = folder.split(separator: UInt8(ascii: "/"))
    return zip(own.dropLast(), other).prefix { $0.elementsEqual($1) }.count
  }

  /// Those that share the most folders.
  static func nearest(_ paths: [SourcePath], to folder: [UInt8]) -> [SourcePath] {
    guard paths.count > 1 else { return paths }
    let shares = paths.map { shared($0, folder) }
    let most = shares.max() ?? 0
    return zip(paths, shares).filter { $1 == most }.map(\.0)
  }
}
