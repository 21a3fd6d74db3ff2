extension Item {
  //      ^ edge extends Item
  convenience init(_ number: Number) { self.init(price: number) }
  //                         ^ edge references Number
  //                                        ^ edge calls Item.init(price:)

  subscript(_ digit: Digit) -> Digit { digit }
  //                 ^ edge references Digit
  //                           ^ edge references Digit
}

extension Number: Priced {
  //      ^ edge extends Number
  //              ^ edge conforms Priced
  var price: Digit { value }
  //  ^ edge overrides Priced.price
  //         ^ edge references Digit
  //                 ^ edge reads Number.value
  func discounted() -> Number { self }
  //   ^ edge overrides Priced.discounted()
  //                   ^ edge references Number
}

infix operator +++

func +++ (left: Number, right: Number) -> Number { left }
//              ^ edge references Number
//                             ^ edge references Number
//                                        ^ edge references Number

@propertyWrapper struct Kept {
  var wrappedValue: Digit
  //                ^ edge references Digit
}

func open() {
  let number = Number(value: .one)
  //           ^ edge instantiates Number
  //           ^ edge calls Number
  //                  ^ edge references Number.value
  //                          ^ edge references Digit.one
  let cents: Cents = .init(value: .many(.one))
  //         ^ edge references Cents
  //                  ^ edge calls Number
  //                  ^ edge instantiates Number
  //                       ^ edge references Number.value
  //                               ^ edge calls Digit.many(_:)
  //                                     ^ edge references Digit.one
  let sum = number +++ cents
  //               ^ edge calls +++(_:_:)
  let item = Book(Cents(value: .one))
  //         ^ edge calls Item.init(_:)
  //         ^ edge instantiates Book
  //              ^ edge references Cents
  //              ^ edge calls Number
  //              ^ edge instantiates Number
  //                    ^ edge references Number.value
  //                            ^ edge references Digit.one
  let make = Item.label
  //         ^ edge references Item
  //              ^ edge references Item.label()
  make(item)()
  total(number)
  // <- edge calls total(_:)
  switch item[.one] {
  //         ^ edge reads Item.subscript(_:)
  //           ^ edge references Digit.one
  case .one: _ = sum.price
  //    ^ edge references Digit.one
  //                 ^ edge reads Number.price
  default: break
  }
}

func print(_ text: String) -> [String] {
  //               ^ external references Swift.String
  //                           ^ external references Swift.String
  text.split(separator: ",").map { $0 + text }
  //   ^ external calls Swift.Collection.split(separator:maxSplits:omittingEmptySubsequences:)
  //                         ^ external calls Swift.Collection.map(_:)
  //                                  ^ external calls Swift.RangeReplaceableCollection.+(_:_:)
}

func total<Value: Priced>(_ value: Value) {
  //              ^ edge references Priced
  _ = value.price
  //        ^ edge reads Priced.price
  #if NEVER
    open()
    // <- edge calls open() exact
  #endif
}
