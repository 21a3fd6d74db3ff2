import GraphModel
import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// Walks the raw tree of one file once, in source order, and collects its facts.
///
/// The walk is recursive; ``NestingGuard`` bounds the depth of everything that recurses, and what is deep only
/// to the left (`a.b.c…`, `A.B.C…`, `else if …`) is taken apart by loops with ``spine`` as their stack.
struct FactsExtractor {
  /// The file. Proof of validity: only ``facts(of:source:lines:)`` makes extractors, inside the closure that
  /// lends the buffer, and none escapes it. Reading through the buffer instead of an array keeps retain and
  /// release out of every token.
  let source: UnsafeBufferPointer<UInt8>
  var facts: FileFacts
  var words: KnownNames
  var context = Context()

  /// For each definition where its text starts with its documentation, for ``ChunkPlanner``.
  var documentedStarts: [UInt32] = []
  /// Where statements stand at the top level of the file, ascending, for ``ChunkPlanner``.
  var statementStarts: [UInt32] = []

  /// Left-recursive nodes that are being taken apart, outermost first; shared so that a chain costs no
  /// allocation.
  var spine: [RawNode] = []
  /// Text that is being put together; shared for the same reason.
  var scratch: [UInt8] = []
  /// The state of the walk that writes trees.
  var tree = TreeState()

  /// Where the walk is.
  struct Context {
    /// What kind of body the walk is in: it decides between property, variable and local binding.
    enum Body { case file, type, local }

    var body: Body = .file
    var scope: ScopeIndex = 0
    /// The innermost definition around the walk, -1 for none.
    var owner: DefinitionIndex = -1
    /// The access level of definitions that are written without one.
    var access: Modifiers = .isInternal
    /// Inside any branch of `#if`.
    var isConditional = false
    /// Inside a branch of `#if` that ``BuildConditions`` leave out.
    var isInactive = false
    /// Inside the body of a function, a closure or an accessor, at any depth.
    var isLocal = false
    /// Inside a pattern: calls of enum cases match, they do not call.
    var isPattern = false
    /// What ``.member`` chains at the head of a postfix `#if` belong to.
    var postfixBase: ReferenceIndex = Reference.Receiver.implicit
    /// The call whose argument is being walked; closures take their parameters' types from it.
    var closureCallee: ReferenceIndex = Reference.Receiver.none
  }

  private init(source: UnsafeBufferPointer<UInt8>, lines: LineTable) {
    self.source = source
    facts = FileFacts(lines: lines)
    words = KnownNames(&facts.names)
  }

  /// The facts of a file. `source` must be the bytes that `tree` was parsed from; the caller keeps `tree` alive.
  static func facts(
    of tree: SourceFileSyntax, source: UnsafeBufferPointer<UInt8>, lines: LineTable
  ) -> FileFacts {
    var extractor = FactsExtractor(source: source, lines: lines)
    let root = RawNode(raw: tree.raw, start: 0)
    extractor.visitChildren(root)
    if tree.hasError { extractor.facts.parseErrors = ParseErrors.count(in: root) }
    extractor.buildTrees(root)
    extractor.facts.chunks = ChunkPlanner(extractor).chunks()
    return extractor.facts
  }
}

// MARK: - Building blocks

extension FactsExtractor {
  /// The name of a token's text, without backticks.
  mutating func name(_ token: RawNode) -> NameID {
    let place = textRange(token)
    var start = place.lowerBound
    var end = place.upperBound
    if end - start >= 3 && source[start] == UInt8(ascii: "`") && source[end - 1] == UInt8(ascii: "`") {
      start += 1
      end -= 1
    }
    return intern(start..<end)
  }

  /// The bytes of a token without its trivia; an empty range for tokens that are missing in the source.
  func textRange(_ token: RawNode) -> Range<Int> {
    guard !token.isEmpty, let view = token.raw.tokenView else { return token.start..<token.start }
    let start = token.start + view.leadingTriviaByteLength
    return start..<(start + view.textByteLength)
  }

  mutating func intern(_ range: Range<Int>) -> NameID {
    // The buffer is valid for the extractor's whole life; see `source`.
    facts.names.intern(UnsafeBufferPointer(rebasing: source[range]))
  }

  /// Interns ``scratch`` and empties it.
  mutating func internScratch() -> NameID {
    defer { scratch.removeAll(keepingCapacity: true) }
    return facts.names.intern(scratch, 0, scratch.count)
  }

  /// True if a token reads `text`.
  func isText(_ token: RawNode, _ text: StaticString) -> Bool { isText(textRange(token), text) }

  /// True if the bytes of `range` are `text`.
  func isText(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    // A static string's bytes live as long as the program.
    let expected = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    for index in 0..<range.count where source[range.lowerBound + index] != expected[index] { return false }
    return true
  }

  /// Records a reference in the current scope and returns its index.
  @discardableResult
  mutating func refer(
    _ role: Reference.Role, _ name: NameID, at offset: Int,
    receiver: ReferenceIndex = Reference.Receiver.none, detail: NameID = .empty
  ) -> ReferenceIndex {
    let index = ReferenceIndex(facts.references.count)
    var reference = Reference(
      role: role, name: name, offset: UInt32(offset), scope: context.scope, receiver: receiver,
      owner: context.owner)
    reference.detail = detail
    facts.references.append(reference)
    return index
  }

  /// Opens a scope inside the current one and makes it current; the caller restores ``context``.
  mutating func openScope(_ kind: Scope.Kind, from start: Int, to end: Int) {
    let scope = Scope(
      kind: kind, parent: context.scope, definition: context.owner, start: UInt32(start),
      end: UInt32(max(start, end)))
    context.scope = ScopeIndex(facts.scopes.count)
    facts.scopes.append(scope)
  }

  /// Runs `body` and puts the context back as it was.
  mutating func scoped(_ body: (inout FactsExtractor) -> Void) {
    let saved = context
    body(&self)
    context = saved
  }

  /// Runs `body` in a new block scope that spans `node`.
  mutating func inBlock(_ node: RawNode, _ body: (inout FactsExtractor) -> Void) {
    inBlock(from: node.textStart, to: node.textEnd, body)
  }

  /// Runs `body` in a new block scope of that span.
  mutating func inBlock(from start: Int, to end: Int, _ body: (inout FactsExtractor) -> Void) {
    scoped { extractor in
      extractor.openScope(.block, from: start, to: end)
      extractor.context.body = .local
      body(&extractor)
    }
  }
}
