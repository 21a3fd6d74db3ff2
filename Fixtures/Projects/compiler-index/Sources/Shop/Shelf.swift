protocol Priced {
  associatedtype Amount
  var price: Amount { get }
  //         ^ edge references Priced.Amount
  func discounted() -> Self
}

protocol Named: Priced {
  //            ^ edge inherits Priced
  func label()
}

class Item {
  let price: Cents
  //         ^ edge references Cents

  init(price: Cents) { self.price = price }
  //          ^ edge references Cents
  //                        ^ edge writes Item.price

  func label() {}
}

class Book: Item {
  //        ^ edge inherits Item
  override func label() { super.label() }
  //            ^ edge overrides Item.label()
  //                            ^ edge calls Item.label()
}

typealias Cents = Number
//                ^ edge references Number

struct Number {
  var value: Digit
  //         ^ edge references Digit
}

indirect enum Digit {
  case one
  case many(Digit)
  //        ^ edge references Digit
}

class Box {}

final class Crate: Box {
  //               ^ edge inherits Box
  let box: Box = Crate()
  //       ^ edge references Box
  //             ^ edge calls Crate
  //             ^ edge instantiates Crate
}

enum Size: Int {
  //       ^ external references Swift.Int
  case small
}

enum Fault: Error {
  //        ^ external conforms Swift.Error
}
