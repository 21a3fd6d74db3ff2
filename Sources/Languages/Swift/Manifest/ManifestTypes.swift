import SwiftSyntax

/// What the types and extensions of a manifest declare, as far as the interpreter uses it.
struct ManifestTypes {
  /// A type that the manifest itself declares.
  struct Own {
    /// Stored properties in order, with their initial values.
    var fields: [(name: String, initial: ExprSyntax?)] = []
    var initializers: [InitializerDeclSyntax] = []
    var isEnum = false
  }

  private(set) var own: [String: Own] = [:]
  /// By name, whichever type has them: a manifest declares few, and they rarely share names.
  private(set) var methods: [String: [FunctionDeclSyntax]] = [:]
  private(set) var staticMethods: [String: [FunctionDeclSyntax]] = [:]
  private(set) var computed: [String: CodeBlockItemListSyntax] = [:]
  private(set) var staticValues: [String: ExprSyntax] = [:]
  private(set) var staticComputed: [String: CodeBlockItemListSyntax] = [:]

  mutating func add(_ item: Syntax) {
    switch item.as(SyntaxEnum.self) {
    case .structDecl(let type): add(type.memberBlock, to: type.name.text)
    case .classDecl(let type): add(type.memberBlock, to: type.name.text)
    case .enumDecl(let type):
      own[type.name.text, default: Own()].isEnum = true
      add(type.memberBlock, to: type.name.text)
    case .extensionDecl(let type):
      var none: Own?
      addMembers(type.memberBlock, &none)
    default: break
    }
  }

  private mutating func add(_ block: MemberBlockSyntax, to name: String) {
    var type: Own? = own[name] ?? Own()
    addMembers(block, &type)
    own[name] = type
  }

  private mutating func addMembers(_ block: MemberBlockSyntax, _ type: inout Own?) {
    for member in block.members {
      switch Syntax(member.decl).as(SyntaxEnum.self) {
      case .functionDecl(let function):
        let name = function.name.text
        if Self.isStatic(function.modifiers) {
          staticMethods[name, default: []].append(function)
        } else {
          methods[name, default: []].append(function)
        }
      case .initializerDecl(let initializer): type?.initializers.append(initializer)
      case .variableDecl(let variable): add(variable, &type)
      default: add(Syntax(member.decl))
      }
    }
  }

  private mutating func add(_ variable: VariableDeclSyntax, _ type: inout Own?) {
    let isStatic = Self.isStatic(variable.modifiers)
    for binding in variable.bindings {
      guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text else { continue }
      if let getter = Self.getter(of: binding) {
        if isStatic { staticComputed[name] = getter } else { computed[name] = getter }
      } else if isStatic {
        if let initial = binding.initializer?.value { staticValues[name] = initial }
      } else {
        type?.fields.append((name, binding.initializer?.value))
      }
    }
  }

  private static func getter(of binding: PatternBindingSyntax) -> CodeBlockItemListSyntax? {
    switch binding.accessorBlock?.accessors {
    case .getter(let body): body
    case .accessors(let list): list.first { $0.accessorSpecifier.text == "get" }?.body?.statements
    case nil: nil
    }
  }

  private static func isStatic(_ modifiers: DeclModifierListSyntax) -> Bool {
    modifiers.contains { $0.name.text == "static" || $0.name.text == "class" }
  }
}
