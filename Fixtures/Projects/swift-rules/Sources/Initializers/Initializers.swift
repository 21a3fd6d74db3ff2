// `T(…)`, `.init(…)`, `self.init` and `super.init` call initializers; where none is written, the type.
// kinds: calls instantiates

struct Memberwise {
  var a: Int
  var b = ""
}

struct Written {
  let a: Int
  init(_ a: Int) { self.a = a }
  init(text: String) { self.init(text.count) }
//                          ^^^^ edge calls Written.init(_:)
  init?(maybe: Int) { return nil }
}

class Base {
  let name: String
  init(name: String) { self.name = name }
  convenience init() { self.init(name: "") }
//                          ^^^^ edge calls Base.init(name:)
}

class Derived: Base {
  let extra: Int
  init(extra: Int) {
    self.extra = extra
    super.init(name: "d")
//        ^^^^ edge calls Base.init(name:)
  }
  func clone() -> Self { self }
}

class Inheriting: Base {
  var note = ""
}

enum Wrapper {
  struct Inner { var value = 0 }
}

func make<T: Base>(_ type: T.Type) -> T? { nil }

func use() {
  _ = Memberwise(a: 1)
//    ^^^^^^^^^^ edge calls Memberwise
//    ^^^^^^^^^^ edge instantiates Memberwise
  _ = Memberwise(a: 1, b: "")
//    ^^^^^^^^^^ edge calls Memberwise
//    ^^^^^^^^^^ edge instantiates Memberwise
  _ = Written(1)
//    ^^^^^^^ edge calls Written.init(_:)
//    ^^^^^^^ edge instantiates Written
  _ = Written.init(text: "")
//            ^^^^ edge calls Written.init(text:)
//            ^^^^ edge instantiates Written
  let written: Written = .init(2)
//                        ^^^^ edge calls Written.init(_:)
//                        ^^^^ edge instantiates Written
  _ = (written, Written(maybe: 3)?.a)
//              ^^^^^^^ edge calls Written.init(maybe:)
//              ^^^^^^^ edge instantiates Written
  _ = Derived(extra: 1).clone().extra
//    ^^^^^^^ edge calls Derived.init(extra:)
//    ^^^^^^^ edge instantiates Derived
//                      ^^^^^ edge calls Derived.clone()
  _ = Inheriting()
//    ^^^^^^^^^^ edge calls Base.init()
//    ^^^^^^^^^^ edge instantiates Inheriting
  _ = Wrapper.Inner(value: 1)
//            ^^^^^ edge calls Wrapper.Inner
//            ^^^^^ edge instantiates Wrapper.Inner
  _ = make(Derived.self)?.clone()
//    ^^^^ edge calls make(_:) @42
//                        ^^^^^ edge calls Derived.clone()
}
