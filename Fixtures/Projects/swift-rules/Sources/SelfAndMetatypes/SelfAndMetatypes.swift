// `Self` is the type at hand, `T.self` and `type(of:)` lead to static members.
// kinds: calls reads

protocol Makeable {
  init()
  static var title: String { get }
}

extension Makeable {
  static func make() -> Self { Self() }
//                             ^^^^ edge calls Makeable.init()
  func copy() -> Self { Self.make() }
//                           ^^^^ edge calls Makeable.make()
  func named() -> String { Self.title }
//                              ^^^^^ edge reads Makeable.title
}

struct Toy: Makeable {
  static var title: String { "toy" }
  static let shared = Toy()
//                    ^^^ edge calls Toy
  func play() {}
}

class Animal {
  required init() {}
  class func born() -> Self { self.init() }
//                                 ^^^^ edge calls Animal.init()
  func twin() -> Self { type(of: self).born() }
//                      ^^^^ external calls *.type(of:)
//                                     ^^^^ edge calls Animal.born()
}

final class Dog: Animal {
  func bark() {}
}

func build<T: Makeable>(_ type: T.Type) -> T { type.make() }
//                                                  ^^^^ edge calls Makeable.make()

func use(_ kind: any Makeable.Type) {
  Toy.make().play()
//    ^^^^ edge calls Makeable.make()
//           ^^^^ edge calls Toy.play()
  Toy().copy().play()
//^^^ edge calls Toy
//      ^^^^ edge calls Makeable.copy()
//             ^^^^ edge calls Toy.play()
  Toy.shared.play()
//    ^^^^^^ edge reads Toy.shared
//           ^^^^ edge calls Toy.play()
  build(Toy.self).play()
//^^^^^ edge calls build(_:)
//                ^^^^ edge calls Toy.play()
  Dog.born().bark()
//    ^^^^ edge calls Animal.born()
//           ^^^^ edge calls Dog.bark()
  Dog().twin().bark()
//^^^ edge calls Dog
//      ^^^^ edge calls Animal.twin()
//             ^^^^ edge calls Dog.bark()
  let type = Toy.self
  type.make().play()
//     ^^^^ edge calls Makeable.make()
//            ^^^^ edge calls Toy.play()
  _ = kind.title
//         ^^^^^ edge reads Makeable.title
}
