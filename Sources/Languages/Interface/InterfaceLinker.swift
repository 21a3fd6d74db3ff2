import GraphModel
import LanguageSupport

/// Turns what interface files and property lists name into `references` edges from the file.
struct InterfaceLinker {
  private let program: Program
  private let table: ClassTable

  init(_ program: Program) {
    self.program = program
    table = ClassTable(program)
  }

  func link(into graph: inout GraphBuilder) {
    for (file, source) in program.files.enumerated() where source.language == .interface {
      let facts = source.facts
      // For each reference to a class the classes it may be.
      var classes: [ReferenceIndex: [ClassTable.Place]] = [:]
      for (index, reference) in facts.references.enumerated() {
        let name = facts.names.string(reference.name)
        let detail = facts.names.string(reference.detail)
        if reference.role == .type {
          let all = table.classes(name, module: detail)
          let found = nearest(all, to: file)
          classes[ReferenceIndex(index)] = found
          if found.isEmpty, !detail.isEmpty, !table.hasModule(detail) {
            let target = graph.external(detail + "." + name, language: .swift)
            addEdge(to: target, reference, file, candidates: 1, .exact, &graph)
          } else {
            let how: Resolution = found.count < all.count ? .inferred : .exact
            add(found, reference, file, missing: "no such class", how, &graph)
          }
          continue
        }
        let isAction = detail == InterfaceFacts.Detail.action
        if reference.receiver < 0 {
          // Sent to the first responder: whichever object answers.
          let found = nearest(table.actions(name), to: file)
          add(found, reference, file, missing: "no such action", .inferred, &graph)
          continue
        }
        let owners = classes[reference.receiver] ?? []
        var found: [ClassTable.Place] = []
        for owner in owners {
          found += table.members(of: owner) { member, facts in
            isAction ? isMethod(member, facts, name) : isProperty(member, facts, name)
          }
        }
        guard !owners.isEmpty else { continue }  // its class is said to be missing already
        add(found, reference, file, missing: isAction ? "no such action" : "no such outlet", .exact, &graph)
      }
    }
  }

  /// Of definitions of one name those whose files share most folders with the file: a repository may hold several
  /// apps, and what an app consists of lies together.
  private func nearest(_ found: [ClassTable.Place], to file: Int) -> [ClassTable.Place] {
    guard found.count > 1 else { return found }
    let slash = UInt8(ascii: "/")
    let own = program.files[file].path.directory.bytes.split(separator: slash)
    let shared = found.map { place in
      let folders = program.files[place.file].path.directory.bytes.split(separator: slash)
      return zip(own, folders).prefix { $0 == $1 }.count
    }
    let most = shared.max() ?? 0
    return zip(found, shared).filter { $0.1 == most }.map { $0.0 }
  }

  private func isMethod(_ member: Definition, _ facts: FileFacts, _ selector: String) -> Bool {
    member.kind == .method && table.selectors(member, facts).contains(selector)
  }

  private func isProperty(_ member: Definition, _ facts: FileFacts, _ name: String) -> Bool {
    member.kind == .property && facts.names.string(member.name) == name
  }

  private func add(
    _ found: [ClassTable.Place], _ reference: Reference, _ file: Int, missing: String, _ single: Resolution,
    _ graph: inout GraphBuilder
  ) {
    for place in found {
      let target = program.source(file: place.file, definition: place.definition)
      addEdge(
        to: target, reference, file, candidates: Int32(found.count), found.count > 1 ? .ambiguous : single,
        &graph)
    }
    guard found.isEmpty else { return }
    let facts = program.files[file].facts
    graph.add(
      UnresolvedReference(
        kind: .references, name: facts.names.string(reference.name), source: program.fileNodes[file],
        file: program.fileIndices[file], position: facts.lines.position(reference.offset), reason: missing))
  }

  private func addEdge(
    to target: NodeIndex, _ reference: Reference, _ file: Int, candidates: Int32, _ resolution: Resolution,
    _ graph: inout GraphBuilder
  ) {
    graph.add(
      Edge(
        kind: .references, source: program.fileNodes[file], target: target, file: program.fileIndices[file],
        position: program.files[file].facts.lines.position(reference.offset), resolution: resolution,
        candidates: candidates))
  }
}
