// A closure's parameters have the types that the called function declares; its result decides the function's.
// kinds: calls

struct Item {
  func price() -> Int { 0 }
  func name() -> String { "" }
}

struct Basket {
  var items: [Item] = []
  func each(_ body: (Item) -> Void) { items.forEach(body) }
//                                          ^^^^^^^ external calls *.forEach(_:)
  func fold<R>(_ start: R, _ step: (R, Item) -> R) -> R { start }
  func first(where test: (Item) -> Bool) -> Item? { nil }
}

func make<T>(_ build: () -> T) -> T { build() }

func use(_ basket: Basket) {
  basket.each { $0.price().describe() }
//       ^^^^ edge calls Basket.each(_:)
//                 ^^^^^ edge calls Item.price()
//                         ^^^^^^^^ edge calls Int.describe()
  basket.each { item in item.name().shout() }
//       ^^^^ edge calls Basket.each(_:)
//                           ^^^^ edge calls Item.name()
//                                  ^^^^^ edge calls String.shout()
  basket.fold("") { text, item in text + item.name() }.shout()
//       ^^^^ edge calls Basket.fold(_:_:)
//                                     ^ external calls *.+(_:_:)
//                                            ^^^^ edge calls Item.name()
//                                                     ^^^^^ edge calls String.shout()
  basket.first { $0.name().isEmpty }?.price().describe()
//       ^^^^^ edge calls Basket.first(where:)
//                  ^^^^ edge calls Item.name()
//                                    ^^^^^ edge calls Item.price()
//                                            ^^^^^^^^ edge calls Int.describe()
  make { Item() }.price().describe()
//^^^^ edge calls make(_:) @17
//       ^^^^ edge calls Item
//                ^^^^^ edge calls Item.price()
//                        ^^^^^^^^ edge calls Int.describe()
  make { () -> Item in
//^^^^ edge calls make(_:) @17
    let item = Item()
//             ^^^^ edge calls Item
    return item
  }.name().shout()
//  ^^^^ edge calls Item.name()
//         ^^^^^ edge calls String.shout()
  let later = { (item: Item) in item.price() }
//                                   ^^^^^ edge calls Item.price()
  later(Item()).describe()
//      ^^^^ edge calls Item
//              ^^^^^^^^ edge calls Int.describe()
}

extension Int { func describe() {} }
extension String { func shout() {} }
