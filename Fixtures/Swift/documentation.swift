// A header that is no documentation.

/// Not this, a blank line follows.

/// A tree.
///
///     code
// An ordinary comment.
struct Tree {
//     ^^^^ definition struct Tree
//     ^^^^ doc A tree.\n\n    code
  /**
   A block.

     * A list.
   */
  let a = 1 /// trailing, not for b
//    ^ definition property Tree.a constant
//    ^ doc A block.\n\n  * A list.
  let b = 2
//    ^ definition property Tree.b constant
  /** One line. */ var c: Int
//                     ^ definition property Tree.c
//                     ^ doc One line.
  /**
   * Starred.
   *   Indented.
   */
  func d() {}
//     ^ definition method Tree.d()
//     ^ doc Starred.\n  Indented.
  //// Four slashes.
  func e() {}
//     ^ definition method Tree.e()
  /// Before the attribute.
  @inlinable func f() {}
//                ^ definition method Tree.f()
//                ^ doc Before the attribute.
//                ^ attribute inlinable
}
