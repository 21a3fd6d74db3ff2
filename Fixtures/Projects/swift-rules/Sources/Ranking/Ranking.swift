// Of candidates that all take the arguments: what the type itself declares goes before what its protocols offer, a
// requirement before a member of an extension, the special before the generic; becoming a value of a protocol is free.
// kinds: calls

protocol Resettable { init() }

extension Resettable {
  mutating func take() -> Self { self }
}

extension Optional: Resettable {
  init() { self = nil }
}

func drain(_ text: String?) -> String? {
  var rest = text
  return rest.take()
//            ^^^^ external calls *.take()
}

protocol Rooted { static func root(_ x: Self) -> Self }
protocol Real: Rooted {}
extension Real { static func root(_ x: Self) -> Self { x } }

func norm<T: Real>(_ x: T) -> T { T.root(x) }
//                                  ^^^^ edge calls Rooted.root(_:)

protocol Ring: ExpressibleByIntegerLiteral {
  static func / (left: Self, right: Self) -> Self
}
extension Int: Ring {}

func half<T: Ring>(_ x: T) -> T { x / 2 }
//                                  ^ edge calls Ring./(_:_:)
func half(of number: Int) -> Int { number / 2 }
//                                        ^ external calls *./(_:_:)

struct Demand: Equatable {
  static let none = Demand()
//                  ^^^^^^ edge calls Demand
  static func != (left: Demand, right: Int) -> Bool { true }
}

func isOpen(_ demand: Demand) -> Bool { demand != .none }
//                                             ^^ external calls *.!=(_:_:)
func isOpen(_ demand: Demand, _ count: Int) -> Bool { demand != count }
//                                                           ^^ edge calls Demand.!=(_:_:)

protocol Box {}
protocol SimpleBox: Box {}
struct Crate: SimpleBox {}

func box<T: BinaryInteger & Encodable>(_ value: T) -> any SimpleBox { Crate() }
//                                                                    ^^^^^ edge calls Crate
func box<T: Encodable>(_ value: T) -> any Box { Crate() }
//                                              ^^^^^ edge calls Crate
func push(_ box: any Box) {}

func store(_ number: Int8, _ text: String) {
  push(box(number))
//^^^^ edge calls push(_:)
//     ^^^ edge calls box(_:) @53
  push(box(text))
//^^^^ edge calls push(_:)
//     ^^^ edge calls box(_:) @55
}

struct Once<Success> {
  init(_ result: Result<Success, any Error>) {}
  init(_ success: Success) {}
}

func attempt(_ make: () throws -> Int) -> Once<Int> { .init(Result { try make() }) }
//                                                     ^^^^ edge calls Once.init(_:) @69
//                                                          ^^^^^^ external calls *.Result.init(catching:)
