import SwiftSyntax

/// Evaluates a package's manifest as far as that can be done without running it.
///
/// Manifests are programs: most are one call of `Package`, but targets also come out of constants, loops, helper
/// functions and small types of the manifest's own. This is an interpreter for that part of the language. What
/// depends on anything outside (environment, files, compiler) is unknown; where a condition is unknown both branches
/// are taken, since a target under either belongs to the package. Steps and depth are bounded.
struct ManifestInterpreter {
  var scope = ManifestScope()
  /// The functions of the top level, by name, in order.
  var functions: [String: [FunctionDeclSyntax]] = [:]
  /// What the manifest's types and extensions declare; see ``ManifestTypes``.
  var types = ManifestTypes()
  /// In the later branches of `#if`: what an earlier one declared stays as it is.
  private var keepsKnownNames = false
  private var steps = 0
  private var depth = 0

  private static let maximumSteps = 100_000
  private static let maximumDepth = 128

  /// What a statement does to the ones after it.
  enum Flow {
    case next
    /// `break`, `continue`.
    case left
    case returned(ManifestValue)
  }

  /// The top level's variables after the last statement.
  static func globals(of file: SourceFileSyntax) -> [(name: String, value: ManifestValue)] {
    var interpreter = ManifestInterpreter()
    interpreter.declareAll(file.statements)
    _ = interpreter.run(file.statements)
    return interpreter.scope.globals
  }

  /// Counts a step; false when there were too many or they nest too deep, and the answer is "unknown".
  mutating func enter() -> Bool {
    steps += 1
    depth += 1
    return steps < Self.maximumSteps && depth < Self.maximumDepth
  }

  mutating func leave() { depth -= 1 }

  private mutating func declareAll(_ statements: CodeBlockItemListSyntax) {
    for statement in statements {
      if let function = statement.item.as(FunctionDeclSyntax.self) {
        functions[function.name.text, default: []].append(function)
      } else if let clauses = statement.item.as(IfConfigDeclSyntax.self)?.clauses {
        for clause in clauses {
          if let inner = clause.elements?.as(CodeBlockItemListSyntax.self) { declareAll(inner) }
        }
      } else {
        types.add(Syntax(statement.item))
      }
    }
  }

  // MARK: Statements

  mutating func run(_ statements: CodeBlockItemListSyntax) -> Flow {
    for statement in statements {
      switch run(Syntax(statement.item)) {
      case .next: continue
      case let flow: return flow
      }
    }
    return .next
  }

  mutating func runBlock(_ statements: CodeBlockItemListSyntax) -> Flow {
    scope.open()
    defer { scope.close() }
    return run(statements)
  }

  private mutating func run(_ statement: Syntax) -> Flow {
    guard enter() else {
      leave()
      return .next
    }
    defer { leave() }
    switch statement.as(SyntaxEnum.self) {
    case .variableDecl(let declaration): declare(declaration)
    case .returnStmt(let statement): return .returned(statement.expression.map { value(of: $0) } ?? .none)
    case .breakStmt, .continueStmt: return .left
    case .expressionStmt(let statement): return run(Syntax(statement.expression))
    case .ifExpr(let statement): return run(statement)
    case .switchExpr(let statement): return run(statement)
    case .guardStmt(let statement): return run(statement)
    case .forStmt(let statement): return run(statement)
    case .doStmt(let statement): return runBlock(statement.body.statements)
    case .ifConfigDecl(let declaration):
      let saved = keepsKnownNames
      defer { keepsKnownNames = saved }
      for clause in declaration.clauses {
        guard let inner = clause.elements?.as(CodeBlockItemListSyntax.self) else { continue }
        if case .returned(let value) = run(inner) { return .returned(value) }
        keepsKnownNames = true
      }
    default:
      if let expression = statement.as(ExprSyntax.self) { evaluateStatement(expression) }
    }
    return .next
  }

  private mutating func declare(_ declaration: VariableDeclSyntax) {
    for binding in declaration.bindings {
      guard let initial = binding.initializer?.value else { continue }
      bind(binding.pattern, value(of: initial))
    }
  }

  /// Gives the names of a pattern their values.
  mutating func bind(_ pattern: PatternSyntax, _ value: ManifestValue) {
    if let name = pattern.as(IdentifierPatternSyntax.self)?.identifier.text {
      if keepsKnownNames, scope[name] != nil { return }
      scope.declare(name, value)
    } else if let inner = pattern.as(ValueBindingPatternSyntax.self) {
      bind(inner.pattern, value)
    } else if let tuple = pattern.as(TuplePatternSyntax.self) {
      for (index, element) in tuple.elements.enumerated() {
        bind(element.pattern, value["\(index)"] ?? .unknown)
      }
    }
  }

  /// Runs `if`; with `yields` a branch of one expression returns its value.
  mutating func run(_ statement: IfExprSyntax, yields: Bool = false) -> Flow {
    defer { leave() }
    guard enter() else { return .next }
    scope.open()
    let holds = holds(statement.conditions)
    var flow = Flow.next
    if holds != false { flow = runBranch(statement.body.statements, yields) }
    scope.close()
    if holds == true { return flow }
    if case .returned = flow { return flow }
    switch statement.elseBody {
    case .codeBlock(let block): return runBranch(block.statements, yields)
    case .ifExpr(let next): return run(next, yields: yields)
    case nil: return .next
    }
  }

  private mutating func runBranch(_ statements: CodeBlockItemListSyntax, _ yields: Bool) -> Flow {
    if yields, statements.count == 1, let only = statements.first?.item,
      let expression = Syntax(only).as(ExprSyntax.self)
    {
      return .returned(value(of: expression))
    }
    return runBlock(statements)
  }

  private mutating func run(_ statement: GuardStmtSyntax) -> Flow {
    holds(statement.conditions) == false ? runBlock(statement.body.statements) : .next
  }

  /// Whether conditions hold, nil where that is unknown; binds the names they bind.
  private mutating func holds(_ conditions: ConditionElementListSyntax) -> Bool? {
    var result: Bool? = true
    for element in conditions {
      var holds: Bool?
      switch element.condition {
      case .expression(let expression): holds = value(of: expression).truth
      case .optionalBinding(let binding):
        let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
        let value =
          binding.initializer.map { self.value(of: $0.value) } ?? name.flatMap { scope[$0] } ?? .unknown
        bind(binding.pattern, value)
        switch value {
        case .none: holds = false
        case .unknown: holds = nil
        default: holds = true
        }
      default: holds = nil
      }
      if holds == false { return false }
      if holds == nil { result = nil }
    }
    return result
  }

  /// Runs `switch`; with `yields` a branch of one expression returns its value.
  mutating func run(_ statement: SwitchExprSyntax, yields: Bool = false) -> Flow {
    let subject = value(of: statement.subject)
    for element in statement.cases {
      guard let branch = element.as(SwitchCaseSyntax.self) else { continue }
      var matches: Bool? = true
      if let label = branch.label.as(SwitchCaseLabelSyntax.self) {
        matches = false
        for item in label.caseItems {
          guard let pattern = item.pattern.as(ExpressionPatternSyntax.self) else {
            matches = nil
            continue
          }
          let fits = value(of: pattern.expression).isEqual(to: subject)
          if fits == true { matches = true }
          if fits == nil, matches == false { matches = nil }
        }
      }
      if matches == false { continue }
      let flow = runBranch(branch.statements, yields)
      if matches == true || branch.label.is(SwitchDefaultLabelSyntax.self) { return flow }
      if case .returned = flow { return flow }
    }
    return .next
  }

  private mutating func run(_ statement: ForStmtSyntax) -> Flow {
    guard var elements = value(of: statement.sequence).elements else {
      return runBlock(statement.body.statements)
    }
    let name = statement.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
    for index in elements.indices {
      scope.open()
      defer { scope.close() }
      bind(statement.pattern, elements[index])
      let isWanted = statement.whereClause.map { value(of: $0.condition).truth } ?? true
      if isWanted == false { continue }
      if case .returned(let value) = run(statement.body.statements) { return .returned(value) }
      // Targets are objects: what the body does to one is done to the package's.
      if let name, let changed = scope[name] { elements[index] = changed }
    }
    assign(.array(elements), to: statement.sequence)
    return .next
  }
}
