// `newValue` and `oldValue` have the property's type; a setter's parameter may be named.
// kinds: calls reads writes

struct Price {
  func check() {}
}

final class Shelf {
  private var stored = Price()
//                     ^^^^^ edge calls Price
  var price: Price {
    get { stored }
//        ^^^^^^ edge reads Shelf.stored
    set {
      newValue.check()
//             ^^^^^ edge calls Price.check()
      stored = newValue
//    ^^^^^^ edge writes Shelf.stored
    }
  }
  var named: Price {
    get { stored }
//        ^^^^^^ edge reads Shelf.stored
    set(other) { other.check() }
//                     ^^^^^ edge calls Price.check()
  }
  var watched = Price() {
//              ^^^^^ edge calls Price
    willSet { newValue.check() }
//                     ^^^^^ edge calls Price.check()
    didSet { oldValue.check() }
//                    ^^^^^ edge calls Price.check()
  }
  lazy var late: Price = make()
//                       ^^^^ edge calls Shelf.make()
  private func make() -> Price { Price() }
//                               ^^^^^ edge calls Price
  func use() {
    price.check()
//  ^^^^^ edge reads Shelf.price
//        ^^^^^ edge calls Price.check()
    late.check()
//  ^^^^ edge reads Shelf.late
//       ^^^^^ edge calls Price.check()
    watched = price
//  ^^^^^^^ edge writes Shelf.watched
//            ^^^^^ edge reads Shelf.price
  }
}
