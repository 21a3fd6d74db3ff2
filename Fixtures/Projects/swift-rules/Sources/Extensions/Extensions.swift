// A member of an extension is a member of the type, wherever the extension stands.
// kinds: calls extends

struct Point {
  var x = 0.0
  func moved() -> Point { scaled().flipped() }
//                        ^^^^^^ edge calls Point.scaled()
//                                 ^^^^^^^ edge calls Point.flipped()
}

extension Point {
//        ^^^^^ edge extends Point @4
  func scaled() -> Point { self }
}

extension Point: CustomStringConvertible {
//        ^^^^^ edge extends Point @4
  var description: String { label() }
//                          ^^^^^ edge calls CustomStringConvertible.label()
  func flipped() -> Point { moved() }
//                          ^^^^^ edge calls Point.moved()
}

extension CustomStringConvertible {
//        ^^^^^^^^^^^^^^^^^^^^^^^ external extends *.CustomStringConvertible
  func label() -> String { "" }
}

extension Array where Element == Point {
//        ^^^^^ external extends *.Array
  func center() -> Point { self[0].moved() }
//                                 ^^^^^ edge calls Point.moved()
}

func use(_ points: [Point]) -> Point { points.center().scaled() }
//                                            ^^^^^^ edge calls Array.center()
//                                                     ^^^^^^ edge calls Point.scaled()
