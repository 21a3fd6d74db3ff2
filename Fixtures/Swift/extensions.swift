// complete references
extension Outer.Inner: Printable where Element == Int {
//        ^^^^^^^^^^^ definition extension Outer.Inner
//        ^^^^^ reference type Outer
//              ^^^^^ reference extended Inner receiver Outer owner Outer.Inner
//                     ^^^^^^^^^ reference base Printable owner Outer.Inner
//                                     ^^^^^^^ reference type Element
//                                                ^^^ reference type Int
  func show() {}
//     ^^^^ definition method Outer.Inner.show()
}
public extension [Int] {
//               ^^^^^ definition extension Array public
//               ^^^^^ reference extended Array owner Array
//                ^^^ reference type Int
  var first: Int { 0 }
//    ^^^^^ definition property Array.first public
//    ^^^^^ reference write first receiver Int detail var
//           ^^^ reference type Int
}
extension Array<String> { typealias Size = Int }
//        ^^^^^^^^^^^^^ definition extension Array
//        ^^^^^ reference extended Array owner Array
//              ^^^^^^ reference type String
//                                  ^^^^ definition typeAlias Array.Size
//                                  ^^^^ reference write Size receiver Int detail alias
//                                         ^^^ reference type Int
