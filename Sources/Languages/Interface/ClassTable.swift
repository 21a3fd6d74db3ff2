import GraphModel
import LanguageSupport

/// The Swift classes of a program with their members, as the Objective-C runtime finds them: by name.
struct ClassTable {
  /// A definition of the program.
  struct Place: Hashable {
    var file: Int
    var definition: DefinitionIndex
  }

  private let program: Program
  private var classes: [String: [Place]] = [:]
  /// The bodies of each class: itself and its extensions, by its name.
  private var bodies: [String: [Place]] = [:]
  private var members: [Place: [DefinitionIndex]] = [:]
  private var modules: [Int: String] = [:]
  /// Methods that the runtime can call, by selector.
  private var actions: [String: [Place]] = [:]

  init(_ program: Program) {
    self.program = program
    for structure in program.structures[.swift] ?? [] where structure.kind == .module {
      for file in structure.files { modules[file] = structure.name }
    }
    for (file, source) in program.files.enumerated() where source.language == .swift {
      add(file, source.facts)
    }
  }

  private mutating func add(_ file: Int, _ facts: FileFacts) {
    for (index, definition) in facts.definitions.enumerated() {
      let place = Place(file: file, definition: DefinitionIndex(index))
      if definition.parent >= 0 {
        members[Place(file: file, definition: definition.parent), default: []].append(place.definition)
      }
      let name = facts.names.string(definition.name)
      switch definition.kind {
      case .class:
        classes[name, default: []].append(place)
        bodies[name, default: []].append(place)
        // `@objc(Name)` renames a class for the runtime.
        if let other = objectiveCName(definition, facts), other != name {
          classes[other, default: []].append(place)
        }
      case .extension:
        let last = name.split(separator: ".").last.map(String.init) ?? name
        bodies[last, default: []].append(place)
      case .method where isExposed(definition, facts):
        for selector in selectors(definition, facts) { actions[selector, default: []].append(place) }
      default: break
      }
    }
  }

  /// The classes of a name, in a module if one of them is; in order of path and place.
  func classes(_ name: String, module: String) -> [Place] {
    let all = classes[name] ?? []
    let inModule = all.filter { modules[$0.file] == module }
    return inModule.isEmpty ? all : inModule
  }

  /// True if the tree has a module of that name.
  func hasModule(_ name: String) -> Bool { modules.values.contains(name) }

  /// The members of a class and its superclasses that `accepts` takes, from the nearest class that has any.
  func members(of type: Place, _ accepts: (Definition, FileFacts) -> Bool) -> [Place] {
    var current: Place? = type
    var seen: Set<Place> = []
    while let place = current, seen.insert(place).inserted {
      let facts = program.files[place.file].facts
      let name = facts.names.string(facts.definitions[Int(place.definition)].name)
      var found: [Place] = []
      for body in [place] + (bodies[name] ?? []).filter({ isExtension($0) }) {
        let facts = program.files[body.file].facts
        for member in members[body] ?? [] where accepts(facts.definitions[Int(member)], facts) {
          found.append(Place(file: body.file, definition: member))
        }
      }
      if !found.isEmpty { return found }
      current = superclass(of: place, facts)
    }
    return []
  }

  /// Every method with that selector that is made for the runtime.
  func actions(_ selector: String) -> [Place] { actions[selector] ?? [] }

  /// The selectors that a method may have: `tap(_:)` is `tap:`; `tap(sender:)` is `tapWithSender:`, and
  /// `move(to:)` is `moveTo:`, as the compiler leaves `with` out before a preposition.
  func selectors(_ method: Definition, _ facts: FileFacts) -> [String] {
    if let name = objectiveCName(method, facts) { return [name] }
    let base = facts.names.string(method.name)
    let labels = facts.names.string(method.labels).dropFirst().dropLast().split(separator: ":").map(
      String.init)
    guard let first = labels.first else { return [base] }
    let rest = labels.dropFirst().map { ($0 == "_" ? "" : $0) + ":" }.joined()
    if first == "_" { return [base + ":" + rest] }
    let capital = first.prefix(1).uppercased() + first.dropFirst()
    return [base + "With" + capital + ":" + rest, base + capital + ":" + rest]
  }

  private func isExtension(_ place: Place) -> Bool {
    program.files[place.file].facts.definitions[Int(place.definition)].kind == .extension
  }

  /// The first base that is a class of the tree, preferably of the same module.
  private func superclass(of place: Place, _ facts: FileFacts) -> Place? {
    for reference in facts.references where reference.role == .base && reference.owner == place.definition {
      let found = classes(facts.names.string(reference.name), module: modules[place.file] ?? "")
      if let first = found.first { return first }
    }
    return nil
  }

  private func isExposed(_ method: Definition, _ facts: FileFacts) -> Bool {
    method.attributes.contains { attribute in
      let text = facts.names.string(attribute)
      return text == "IBAction" || text == "objc" || text.hasPrefix("objc(") || text == "IBSegueAction"
    }
  }

  /// The name in `@objc(name)`.
  private func objectiveCName(_ definition: Definition, _ facts: FileFacts) -> String? {
    for attribute in definition.attributes {
      let text = facts.names.string(attribute)
      if text.hasPrefix("objc("), text.hasSuffix(")") { return String(text.dropFirst(5).dropLast()) }
    }
    return nil
  }
}
