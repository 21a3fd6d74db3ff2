import GraphModel
import LanguageSupport

/// What our own facts say about the places of one file: whose reference stands there, and as what.
struct SourceSites {
  private let program: Program
  private let file: Int
  /// The last reference at each place that is no binding.
  private var references: [Position: ReferenceIndex] = [:]

  init(_ program: Program, file: Int) {
    self.program = program
    self.file = file
    let facts = program.files[file].facts
    for (index, reference) in facts.references.enumerated()
    where reference.role != .write || reference.detail == .empty {
      references[facts.lines.position(reference.offset)] = ReferenceIndex(index)
    }
  }

  /// The node that an edge from this place starts from.
  func source(_ position: Position) -> NodeIndex {
    let facts = program.files[file].facts
    if let reference = references[position] {
      return program.source(file: file, definition: facts.references[Int(reference)].owner)
    }
    // Not a name that our parser looks at, such as the bracket of `[Int]()`.
    let offset = facts.lines.starts[Int(position.line) - 1] + UInt32(position.column - 1)
    var (low, high) = (0, facts.definitions.count)
    while low < high {
      let middle = (low + high) / 2
      if facts.definitions[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    var definition = DefinitionIndex(low - 1)
    while definition >= 0, facts.definitions[Int(definition)].end <= offset {
      definition = facts.definitions[Int(definition)].parent
    }
    return program.source(file: file, definition: definition)
  }

  /// True if an attribute stands here.
  func isDecorator(_ position: Position) -> Bool {
    references[position].map { program.files[file].facts.references[Int($0)].role == .decorator } ?? false
  }

  /// True for the `init` of `self.init(…)` and `super.init(…)`, which make no instance.
  func isDelegation(_ position: Position) -> Bool {
    let facts = program.files[file].facts
    guard let index = references[position] else { return false }
    let receiver = facts.references[Int(index)].receiver
    guard receiver >= 0 else { return false }
    let name = facts.names.bytes(facts.references[Int(receiver)].name)
    return name.elementsEqual("self".utf8) || name.elementsEqual("super".utf8)
  }
}
