// What `if let`, `guard let`, `for`, `switch` and `while let` bind has the type of what it is matched with.
// kinds: calls

struct Lamp {
  func shine() {}
}

enum Light {
  case on(Lamp)
  case pair(Lamp, count: Int)
  case off
}

func use(_ lamp: Lamp?, _ lamps: [Lamp], _ light: Light, _ any: Any, _ pairs: [(Lamp, Int)]) {
  if let lamp { lamp.shine() }
//                   ^^^^^ edge calls Lamp.shine()
  if let other = lamp { other.shine() }
//                            ^^^^^ edge calls Lamp.shine()
  guard let kept = lamp else { return }
  kept.shine()
//     ^^^^^ edge calls Lamp.shine()
  var rest = lamps[...]
  while let next = rest.popFirst() { next.shine() }
//                      ^^^^^^^^ external calls *.popFirst()
//                                        ^^^^^ edge calls Lamp.shine()
  for one in lamps { one.shine() }
//                       ^^^^^ edge calls Lamp.shine()
  for (one, number) in pairs where number > 0 {
//                                        ^ external calls *.>(_:_:)
    one.shine()
//      ^^^^^ edge calls Lamp.shine()
    number.count()
//         ^^^^^ edge calls Int.count() @68
  }
  switch light {
  case .on(let one): one.shine()
//                       ^^^^^ edge calls Lamp.shine()
  case .pair(let one, let number):
    one.shine()
//      ^^^^^ edge calls Lamp.shine()
    number.count()
//         ^^^^^ edge calls Int.count() @68
  case .off: break
  }
  if case .on(let one) = light { one.shine() }
//                                   ^^^^^ edge calls Lamp.shine()
  if let one = any as? Lamp { one.shine() }
//                                ^^^^^ edge calls Lamp.shine()
  switch any {
  case let one as Lamp: one.shine()
//                          ^^^^^ edge calls Lamp.shine()
  default: break
  }
  let (first, number) = pairs[0]
  first.shine()
//      ^^^^^ edge calls Lamp.shine()
  number.count()
//       ^^^^^ edge calls Int.count() @68
  switch lamp {
  case .some(let one): one.shine()
//                         ^^^^^ edge calls Lamp.shine()
  case .none: break
  }
  if case let one? = lamp { one.shine() }
//                              ^^^^^ edge calls Lamp.shine()
}

extension Int { func count() {} }
