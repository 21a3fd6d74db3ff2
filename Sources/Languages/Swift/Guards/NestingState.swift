/// What is open at one place of a file, and how much stack and time it will cost the parser.
struct NestingState {
  /// What is counted inside one pair of brackets, or at the top level.
  private struct Frame {
    var bracket: UInt8 = 0
    /// `[` around this place through nothing but what may belong to a type.
    var squares = 0
    var arrows = 0
    var angles = 0
    var ternaries = 0
    var alternatives = 0
    var headers = 0
    var labels = 0

    var weight: Int { 4 + arrows + angles + ternaries + alternatives + 2 * headers + labels }
  }

  private enum Last { case none, word, keyword, colon, closedBrace, other }

  /// The innermost frame; the others are in `outer`.
  private var top = Frame()
  private var outer: [Frame] = []
  private var outerWeight = 0
  /// The number of open interpolations of string literals.
  private(set) var interpolations = 0
  private var conditionals = 0
  private var keywords = 0
  private var words = 0
  private var strays = 0
  /// The word before is `macro`.
  private var isMacro = false
  private var groups = 0
  private var squareWork = 0
  private var textDepth = 0
  private var textPeak = 0
  private var last = Last.none

  /// True once something was seen that the scan may have taken for text or code wrongly.
  var isAmbiguous = false

  /// True once a limit was passed.
  private(set) var isBeyondLimit = false

  var isBeyondTextLimit: Bool { isAmbiguous && textPeak > NestingGuard.Limit.text }

  private let keywordTable = Keywords.all

  private mutating func check(_ value: Int, _ limit: Int) {
    if value > limit { isBeyondLimit = true }
  }

  // MARK: Brackets

  mutating func open(_ bracket: UInt8) {
    token()
    top.labels = 0
    if bracket == UInt8(ascii: "{") {
      strays = 0
      top.arrows = 0
      top.angles = 0
      top.headers = 0
    }
    outerWeight += top.weight
    check(outerWeight, NestingGuard.Limit.weight)
    outer.append(top)
    check(outer.count, NestingGuard.Limit.brackets)
    let squares = bracket == UInt8(ascii: "{") ? 0 : top.squares
    top = Frame(bracket: bracket, squares: squares + (bracket == UInt8(ascii: "[") ? 1 : 0))
    check(top.squares, NestingGuard.Limit.squares)
    last = .other
  }

  /// Closes the innermost bracket of that kind. A `}` also closes what was left open inside its braces, and a
  /// `)` what was left open inside its interpolation, as the parser's recovery does; any other bracket
  /// without a partner on top is left alone, which errs on the side of depth.
  mutating func close(_ bracket: UInt8) {
    token()
    switch bracket {
    case UInt8(ascii: ")"):
      if top.bracket == UInt8(ascii: "(") {
        pop()
      } else if reaches(Self.interpolation, past: UInt8(ascii: "(")) {
        while top.bracket != Self.interpolation { pop() }
        pop()
        interpolations -= 1
      }
      last = .other
    case UInt8(ascii: "}"):
      if reaches(UInt8(ascii: "{"), past: Self.interpolation) {
        while top.bracket != UInt8(ascii: "{") { pop() }
        pop()
      }
      strays = 0
      top.arrows = 0
      top.angles = 0
      top.headers = 0
      last = .closedBrace
    default:
      if top.bracket == UInt8(ascii: "[") { pop() }
      last = .other
    }
  }

  /// Marks the bracket of an interpolation.
  private static var interpolation: UInt8 { 1 }

  /// True if `bracket` is open with no `barrier` inside it. O(open brackets), which are limited.
  private func reaches(_ bracket: UInt8, past barrier: UInt8) -> Bool {
    if top.bracket == bracket { return true }
    if top.bracket == barrier { return false }
    for frame in outer.reversed() {
      if frame.bracket == bracket { return true }
      if frame.bracket == barrier { return false }
    }
    return false
  }

  private mutating func pop() {
    guard var frame = outer.popLast() else { return }
    outerWeight -= frame.weight
    // What breaks a type inside breaks it outside as well.
    if top.squares == 0 { frame.squares = 0 }
    top = frame
  }

  mutating func openInterpolation() {
    interpolations += 1
    check(interpolations, NestingGuard.Limit.interpolations)
    open(Self.interpolation)
  }

  // MARK: Tokens

  /// Counts a token where the parser reads it again and again.
  private mutating func token() {
    keywords = 0
    words = 0
    count()
  }

  private mutating func count() {
    guard top.squares > 3 else { return }
    squareWork += 1 << top.squares
    check(squareWork, NestingGuard.Limit.squareWork)
  }

  mutating func literal() {
    token()
    top.squares = 0
    top.angles = 0
    top.labels = 0
    last = .other
  }

  mutating func punctuation(_ byte: UInt8) {
    token()
    switch byte {
    case UInt8(ascii: ","):
      top.arrows = 0
      top.ternaries = 0
      top.labels = 0
      if top.bracket == UInt8(ascii: "[") && top.angles == 0 { top.squares = 0 }
      last = .other
    case UInt8(ascii: ";"):
      // Headers still wait for their braces.
      top = Frame(bracket: top.bracket, headers: top.headers)
      last = .other
    case UInt8(ascii: ":"):
      if last == .word || last == .keyword {
        top.labels += 1
        check(top.labels, NestingGuard.Limit.chain)
      }
      top.ternaries = max(0, top.ternaries - 1)
      last = .colon
    default:
      if byte == UInt8(ascii: "@") { stray() }
      top.labels = 0
      last = .other
    }
  }

  /// Counts what belongs to a declaration that has not come yet.
  mutating func stray() {
    strays += 1
    check(strays, NestingGuard.Limit.strays)
  }

  mutating func operators(_ text: UnsafeBufferPointer<UInt8>, isLeftBound: Bool) {
    token()
    top.labels = 0
    last = .other
    let first = text[0]
    if text.count == 2 && first == UInt8(ascii: "-") && text[1] == UInt8(ascii: ">") {
      top.arrows += 1
      check(top.arrows, NestingGuard.Limit.chain)
      return
    }
    switch first {
    case UInt8(ascii: "<"):
      top.angles += 1
      check(top.angles, NestingGuard.Limit.chain)
    case UInt8(ascii: ">"):
      for byte in text {
        guard byte == UInt8(ascii: ">") else { break }
        top.angles = max(0, top.angles - 1)
      }
    case UInt8(ascii: "?"):
      guard !isLeftBound && text.count == 1 else { return }
      top.ternaries += 1
      check(top.ternaries, NestingGuard.Limit.chain)
    case UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "~"): break
    case UInt8(ascii: "=") where text.count == 1:
      top.arrows = 0
      top.angles = 0
      top.squares = 0
    default:
      top.angles = 0
      top.squares = 0
    }
  }

  mutating func directive(_ name: UnsafeBufferPointer<UInt8>) {
    token()
    if name.elementsEqual("if".utf8) {
      conditionals += 1
      check(conditionals, NestingGuard.Limit.conditionals)
    }
    if name.elementsEqual("endif".utf8) { conditionals = max(0, conditionals - 1) }
    last = .other
  }

  mutating func word(_ text: UnsafeBufferPointer<UInt8>, isMember: Bool) {
    count()
    if top.bracket == UInt8(ascii: "(") || top.bracket == UInt8(ascii: "[") {
      words += 1
      check(words, NestingGuard.Limit.words)
    }
    let keyword = isMember ? nil : keywordTable.kind(text)
    if last == .closedBrace && keyword != .alternative { top.alternatives = 0 }
    if last == .word || last == .keyword {
      top.labels = 0
      if last == .word { top.angles = 0 }
    }
    let isMacroName = isMacro && last == .keyword
    isMacro = false
    guard let keyword else {
      // With its name the macro's declaration has come.
      if isMacroName { strays = 0 }
      keywords = 0
      last = .word
      return
    }
    keywords = keyword == .label ? 1 : keywords + 1
    check(keywords, NestingGuard.Limit.keywords)
    switch keyword {
    case .header:
      top.headers += 1
      check(top.headers, NestingGuard.Limit.headers)
    case .alternative:
      top.alternatives += 1
      check(top.alternatives, NestingGuard.Limit.alternatives)
    case .modifier:
      stray()
      isMacro = text.elementsEqual("macro".utf8)
    case .group:
      groups += 1
      check(groups, NestingGuard.Limit.groups)
    case .declaration, .label:
      strays = 0
      top.arrows = 0
      top.angles = 0
      top.ternaries = 0
      top.labels = 0
    case .other: break
    }
    last = .keyword
  }

  mutating func text(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      textDepth += 1
      textPeak = max(textPeak, textDepth)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): textDepth = max(0, textDepth - 1)
    default: break
    }
  }
}
