// An operator is the function of its operands' types; the standard library's stay outside.
// kinds: calls

infix operator <+> : AdditionPrecedence
prefix operator √

struct Vector: Equatable {
  var x = 0
  static func + (left: Vector, right: Vector) -> Vector { Vector(x: left.x + right.x) }
//                                                        ^^^^^^ edge calls Vector @7
//                                                                         ^ external calls *.+(_:_:)
  static func * (left: Vector, factor: Int) -> Vector { Vector(x: left.x * factor) }
//                                                      ^^^^^^ edge calls Vector @7
//                                                                       ^ external calls *.*(_:_:)
  static func += (left: inout Vector, right: Vector) { left = left + right }
//                                                                 ^ edge calls Vector.+(_:_:)
  static prefix func - (vector: Vector) -> Vector { Vector(x: -vector.x) }
//                                                  ^^^^^^ edge calls Vector @7
//                                                            ^ external calls *.-(_:)
  static func == (left: Vector, right: Vector) -> Bool { left.x == right.x }
//                                                              ^^ external calls *.==(_:_:)
}

func <+> (left: Vector, right: Vector) -> Vector { left }
prefix func √ (number: Int) -> Int { number }

func use(_ a: Vector, _ b: Vector, _ n: Int) -> Bool {
  var sum = a + b * 2
//            ^ edge calls Vector.+(_:_:)
//                ^ edge calls Vector.*(_:_:)
  sum += -a
//    ^^ edge calls Vector.+=(_:_:)
//       ^ edge calls Vector.-(_:)
  sum = sum <+> b
//          ^^^ edge calls <+>(_:_:)
  (a + b).show()
//   ^ edge calls Vector.+(_:_:)
//        ^^^^ edge calls Vector.show()
  let m = n + 1 * √n
//          ^ external calls *.+(_:_:)
//              ^ external calls *.*(_:_:)
//                ^^^^ edge calls √(_:)
  return a == b && m == 3 && a != b
//         ^^ edge calls Vector.==(_:_:)
//              ^^ external calls *.&&(_:_:)
//                   ^^ external calls *.==(_:_:)
//                        ^^ external calls *.&&(_:_:)
//                             ^^ external calls *.!=(_:_:)
}

extension Vector { func show() {} }
