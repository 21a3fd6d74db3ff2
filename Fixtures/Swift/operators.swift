// complete references
infix operator <+>: AdditionPrecedence
//             ^^^ definition operator <+>
prefix operator √
//              ^^^ definition operator √
precedencegroup Tight { higherThan: AdditionPrecedence }
func <+> (left: Int, right: Int) -> Int { left + right }
//   ^^^ definition function <+>(_:_:)
//   ^^^ reference write <+> receiver Int in <+>(_:_:) detail result
//        ^^^^ reference write left receiver Int in <+>(_:_:) detail parameter
//              ^^^ reference type Int in <+>(_:_:)
//                   ^^^^^ reference write right receiver Int in <+>(_:_:) detail parameter
//                          ^^^ reference type Int in <+>(_:_:)
//                                  ^^^ reference type Int in <+>(_:_:)
//                                        ^^^^ reference read left in <+>(_:_:)
//                                             ^ reference call + in <+>(_:_:) detail (_:_:)
//                                               ^^^^^ reference read right in <+>(_:_:)
extension Int {
//        ^^^ definition extension Int
//        ^^^ reference extended Int owner Int
  static prefix func √ (value: Int) -> Int { -value }
//                   ^^^ definition method Int.√(_:) static
//                   ^^^ reference write √ receiver Int detail result
//                        ^^^^^ reference write value receiver Int detail parameter
//                               ^^^ reference type Int
//                                       ^^^ reference type Int
//                                             ^ reference call - detail (_:)
//                                              ^^^^^ reference read value
  static func == (a: Int, b: Int) -> Bool { a != b }
//            ^^ definition method Int.==(_:_:) static
//            ^^ reference write == receiver Bool detail result
//                ^ reference write a receiver Int detail parameter
//                   ^^^ reference type Int
//                        ^ reference write b receiver Int detail parameter
//                           ^^^ reference type Int
//                                   ^^^^ reference type Bool
//                                          ^ reference read a
//                                            ^^ reference call != detail (_:_:)
//                                               ^ reference read b
}
let sum = values.reduce(0, +)
//  ^^^ definition variable sum constant
//  ^^^ reference write sum receiver reduce detail let
//        ^^^^^^ reference read values
//               ^^^^^^ reference call reduce receiver values detail (_:_:)
//                         ^ reference read +
