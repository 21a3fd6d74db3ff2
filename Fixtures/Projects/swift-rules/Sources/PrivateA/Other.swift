// kinds: calls reads

private func helper() -> Int { 2 }
private let limit = 2

struct B {
  func run() -> Int { helper() + limit }
//                    ^^^^^^ edge calls helper() @3
//                             ^ external calls *.+(_:_:)
//                               ^^^^^ edge reads limit @4
  func walk(_ a: A) -> Int {
    a.walk()
//    ^^^^ edge calls A.walk()
    return a.run()
//           ^^^ edge calls A.run()
  }
}
