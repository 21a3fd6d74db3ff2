// The file's header.
// <- chunk file
import Foundation
//     ^^^^^^^^^^ import Foundation

/// A documented type.
// <- chunk Store
struct Store {
//     ^^^^^ definition struct Store
//     ^^^^^ doc A documented type.
  let a = 1
//    ^ definition property Store.a constant
  func short() {}
//     ^^^^^ definition method Store.short()
  /// A long method.
  // <- chunk Store.long()
  func long() {
//     ^^^^ definition method Store.long()
//     ^^^^ doc A long method.
    one()
    two()
    three()
  }
  let b = 2
  // <- chunk Store
//    ^ definition property Store.b constant
  let c = 3
//    ^ definition property Store.c constant
  struct Inner {
  // <- chunk Store.Inner
//       ^^^^^ definition struct Store.Inner
    let d = 4
//      ^ definition property Store.Inner.d constant
  }
}

let top = 1
// <- chunk file
//  ^^^ definition variable top constant

func global() {
// <- chunk global()
//   ^^^^^^ definition function global()
  one()
  two()
  three()
}
start()
// <- chunk file
