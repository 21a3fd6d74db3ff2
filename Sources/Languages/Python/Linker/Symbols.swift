import GraphModel
import LanguageSupport

/// What a name stands for.
enum Symbol: Equatable {
  /// A definition, numbered over all files; of the tree or of the standard library.
  case definition(Int32)
  case module(Int32)
  /// A dotted name outside of the tree.
  case external(Int32)
  /// The lambda of that function number.
  case lambda(Int32)
  /// A parameter or a variable of a body.
  case local
  case missing(PythonReason)
}

/// Follows names and imports to what they finally stand for.
struct SymbolTable {
  private var known: [Symbol?]
  /// For each file the first number of its definitions, ascending.
  private var starts: [Int32]

  init(_ world: World) {
    known = [Symbol?](repeating: nil, count: world.variables.all.count)
    starts = world.files.map(\.definitionBase)
  }

  /// The file of a definition and its number there.
  func place(of definition: Int32) -> (file: Int, index: Int) {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= definition { low = middle } else { high = middle - 1 }
    }
    return (low, Int(definition - starts[low]))
  }

  /// What a variable stands for: the class or function of that name, what is imported under it, or itself.
  mutating func symbol(of variable: Int32, _ world: inout World) -> Symbol {
    var path: [Int32] = []
    var current = variable
    var result: Symbol
    // A chain of imports, one variable a step; those on the way are marked, which ends cycles.
    while true {
      if let symbol = known[Int(current)] {
        result = symbol
        break
      }
      known[Int(current)] = .missing(.cycle)
      path.append(current)
      let item = world.variables[variable: current]
      if item.definition >= 0 || item.firstImport < 0 {
        result = Self.own(item, world) ?? .local
        break
      }
      let target = world.target(ofImport: Int(item.firstImport), in: Int(item.file))
      if case .variable(let next) = target {
        current = next
        continue
      }
      result = Self.symbol(target)
      break
    }
    for step in path.reversed() {
      // A name that an import cannot provide and an assignment does is the assigned one.
      if case .missing = result { result = Self.own(world.variables[variable: step], world) ?? result }
      known[Int(step)] = result
    }
    return result
  }

  private static func symbol(_ member: ModuleMember) -> Symbol {
    switch member {
    case .variable: .local
    case .module(let module): .module(module)
    case .external(let name): .external(name)
    case .missing(let reason): .missing(reason)
    }
  }

  private static func own(_ item: Variable, _ world: World) -> Symbol? {
    let base = world.files[Int(item.file)].definitionBase
    if item.definition >= 0 { return .definition(base + item.definition) }
    return item.variableDefinition >= 0 ? .definition(base + item.variableDefinition) : nil
  }
}
