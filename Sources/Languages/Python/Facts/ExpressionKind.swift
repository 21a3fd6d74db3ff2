/// The kinds of a Python file's expressions and statements, as ``Expression/kind`` holds them. A file's roots
/// are its statements in the order of the source; marks (leaves) tell where branches, loops and bodies begin
/// and end, so that a walk over the stream sees the flow of control.
///
/// In the comments `a b → X` lists the operands of X. An offset is the byte offset in `value` of the token
/// that makes an implicit call. The raw values are stored: never renumber, only append; raise the parser's
/// version with every change.
enum ExpressionKind: UInt8 {
  // MARK: Values

  /// Anything without a value that matters.
  case unknown = 0
  case none = 1
  /// An integer; `value` is it if it fits, else `Int32.max`.
  case integer = 2
  /// A float or a complex number.
  case number = 3
  case boolean = 4
  /// A string; `name` is its content if that looks like a name, a dotted name or a short key.
  case string = 5
  case bytes = 6
  /// fields… → a string
  case formatString = 7
  /// A plain name; its reference tells whether it is read or written.
  case name = 8
  /// object → attribute
  case attribute = 9
  /// callee arguments… → result; the reference is the callee's last identifier, if it ends in one. Offset of `(`.
  case call = 10
  /// object index → element. Offset of `[`.
  case `subscript` = 11
  /// bounds… → a slice
  case slice = 12
  case tuple = 13
  case list = 14
  case set = 15
  /// items… → a dictionary, of ``dictItem`` and ``doubleStarred``
  case dict = 16
  /// key value → item
  case dictItem = 17
  /// `*a`
  case starred = 18
  /// `**a`
  case doubleStarred = 19
  /// `name=a` among arguments
  case keyword = 20
  /// element clauses… → comprehension; `value` is a ``Display``.
  case comprehension = 21
  /// targets iterable → one `for` of a comprehension; `value` 1 if asynchronous
  case forClause = 22
  /// condition → one `if` of a comprehension
  case ifClause = 23
  /// parameters… ``lambdaStart`` body → function
  case lambda = 24
  /// The lambda's body begins; `value` is its scope.
  case lambdaStart = 25
  /// [annotation] [default] → parameter; `value` has the bits of ``ParameterFlags``.
  case parameter = 26
  /// left right → result of the method `name` (empty: a comparison that calls nothing). Offset.
  case binary = 27
  /// left right → `right` contains `left`. Offset.
  case contains = 28
  /// operand → result of the method `name` (empty: `not`). Offset.
  case unary = 29
  /// left mark right
  case and = 30
  /// left mark right
  case or = 31
  /// The right operand of the `and` or `or` (`value` 1) at hand begins.
  case shortCircuit = 32
  /// then condition otherwise → value
  case conditional = 33
  /// target value → value
  case walrus = 34
  /// [value] → what is sent
  case yield = 35
  /// value → result
  case yieldFrom = 36
  /// value → result
  case await = 37

  // MARK: Simple statements

  /// An expression as a statement.
  case discard = 40
  /// targets… value
  case assign = 41
  /// target annotation [value]
  case annotatedAssign = 42
  /// target value; `name` is the method. Offset.
  case augmentedAssign = 43
  case `return` = 44
  case raise = 45
  /// condition [message]
  case assert = 46
  case delete = 47
  /// `value` is the index of the import.
  case `import` = 48
  case `break` = 49
  case `continue` = 50
  /// type parameters… type; `value` is the definition.
  case typeAlias = 51

  // MARK: Compound statements

  /// The decorator of the definition that comes next. Offset of `@`.
  case decorator = 60
  /// The decorators before belong to nothing.
  case noDefinition = 61
  /// type parameters… parameters… [``returns``] → a function's body begins; `value` is the definition.
  case functionStart = 62
  case functionEnd = 63
  /// type parameters… bases and keywords… → a class's body begins; `value` is the definition.
  case classStart = 64
  case classEnd = 65
  /// annotation → what the function returns
  case returns = 66
  /// [bound] [default] → a type parameter; the reference is its name; `value` 1 for `*`, 2 for `**`, plus 4 if
  /// it has a bound.
  case typeParameter = 67
  /// condition → the branch where it holds begins
  case ifStart = 68
  case elseStart = 69
  case ifEnd = 70
  /// A `while` begins; its condition follows.
  case whileStart = 71
  /// condition → the body begins
  case whileTest = 72
  /// targets iterable → a `for`'s body begins; `value` is twice the offset, plus 1 if asynchronous.
  case forStart = 73
  /// The `else` of a loop.
  case loopElse = 74
  case loopEnd = 75
  case tryStart = 76
  /// [types [target]] → a handler begins
  case exceptStart = 77
  case tryElse = 78
  case finallyStart = 79
  case tryEnd = 80
  /// context [target]; `value` is twice the offset, plus 1 if asynchronous.
  case withItem = 81
  /// subject → a `match` begins
  case matchStart = 82
  /// pattern → a `case` begins, before its guard
  case caseStart = 83
  /// condition → the guard of the case at hand
  case caseGuard = 84
  case matchEnd = 85

  // MARK: Patterns

  /// `_`, or a literal.
  case patternAny = 90
  /// A name that is bound.
  case patternCapture = 91
  /// class patterns…
  case patternClass = 92
  /// `name=pattern` in a class pattern
  case patternKeyword = 93
  /// patterns…
  case patternSequence = 94
  /// A pattern with a star before it.
  case patternStar = 95
  /// patterns…
  case patternOr = 96
  /// pattern capture
  case patternAs = 97
  /// patterns of values…
  case patternMapping = 98
  /// A dotted name whose value is compared.
  case patternValue = 99

  /// What a comprehension makes.
  enum Display {
    static let list: Int32 = 0
    static let set: Int32 = 1
    static let dict: Int32 = 2
    static let generator: Int32 = 3
  }

  /// Bits of a parameter's `value`.
  enum ParameterFlags {
    static let star: Int32 = 1
    static let doubleStar: Int32 = 2
    static let keywordOnly: Int32 = 4
    static let hasAnnotation: Int32 = 8
    static let hasDefault: Int32 = 16
    static let positionalOnly: Int32 = 32
  }
}
