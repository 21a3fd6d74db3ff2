// A generic argument is what the arguments or the annotation say, through any depth.
// kinds: calls

struct Apple {
  func eat() {}
}

struct Stack<Element> {
  private var items: [Element] = []
  mutating func push(_ item: Element) { items.append(item) }
//                                            ^^^^^^ external calls *.append(_:)
  mutating func pop() -> Element? { items.popLast() }
//                                        ^^^^^^^ external calls *.popLast()
  var top: Element? { items.last }
  func map<T>(_ transform: (Element) -> T) -> Stack<T> { Stack<T>() }
//                                                       ^^^^^ edge calls Stack
}

struct Pair<A, B> {
  var a: A
  var b: B
  func swapped() -> Pair<B, A> { Pair<B, A>(a: b, b: a) }
//                               ^^^^ edge calls Pair
}

typealias Apples = Stack<Apple>

func identity<T>(_ value: T) -> T { value }
func choose<T>(_ a: T, _ b: T) -> T { a }
func load<T>(_ type: T.Type) -> T? { nil }

func use(_ apples: Stack<Apple>, _ pair: Pair<Apple, Int>) {
  var stack = Stack<Apple>()
//            ^^^^^ edge calls Stack
  stack.push(Apple())
//      ^^^^ edge calls Stack.push(_:)
//           ^^^^^ edge calls Apple
  stack.pop()?.eat()
//      ^^^ edge calls Stack.pop()
//             ^^^ edge calls Apple.eat()
  var more = Apples()
//           ^^^^^^ edge calls Stack
  more.pop()?.eat()
//     ^^^ edge calls Stack.pop()
//            ^^^ edge calls Apple.eat()
  apples.top?.eat()
//            ^^^ edge calls Apple.eat()
  apples.map { [$0] }.top?.first?.eat()
//       ^^^ edge calls Stack.map(_:)
//                                ^^^ edge calls Apple.eat()
  pair.a.eat()
//       ^^^ edge calls Apple.eat()
  pair.swapped().b.eat()
//     ^^^^^^^ edge calls Pair.swapped()
//                 ^^^ edge calls Apple.eat()
  identity(pair).swapped().swapped().a.eat()
//^^^^^^^^ edge calls identity(_:)
//               ^^^^^^^ edge calls Pair.swapped()
//                         ^^^^^^^ edge calls Pair.swapped()
//                                     ^^^ edge calls Apple.eat()
  choose(Apple(), Apple()).eat()
//^^^^^^ edge calls choose(_:_:)
//       ^^^^^ edge calls Apple
//                ^^^^^ edge calls Apple
//                         ^^^ edge calls Apple.eat()
  load(Apple.self)?.eat()
//^^^^ edge calls load(_:)
//                  ^^^ edge calls Apple.eat()
  let nested: [String: Stack<[Apple]>] = [:]
  nested["a"]?.top?.first?.eat()
//                         ^^^ edge calls Apple.eat()
}
