import LanguageSupport

@testable import PythonLanguage

/// What holds for the expressions of any Python file: roots are statements, operands are not, and what opens
/// a body, a branch or a loop is closed in order.
enum ExpressionInvariants {
  static func violations(in facts: FileFacts) -> [String] {
    var found: [String] = []
    var open: [ExpressionKind] = []
    let starts = facts.expressionStarts()
    var isOperand = [Bool](repeating: false, count: starts.count)
    for (index, item) in facts.expressions.enumerated() {
      var operand = index - 1
      for _ in 0..<item.operandCount {
        isOperand[operand] = true
        operand = Int(starts[operand]) - 1
      }
    }
    for (index, item) in facts.expressions.enumerated() {
      guard let kind = ExpressionKind(rawValue: item.kind) else {
        found.append("\(index): kind \(item.kind)")
        continue
      }
      if isStatement(kind) == isOperand[index] { found.append("\(index): \(kind) as root or operand") }
      if kind == .name || kind == .attribute || kind == .patternCapture, item.reference < 0 {
        found.append("\(index): \(kind) without a reference")
      }
      switch kind {
      case .functionStart, .classStart, .ifStart, .whileStart, .forStart, .tryStart, .matchStart:
        open.append(kind)
      case .functionEnd: close(.functionStart)
      case .classEnd: close(.classStart)
      case .ifEnd: close(.ifStart)
      case .loopEnd: close(open.last == .whileStart ? .whileStart : .forStart)
      case .tryEnd: close(.tryStart)
      case .matchEnd: close(.matchStart)
      case .elseStart where open.last != .ifStart, .loopElse where open.isEmpty:
        found.append("\(index): \(kind) in \(String(describing: open.last))")
      default: continue
      }
      func close(_ wanted: ExpressionKind) {
        if open.popLast() != wanted { found.append("\(index): \(kind) closes nothing") }
      }
    }
    if !open.isEmpty { found.append("never closed: \(open)") }
    return Array(found.prefix(10))
  }

  private static func isStatement(_ kind: ExpressionKind) -> Bool {
    switch kind {
    case .returns, .typeParameter: false
    default:
      kind.rawValue >= ExpressionKind.discard.rawValue && kind.rawValue < ExpressionKind.patternAny.rawValue
    }
  }
}
