// A private name is seen in its own file alone; another file's private name of that spelling is not meant.
// kinds: calls reads

private func helper() -> Int { 1 }
private let limit = 1

struct A {
  func run() -> Int { helper() + limit }
//                    ^^^^^^ edge calls helper() @4
//                             ^ external calls *.+(_:_:)
//                               ^^^^^ edge reads limit @5
  private func step() {}
  func walk() { step() }
//              ^^^^ edge calls A.step()
}

extension A {
  func jump() { step() }
//              ^^^^ edge calls A.step()
}
