// An associated type stands for what the conforming type says: by a type alias or by its members.
// kinds: calls conforms inherits

protocol Source<Item> {
  associatedtype Item
  func next() -> Item?
}

struct Coin {
  func spend() {}
}

struct Purse: Source {
//            ^^^^^^ edge conforms Source @4
  func next() -> Coin? { nil }
}

struct Bank: Source {
//           ^^^^^^ edge conforms Source @4
  typealias Item = Purse
  func next() -> Item? { nil }
}

struct Lazily<Base: Source>: Source {
//                           ^^^^^^ edge conforms Source @4
  var base: Base
  func next() -> Base.Item? { base.next() }
//                                 ^^^^ edge calls Source.next()
}

extension Source {
  func collect() -> [Item] { [] }
  func lazily() -> Lazily<Self> { Lazily(base: self) }
//                                ^^^^^^ edge calls Lazily
}

extension Source where Item == Coin {
  func total() -> Int { 0 }
}

func take<S: Source>(_ source: S) where S.Item == Coin { source.next()?.spend() }
//                                                              ^^^^ edge calls Source.next()
//                                                                      ^^^^^ edge calls Coin.spend()
func first<S: Source>(of source: S) -> S.Item? { source.next() }
//                                                      ^^^^ edge calls Source.next()

func use(_ purse: Purse, _ bank: Bank, _ opaque: some Source, _ any: any Source<Coin>) {
  purse.next()?.spend()
//      ^^^^ edge calls Purse.next()
//              ^^^^^ edge calls Coin.spend()
  purse.collect().first?.spend()
//      ^^^^^^^ edge calls Source.collect()
//                       ^^^^^ edge calls Coin.spend()
  bank.next()?.next()?.spend()
//     ^^^^ edge calls Bank.next()
//             ^^^^ edge calls Purse.next()
//                     ^^^^^ edge calls Coin.spend()
  bank.collect()[0].next()?.spend()
//     ^^^^^^^ edge calls Source.collect()
//                  ^^^^ edge calls Purse.next()
//                          ^^^^^ edge calls Coin.spend()
  purse.lazily().next()?.spend()
//      ^^^^^^ edge calls Source.lazily()
//               ^^^^ edge calls Lazily.next()
//                       ^^^^^ edge calls Coin.spend()
  purse.lazily().lazily().collect().first?.spend()
//      ^^^^^^ edge calls Source.lazily()
//               ^^^^^^ edge calls Source.lazily()
//                        ^^^^^^^ edge calls Source.collect()
//                                         ^^^^^ edge calls Coin.spend()
  _ = purse.total()
//          ^^^^^ edge calls Source.total()
  take(purse)
//^^^^ edge calls take(_:) @41
  first(of: bank)?.next()?.spend()
//^^^^^ edge calls first(of:)
//                 ^^^^ edge calls Purse.next()
//                         ^^^^^ edge calls Coin.spend()
  any.next()?.spend()
//    ^^^^ edge calls Source.next()
//            ^^^^^ edge calls Coin.spend()
  _ = opaque.collect()
//           ^^^^^^^ edge calls Source.collect()
}
