/// Python's reserved words. Soft keywords (`match`, `case`, `type`, `_`) are names; the parser decides.
enum Keywords {
  static let longest = 8

  /// The kind of a word of at most eight bytes, which are packed into `packed` first byte highest.
  static func kind(_ packed: UInt64) -> TokenKind {
    switch packed {
    case word("if"): .if
    case word("in"): .in
    case word("is"): .is
    case word("or"): .or
    case word("as"): .as
    case word("and"): .and
    case word("def"): .def
    case word("del"): .del
    case word("for"): .for
    case word("not"): .not
    case word("try"): .try
    case word("None"): .none
    case word("True"): .true
    case word("elif"): .elif
    case word("else"): .else
    case word("from"): .from
    case word("pass"): .pass
    case word("with"): .with
    case word("False"): .false
    case word("async"): .async
    case word("await"): .await
    case word("break"): .break
    case word("class"): .class
    case word("raise"): .raise
    case word("while"): .while
    case word("yield"): .yield
    case word("assert"): .assert
    case word("except"): .except
    case word("global"): .global
    case word("import"): .import
    case word("lambda"): .lambda
    case word("return"): .return
    case word("finally"): .finally
    case word("continue"): .continue
    case word("nonlocal"): .nonlocal
    default: .name
    }
  }

  @inline(__always)
  private static func word(_ text: StaticString) -> UInt64 {
    var packed: UInt64 = 0
    for index in 0..<text.utf8CodeUnitCount { packed = packed << 8 | UInt64(text.utf8Start[index]) }
    return packed
  }
}
