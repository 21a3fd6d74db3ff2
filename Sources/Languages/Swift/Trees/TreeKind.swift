/// The kinds of ``Expression`` that Swift files have: a compact syntax tree of types, patterns, expressions,
/// statements and declarations, which the linker evaluates.
///
/// The raw values are stored: a change of them needs another parser version. Groups are ranges, see the
/// properties below. Operands in brackets may be absent; each group tells its optional operands apart by kind.
enum TreeKind: UInt8 {
  // MARK: Types
  /// A name; operands: generic arguments.
  case typeName = 1
  /// `Base.Name<…>`; operands: base, generic arguments.
  case typeMember = 2
  /// `T?` and `T!`.
  case typeOptional = 3
  case typeArray = 4
  case typeDictionary = 5
  /// Operands: elements, those with a label in a ``typeElement``.
  case typeTuple = 6
  /// `label: T` in a tuple; `name` is the label.
  case typeElement = 7
  /// Operands: parameters, then the result.
  case typeFunction = 8
  /// `A & B`.
  case typeComposition = 9
  case typeSome = 10
  case typeAny = 11
  /// `T.Type`, `T.Protocol`.
  case typeMetatype = 12
  /// `@autoclosure () -> T`.
  case typeAutoclosure = 13
  /// `repeat each T`, `each T`, `T...` in a function type.
  case typePack = 14
  /// `~Copyable`, `AnyObject` as `class`, what is broken.
  case typeOther = 15
  case typeInout = 16

  // MARK: Patterns
  /// Binds a name: `reference` is the binding, `value` the definition plus one, 0 for locals.
  case patternName = 30
  case patternWildcard = 31
  case patternTuple = 32
  /// `label: pattern`.
  case patternElement = 33
  case patternExpression = 34
  /// `is T`.
  case patternIs = 35
  /// `pattern?`.
  case patternOptional = 36
  /// `pattern as T`; operands: pattern, type.
  case patternAs = 37

  // MARK: Expressions
  /// A plain name; `name` holds written argument labels.
  case name = 50
  /// `base.name`; without an operand an implicit member. `name` holds written argument labels.
  case member = 51
  /// Operands: callee, arguments. `value` is where the arguments begin (offset plus one), 0 right after the
  /// callee's name.
  case call = 52
  /// `reference` stands at the bracket. Operands: base, arguments.
  case subscripted = 53
  /// An argument with a label (`name`) or a trailing closure (`value` 1; the first has no label).
  case argument = 54
  /// `x<T>`; operands: expression, types.
  case specialized = 55
  /// `x?` in a chain.
  case chained = 56
  /// `x!`.
  case forced = 57
  /// `value` is a ``LiteralKind``; `name` the text of strings in manifests.
  case literal = 58
  /// A string with interpolations; operands: the interpolated values.
  case interpolation = 59
  case array = 60
  /// Operands: key, value, key, value, ….
  case dictionary = 61
  /// Operands: elements, those with a label in an ``argument``.
  case tuple = 62
  /// Operands: attributes, captures, parameters, [result], statements.
  case closure = 63
  /// `reference` is the binding; operand: the captured value.
  case capture = 64
  case prefixOperator = 65
  case postfixOperator = 66
  /// Operands and operators in a row, as written.
  case sequence = 67
  /// An operator in a sequence.
  case binaryOperator = 68
  case assignment = 69
  /// `as` (`value` 0), `as?` (1), `as!` (2); the type follows.
  case castOperator = 70
  /// `is`; the type follows.
  case testOperator = 71
  /// `? middle :`.
  case ternary = 72
  case arrow = 73
  /// `try?`.
  case optionalTry = 74
  /// `&x`.
  case inoutArgument = 75
  /// Operands: [root type], components (``member``, ``subscripted``, ``chained``, ``forced`` without base).
  case keyPath = 76
  /// `#name(…)`; operands: arguments.
  case macro = 77
  /// A type in the place of an expression.
  case type = 78
  /// A pattern in the place of an expression.
  case pattern = 79
  /// `_`.
  case wildcard = 80
  /// Whatever has no kind of its own; operands: what stands inside.
  case other = 81
  /// `try`, `await` before operands of a sequence reach to its end.
  case effect = 82

  // MARK: Statements
  case block = 100
  /// Operands: conditions, block, [else: block or if].
  case ifElse = 101
  case guardElse = 102
  case whileLoop = 103
  case repeatLoop = 104
  /// Operands: pattern, [type], sequence, [``whereCondition``], block.
  case forLoop = 105
  /// Operands: subject, cases.
  case switchOver = 106
  /// Operands: ``caseItem``s, statements.
  case switchCase = 107
  /// Operands: pattern, [``whereCondition``].
  case caseItem = 108
  case whereCondition = 109
  /// Operands: [error type], block, catches.
  case doCatch = 110
  /// Operands: ``caseItem``s, block.
  case catchClause = 111
  case returned = 112
  case thrown = 113
  /// `let p: T = e` in a condition. Operands: pattern, [type], [expression].
  case conditionBinding = 114
  /// `case p = e`. Operands: pattern, [type], expression.
  case conditionMatch = 115

  // MARK: Declarations
  /// A type; `value` is the definition. Operands: attributes, generic parameters, inherited types,
  /// requirements, members.
  case typeDeclaration = 130
  /// Operands: ``extended``, then as for types.
  case extensionDeclaration = 131
  case extended = 132
  case inherited = 133
  /// `T: P`; operands: two types.
  case conformanceRequirement = 134
  /// `T == U`; operands: two types.
  case sameTypeRequirement = 135
  /// `reference` is the binding, `value` the definition plus one or 0. Operand: [constraint].
  case genericParameter = 136
  /// A function, initializer, subscript or macro; `value` is the definition. Operands: attributes, generic
  /// parameters, ``parameter``s, [``result``], requirements, [``block`` or ``accessor``s].
  case functionDeclaration = 137
  /// `reference` is the binding, `name` the label (`_` for none), `value` a ``ParameterTraits``. Operands:
  /// attributes, [type], [default].
  case parameter = 138
  case result = 139
  case defaultValue = 140
  /// `value` is the first definition plus one, 0 for locals. Operands: attributes, ``binding``s.
  case variableDeclaration = 141
  /// Operands: pattern, [type], [``initialValue``], ``accessor``s.
  case binding = 142
  case initialValue = 143
  /// `name` is the keyword, empty for an implicit getter; operands: [parameter], block.
  case accessor = 144
  /// `value` is the definition. Operands: attributes, ``parameter``s.
  case enumCase = 145
  /// `value` is the definition. Operands: attributes, generic parameters, inherited types, [type], requirements.
  case aliasDeclaration = 146
  case associatedDeclaration = 147
  /// A custom attribute. Operands: type, arguments.
  case attribute = 148
  /// `name` is the precedence group.
  case operatorDeclaration = 149

  var isType: Bool { rawValue < 30 }
  var isPattern: Bool { rawValue >= 30 && rawValue < 50 }
  var isExpression: Bool { rawValue >= 50 && rawValue < 100 }
}

/// What a literal is, in the `value` of its node.
enum LiteralKind: Int32 {
  case integer, float, string, boolean, null, regex
}

/// What a parameter is, as bits in the `value` of its node.
struct ParameterTraits: OptionSet {
  let rawValue: Int32
  static let hasDefault = ParameterTraits(rawValue: 1)
  static let isVariadic = ParameterTraits(rawValue: 2)
  static let isPack = ParameterTraits(rawValue: 4)
}
