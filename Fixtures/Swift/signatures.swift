@available(*, deprecated) public func long(
//                                    ^^^^ definition function long(a:b:) public
//                                    ^^^^ signature public func long(a: Int, b: [String: Int] = [:]) -> Int
//                                    ^^^^ attribute available(*, deprecated)
  a: Int,  // first
  b: [String: Int] = [:]
) -> Int { 1 }
@MainActor struct Box<T>: Holder where T: Equatable { let value: T }
//                ^^^ definition struct Box
//                ^^^ signature struct Box<T>: Holder where T: Equatable
//                ^^^ attribute MainActor
//                    ^ definition typeParameter Box.T
//                    ^ signature T
//                                                        ^^^^^ definition property Box.value constant
//                                                        ^^^^^ signature let value: T
let short = 1
//  ^^^^^ definition variable short constant
//  ^^^^^ signature let short = 1
let table = [
//  ^^^^^ definition variable table constant
//  ^^^^^ signature let table
  1, 2,
]
let typed: [Int] = [1, 2, 3]
//  ^^^^^ definition variable typed constant
//  ^^^^^ signature let typed: [Int]
enum Kind { case one, two(Int) }
//   ^^^^ definition enum Kind
//   ^^^^ signature enum Kind
//               ^^^ definition enumCase Kind.one
//               ^^^ signature case one
//                    ^^^ definition enumCase Kind.two(_:)
//                    ^^^ signature case two(Int)
var computed: Int { 3 }
//  ^^^^^^^^ definition variable computed
//  ^^^^^^^^ signature var computed: Int
