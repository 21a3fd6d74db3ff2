import GraphModel
import LanguageSupport

/// A declaration's number in ``SwiftModel/declarations``; -1 for none.
typealias DeclID = Int32
/// A node's number in ``SwiftModel/nodes``; -1 for none.
typealias TreeID = Int32
/// A name's number in the program's interner; 0 is the empty name.
typealias Name = Int32

/// A declaration of the program, of the standard interfaces, or one that stands for something outside.
struct Declaration {
  var kind: NodeKind
  var name: Name
  /// -1 for what lies outside.
  var unit: Int32
  /// In the unit's facts; -1 for generic parameters of functions.
  var definition: DefinitionIndex
  /// The enclosing declaration (for members of extensions the extension).
  var parent: DeclID
  /// The declaration's tree; for variables the `binding`.
  var tree: TreeID = -1
  /// For variables the `variableDeclaration`.
  var outerTree: TreeID = -1
  var modifiers: Modifiers = []

  var isStatic: Bool { !modifiers.isDisjoint(with: [.isStatic, .isClassMember]) }
  var isNominal: Bool {
    switch kind {
    case .class, .struct, .enum, .actor, .protocol, .external: true
    default: false
    }
  }
  var isTypeLike: Bool {
    switch kind {
    case .class, .struct, .enum, .actor, .protocol, .typeAlias, .associatedType, .typeParameter, .external:
      true
    default: false
    }
  }
  var isFunctionLike: Bool {
    switch kind {
    case .function, .method, .initializer, .subscript, .enumCase, .macro: true
    default: false
    }
  }
}

/// A node of a tree with links to its operands.
struct TreeNode {
  var kind: TreeKind
  var first: TreeID = -1
  var next: TreeID = -1
  /// Number of the reference over all units, or -1.
  var reference: Int32
  var name: Name
  /// As in the facts; definitions are declaration numbers.
  var value: Int32
}

/// One file: of the program, or of the standard interfaces.
struct SourceUnit {
  var facts: FileFacts
  /// In `SwiftModel.modules`.
  var module: Int32
  /// Index in the program, -1 for interfaces.
  var file: Int
  var firstDeclaration: DeclID
  var firstReference: Int32
  var firstNode: TreeID
  /// Trees at the top level.
  var roots: [TreeID] = []
  /// Modules of the tree or the interfaces that the file sees, its own first.
  var visible: [Int32] = []
  /// Modules whose internal declarations the file sees too.
  var testable: [Int32] = []
  /// Code in a document.
  var isSnippet = false
  /// Of code in a document: modules whose names it uses without an import.
  var around: [Int32] = []
  /// Names of imported modules that are not known.
  var foreign: [String] = []
}
