import LanguageSupport

/// What an expression turned out to be, as far as the text around it needs to know: whether it can be
/// assigned to, called by name, or be the receiver of an attribute.
struct Operand {
  enum Shape: UInt8 {
    /// A plain name or an attribute; `reference` is its reference.
    case name
    /// A call of a name or an attribute; `reference` is the callee's.
    case call
    /// A subscript of a name or an attribute; `reference` is that one's.
    case `subscript`
    /// A tuple or a list; the references of its elements that can be assigned to lie on the parser's
    /// `targets`.
    case sequence
    case other
  }

  var shape: Shape
  var reference: ReferenceIndex

  static let other = Operand(shape: .other, reference: Reference.Receiver.expression)
  static let sequence = Operand(shape: .sequence, reference: Reference.Receiver.expression)

  /// The receiver that an attribute of this expression has.
  @inline(__always)
  var receiver: ReferenceIndex {
    switch shape {
    case .name, .call: reference
    case .subscript, .sequence, .other: Reference.Receiver.expression
    }
  }
}

/// What names in the expression at hand stand for.
enum ExpressionMode: UInt8 {
  case value
  /// A base class: its subscripts are types, itself it is a value.
  case base
  /// An annotation: names and strings are types.
  case type
}

/// The statement at hand does not follow the grammar.
struct Broken: Error {}
