import GraphModel
import LanguageSupport

/// A recursive descent parser that writes facts while it reads, without a tree in between.
///
/// It accepts a superset of Python's grammar: what only CPython's later passes refuse (assignments to
/// literals, operators of the wrong rank, …) passes here, since it does not change the facts. Recursion is
/// bounded by ``nestingLimit``; everything that is flat in the grammar is a loop.
///
/// Source: The Python Language Reference, "Full Grammar specification" (3.14).
struct Parser {
  /// The levels of brackets, lambdas, replacement fields, patterns and blocks that may surround a token.
  /// CPython refuses more than 200 brackets or 100 blocks. A level takes less than 8 KiB of stack in a debug
  /// build and less than 2 KiB in a release build (measured), out of ``ParserThreads/stackSize``.
  static let nestingLimit = 1000

  /// Valid for the parser's lifetime: it lives only inside the closure that provides it.
  let source: UnsafeBufferPointer<UInt8>
  var tokens: [Token]
  /// The current token; never moves past an `endOfFile`.
  var position = 0
  var kind: TokenKind
  /// The end of the token before the current one.
  var previousEnd: UInt32 = 0
  /// The end of the last statement.
  var statementEnd: UInt32 = 0

  var facts: FileFacts
  var scope: ScopeIndex = 0
  var owner: DefinitionIndex = -1
  var context = Context()
  var mode = ExpressionMode.value
  var depth = 0
  /// Set once, when the nesting limit is passed; the parser then stands at the end of the file.
  var isTooDeep = false
  /// References of names and attributes in the tuple or list at hand that can be assigned to. Whatever does
  /// not return ``Operand/sequence`` leaves it as it was.
  var targets: [ReferenceIndex] = []
  /// Names that each file and class scope binds by a definition: scope in the upper half, name in the lower.
  var bound: Set<UInt64> = []
  var variables = VariableLog()
  /// Operators that wait for the end of their right operand; each expression's lie above those around it.
  var operators: [PendingOperator] = []
  /// Reused for every text that is put together.
  var scratch: [UInt8] = []

  init(_ source: UnsafeBufferPointer<UInt8>, tokens: consuming [Token], lines: LineTable) {
    self.source = source
    self.tokens = tokens
    kind = self.tokens[0].kind
    facts = FileFacts(lines: lines)
    facts.references.reserveCapacity(self.tokens.count / 6)
    facts.expressions.reserveCapacity(self.tokens.count / 3)
  }

  // MARK: Tokens

  @inline(__always)
  var token: Token { tokens[position] }

  @inline(__always)
  var nextKind: TokenKind {
    kind == .endOfFile ? .endOfFile : tokens[position + 1].kind
  }

  @inline(__always)
  mutating func advance() {
    if kind == .endOfFile { return }
    previousEnd = tokens[position].end
    position += 1
    kind = tokens[position].kind
  }

  @inline(__always)
  mutating func accept(_ wanted: TokenKind) -> Bool {
    if kind != wanted { return false }
    advance()
    return true
  }

  @inline(__always)
  mutating func expect(_ wanted: TokenKind) throws(Broken) {
    if kind != wanted { throw Broken() }
    advance()
  }

  /// True if the current token is the name `word`.
  func isWord(_ word: StaticString) -> Bool { kind == .name && isWord(token, word) }

  func isWord(_ token: Token, _ word: StaticString) -> Bool {
    let length = Int(token.end - token.start)
    guard length == word.utf8CodeUnitCount else { return false }
    for index in 0..<length where source[Int(token.start) + index] != word.utf8Start[index] { return false }
    return true
  }

  // MARK: Nesting

  /// Enters a level; every `enter` is followed by a `leave`, except when a statement is abandoned.
  @inline(__always)
  mutating func enter() throws(Broken) {
    depth += 1
    if depth > Self.nestingLimit {
      giveUp()
      throw Broken()
    }
  }

  @inline(__always)
  mutating func leave() { depth -= 1 }

  /// Goes to the end of the file, where every loop ends.
  mutating func giveUp() {
    isTooDeep = true
    position = tokens.count - 1
    kind = .endOfFile
  }

  // MARK: Facts

  @inline(__always)
  mutating func intern(_ token: Token) -> NameID {
    if token.kind == .name && token.flags & Token.isNotASCII != 0 { return internNormalized(token) }
    return facts.names.intern(
      UnsafeBufferPointer(rebasing: source[Int(token.start)..<Int(token.end)]))
  }

  /// Adds a reference by the identifier `token`.
  @inline(__always)
  @discardableResult
  mutating func emit(
    _ role: Reference.Role, _ token: Token, receiver: ReferenceIndex = Reference.Receiver.none
  ) -> ReferenceIndex {
    let index = ReferenceIndex(truncatingIfNeeded: facts.references.count)
    facts.references.append(
      Reference(
        role: role, name: intern(token), offset: token.start, scope: scope, receiver: receiver,
        owner: owner))
    return index
  }

  /// Reads a name and adds a reference by it.
  mutating func emitName(_ role: Reference.Role) throws(Broken) {
    guard kind == .name else { throw Broken() }
    emit(role, token)
    advance()
  }

  /// Opens a scope inside the current one, without entering it; its end is set by ``closeScope(_:)``.
  mutating func openScope(_ kind: Scope.Kind, inside parent: ScopeIndex, start: UInt32) -> ScopeIndex {
    facts.scopes.append(Scope(kind: kind, parent: parent, definition: owner, start: start, end: start))
    return ScopeIndex(truncatingIfNeeded: facts.scopes.count - 1)
  }

  mutating func closeScope(_ index: ScopeIndex, end: UInt32) {
    let index = Int(index)
    facts.scopes[index].end = max(end, facts.scopes[index].start)
  }
}
