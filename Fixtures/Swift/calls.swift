// complete references
func run() {
//   ^^^ definition function run()
  plain()
  // <- reference call plain detail ()
  Thing(1, name: x)
  // <- reference call Thing detail (_:name:)
//               ^ reference read x
  object.method().chained.last(of: 2)
  // <- reference read object
//       ^^^^^^ reference call method receiver object detail ()
//                ^^^^^^^ reference read chained receiver method
//                        ^^^^ reference call last receiver chained detail (of:)
  self.go()
  // <- reference read self
//     ^^ reference call go receiver self detail ()
  super.go()
  // <- reference read super
//      ^^ reference call go receiver super detail ()
  let thing: Thing = .init(x)
//    ^^^^^ reference write thing receiver Thing detail let
//           ^^^^^ reference type Thing
//                    ^^^^ reference call init receiver implicit detail (_:)
//                         ^ reference read x
  Self.make()
  // <- reference read Self
//     ^^^^ reference call make receiver Self detail ()
  list[0].name = value
  // <- reference read list
//    ^^^^^^^^^ reference read subscript receiver list detail (_:)
//        ^^^^ reference write name receiver subscript
//               ^^^^^ reference read value
  optional?.member!.call()
  // <- reference read optional
//          ^^^^^^ reference read member receiver optional
//                  ^^^^ reference call call receiver member detail ()
  Generic<Int>(x)
  // <- reference call Generic detail (_:)
//        ^^^ reference type Int
//             ^ reference read x
  Outer.Inner.make()
  // <- reference read Outer
//      ^^^^^ reference read Inner receiver Outer
//            ^^^^ reference call make receiver Inner detail ()
  take(&counter)
  // <- reference call take detail (_:)
//      ^^^^^^^ reference write counter
  total += step
  // <- reference write total
//      ^^ reference call += detail (_:_:)
//         ^^^^ reference read step
  !flag
  // <- reference call ! detail (_:)
// ^^^^ reference read flag
  range...
  // <- reference read range
//     ^^^ reference call ... detail (_:)
  (a as! Target).use()
// ^ reference read a
//       ^^^^^^ reference type Target
//               ^^^ reference call use receiver Target detail ()
  (b).use()
// ^ reference read b
//    ^^^ reference call use receiver b detail ()
  await try fetch().value
//          ^^^^^ reference call fetch detail ()
//                  ^^^^^ reference read value receiver fetch
  function(_:with:)
  // <- reference read function detail (_:with:)
  Type.self.call()
  // <- reference read Type
//          ^^^^ reference call call receiver Type detail ()
  f("\(inner.value)")
  // <- reference call f detail (_:)
//     ^^^^^ reference read inner
//           ^^^^^ reference read value receiver inner
  [Int]()
// ^^^ reference read Int
}
