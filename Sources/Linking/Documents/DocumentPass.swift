import GraphModel
import LanguageSupport

/// Pass 4: what documents say of each other and of code becomes `links`, `mentions` and `documents` edges.
///
/// Runs when the languages' linkers are done, and knows code by its nodes and edges alone.
struct DocumentPass {
  private let program: Program
  private let paths: PathIndex
  private var links: LinkResolver
  private let mentions: MentionResolver
  /// Nodes of files that are not parsed, by their paths.
  private var fileNodes: [SourcePath: NodeIndex] = [:]
  /// Names that documents describe and code does not define (settings, for example), with their sections.
  private var declared: [String: NodeIndex] = [:]
  /// Names without a definition; the second is the last part.
  private var missing: [(item: UnresolvedReference, name: String)] = []

  /// Adds the edges of all documents. `others` are the files of the tree that are not parsed; `skipped` the nodes
  /// of those among them that are in the graph already.
  static func run(
    _ program: Program, others: [SourcePath], skipped: [SourcePath: NodeIndex], into graph: inout GraphBuilder
  ) {
    guard program.files.contains(where: { $0.language.isProse || !$0.facts.mentions.isEmpty }) else { return }
    let paths = PathIndex(program, others: others)
    let table = SymbolTable(program, graph)
    var pass = DocumentPass(
      program: program, paths: paths, links: LinkResolver(program, paths),
      mentions: MentionResolver(table, program, ShownNames(graph, table)), fileNodes: skipped)
    for (file, source) in program.files.enumerated() where source.language == .restructuredText {
      pass.declare(file)
    }
    CommentPass(program, pass.mentions, declared: pass.declared).run(into: &graph)
    for (file, source) in program.files.enumerated() where source.language.isProse {
      pass.link(file, into: &graph)
    }
    pass.addMissing(to: &graph)
  }

  /// A name that code uses for something else is none that went away; a member that a type of the tree does not have is
  /// missing whoever else has one.
  private func addMissing(to graph: inout GraphBuilder) {
    let names = missing.filter { $0.item.reason == MentionResolver.noSymbol }.map(\.name)
    let used = UsedNames(Set(names), program)
    for (item, name) in missing
    where item.reason != MentionResolver.noSymbol || !used.contains(name, in: item.file) {
      graph.add(item)
    }
  }

  private init(
    program: Program, paths: PathIndex, links: LinkResolver, mentions: MentionResolver,
    fileNodes: [SourcePath: NodeIndex]
  ) {
    self.program = program
    self.paths = paths
    self.links = links
    self.mentions = mentions
    self.fileNodes = fileNodes
  }

  /// Notes the names that a document describes.
  private mutating func declare(_ file: Int) {
    let facts = program.files[file].facts
    for reference in facts.references where reference.role == .mention {
      guard facts.names.string(reference.detail) == MentionForm.declares else { continue }
      let name = facts.names.string(reference.name)
      if declared[name] == nil { declared[name] = program.source(file: file, definition: reference.owner) }
    }
  }

  private mutating func link(_ file: Int, into graph: inout GraphBuilder) {
    let facts = program.files[file].facts
    let path = program.files[file].path
    var place = MentionResolver.Place(
      folder: path.directory.bytes, isAside: path.isAside, document: program.fileIndices[file])
    var subjects = SectionSubjects(facts)
    for reference in facts.references {
      switch reference.role {
      case .link: addLink(reference, file, &graph)
      case .mention:
        let form = facts.names.string(reference.detail)
        let name = facts.names.string(reference.name)
        if form == MentionForm.module {
          place.module = mentions.module(name)
          continue
        }
        place.subjects = subjects.around(reference)
        addMention(reference, name, form, file, place, &subjects, &graph)
      default: break
      }
    }
  }

  // MARK: Links

  private mutating func addLink(_ reference: Reference, _ file: Int, _ graph: inout GraphBuilder) {
    let facts = program.files[file].facts
    let name = facts.names.string(reference.name)
    let isWiki = facts.names.string(reference.detail) == "[["
    switch links.resolve(name, isWiki: isWiki, in: file) {
    case .node(let node, let resolution): add(.links, to: node, resolution, reference, file, &graph)
    case .file(let path, let resolution):
      add(.links, to: fileNode(path, &graph), resolution, reference, file, &graph)
    case .missing(let reason):
      // In a catalog of DocC an address that is no document may be a symbol's page.
      if let symbol = symbolPath(name, file), addSymbolLink(symbol, reference, file, &graph) { return }
      addUnresolved(.links, name, reason, reference, file, &graph)
    case .none: break
    }
  }

  /// `Module/Type` of `doc:Module/Type`, and in a catalog of `./Module/Type`.
  private func symbolPath(_ name: String, _ file: Int) -> String? {
    let name = name.prefix { $0 != "#" }
    if name.hasPrefix("doc:") { return String(name.dropFirst(4)) }
    guard LinkResolver.catalog(around: program.files[file].path.directory.bytes) != nil else { return nil }
    return name.split(separator: "/").drop { $0 == "." || $0 == ".." || $0 == "documentation" }
      .joined(separator: "/")
  }

  private func addSymbolLink(
    _ name: String, _ reference: Reference, _ file: Int, _ graph: inout GraphBuilder
  ) -> Bool {
    guard let mention = MentionSyntax(name, isSymbolLink: true) else { return false }
    let path = program.files[file].path
    let place = MentionResolver.Place(folder: path.directory.bytes, isAside: path.isAside)
    guard
      case .found(let node, _) = mentions.resolve(
        mention, form: MentionForm.symbolLink, at: place)
    else { return false }
    add(.links, to: node, .inferred, reference, file, &graph)
    return true
  }

  /// The node of a file that is not parsed, made when it is first asked for.
  private mutating func fileNode(_ path: SourcePath, _ graph: inout GraphBuilder) -> NodeIndex {
    if let known = fileNodes[path] { return known }
    let node = graph.add(
      Node(
        id: SymbolID.file(path), kind: .file, name: path.lastComponent.display, qualifiedName: path.display,
        language: nil))
    fileNodes[path] = node
    return node
  }

  // MARK: Mentions

  private mutating func addMention(
    _ reference: Reference, _ name: String, _ form: String, _ file: Int, _ place: MentionResolver.Place,
    _ subjects: inout SectionSubjects, _ graph: inout GraphBuilder
  ) {
    if let found = mentionedFile(name, form, file) {
      let node: NodeIndex
      switch found {
      case .parsed(let index):
        node = program.source(file: index, definition: program.files[index].language.isProse ? 0 : -1)
      case .other(let path): node = fileNode(path, &graph)
      case .folder: return
      }
      add(.mentions, to: node, .exact, reference, file, &graph)
      return
    }
    guard let mention = MentionSyntax(name, isSymbolLink: form == MentionForm.symbolLink) else {
      addSymbolPath(name, form, reference, file, place, &graph)
      return
    }
    let isDocumenting =
      form == MentionForm.documents || form == MentionForm.declares
      || subjects.isHeading(of: reference, mention, form)
    switch mentions.resolve(mention, form: form, at: place) {
    case .found(let node, let resolution):
      add(isDocumenting ? .documents : .mentions, to: node, resolution, reference, file, &graph)
      if isDocumenting, let symbol = mentions.symbol(of: node) { subjects.add(symbol, reference) }
    case .several(let nodes):
      for node in nodes {
        add(
          isDocumenting ? .documents : .mentions, to: node, .ambiguous, reference, file, &graph,
          candidates: Int32(nodes.count))
      }
    case .missing(let reason):
      if form == MentionForm.declares { return }
      if let section = declared[name] {
        add(.mentions, to: section, .exact, reference, file, &graph)
      } else if mention.components.count > 1, let last = mention.components.last, let section = declared[last]
      {
        // `Spider.state`, described in the section about `Spider`.
        add(.mentions, to: section, .inferred, reference, file, &graph)
      } else if !isFileName(mention, form) {
        let item = unresolved(.mentions, name, reason, reference, file)
        missing.append((item, mention.components.last ?? name))
      }
    case .none: break
    }
  }

  /// True for `project.cfg` and `Kit.framework`: the name of a file that begins as the project does.
  private func isFileName(_ mention: MentionSyntax, _ form: String) -> Bool {
    guard !MentionResolver.isRole(form), mention.components.count == 2, !mention.isCall else { return false }
    return Self.fileEndings.contains(mention.components[1])
  }

  private static let fileEndings: Set<String> = [
    "app", "cfg", "conf", "css", "db", "dylib", "env", "framework", "h", "html", "ini", "js", "json", "lock",
    "log",
    "md", "plist", "py", "rst", "sh", "so", "sql", "sqlite", "swift", "toml", "txt", "whl", "xcodeproj",
    "xcframework", "xcworkspace", "xml", "yaml", "yml", "zip",
  ]

  /// `Type/member(_:)` in a plain code span is meant as a symbol link, if there is such a definition.
  private func addSymbolPath(
    _ name: String, _ form: String, _ reference: Reference, _ file: Int, _ place: MentionResolver.Place,
    _ graph: inout GraphBuilder
  ) {
    guard form != MentionForm.prose, name.contains("/"), name.first?.isUppercase == true,
      let mention = MentionSyntax(name, isSymbolLink: true),
      case .found(let node, let resolution) = mentions.resolve(
        mention, form: MentionForm.symbolLink, at: place)
    else { return }
    add(.mentions, to: node, resolution, reference, file, &graph)
  }

  /// The file that a path in prose names: as seen from the document, from the root, or by its end alone where only
  /// one file has it.
  private func mentionedFile(_ name: String, _ form: String, _ file: Int) -> PathIndex.Entry? {
    guard form.isEmpty || form == MentionForm.prose || form == "any" || form == "file",
      name.utf8.count <= 300,
      !name.contains(" "), let last = name.split(separator: "/").last, let dot = last.lastIndex(of: "."),
      dot != last.startIndex, last.distance(from: dot, to: last.endIndex) <= 7, !name.contains("(")
    else { return nil }
    let sameName = paths.files(named: last)
    guard !sameName.isEmpty else { return nil }
    let folder = program.files[file].path.directory.bytes
    for start in folder.isEmpty || Self.isEveryones(last) ? [folder] : [folder, []] {
      if let joined = PathIndex.join(start, name), let entry = paths.entry(joined), entry != .folder {
        return entry
      }
    }
    // `/favicon.ico` is a path of a site.
    guard !name.hasPrefix("/"), !Self.isEveryones(last) else { return nil }
    // `config.py` alone may be anyone's.
    if !name.contains("/"), CommonWords.contains(String(last[..<dot]).lowercased()) { return nil }
    let ending = Array(("/" + name).utf8)
    let matching = sameName.filter { ([UInt8(ascii: "/")] + $0.bytes).suffix(ending.count) == ending[...] }
    let preferred = matching.filter { !$0.isAside }
    // A word alone is not the name of some test's file.
    let mayBeAside =
      name.contains("/") || program.files[file].path.isAside
      || MentionSyntax(String(last[..<dot]))?.shape != .word
    let left = preferred.isEmpty && mayBeAside ? matching : preferred
    return left.count == 1 ? paths.entry(left[0].bytes) : nil
  }

  /// True for files that every project has one of: a document below the root means its reader's.
  private static func isEveryones(_ name: Substring) -> Bool {
    let ending = name.split(separator: ".").last ?? ""
    return ["cfg", "ini", "toml", "yml", "yaml", "json", "lock", "env"].contains(ending)
      || ["conftest.py", "setup.py", "manage.py", "Package.swift", "__init__.py", "main.swift"].contains(name)
  }

  // MARK: Edges

  private func add(
    _ kind: EdgeKind, to target: NodeIndex, _ resolution: Resolution, _ reference: Reference, _ file: Int,
    _ graph: inout GraphBuilder, candidates: Int32 = 1
  ) {
    graph.add(
      Edge(
        kind: kind, source: program.source(file: file, definition: reference.owner), target: target,
        file: program.fileIndices[file], position: program.files[file].facts.lines.position(reference.offset),
        resolution: resolution, candidates: candidates))
  }

  private func addUnresolved(
    _ kind: EdgeKind, _ name: String, _ reason: String, _ reference: Reference, _ file: Int,
    _ graph: inout GraphBuilder
  ) {
    graph.add(unresolved(kind, name, reason, reference, file))
  }

  private func unresolved(
    _ kind: EdgeKind, _ name: String, _ reason: String, _ reference: Reference, _ file: Int
  ) -> UnresolvedReference {
    UnresolvedReference(
      kind: kind, name: name, source: program.source(file: file, definition: reference.owner),
      file: program.fileIndices[file], position: program.files[file].facts.lines.position(reference.offset),
      reason: reason)
  }
}
