// Through `?` a member of the wrapped type is meant; `??`, `!`, `map` and `flatMap` unwrap.
// kinds: calls

final class Node {
  var next: Node?
  var value: Value? = nil
  func step() -> Node? { next }
  func stop() {}
}

struct Value {
  func text() -> String { "" }
  static let empty = Value()
//                   ^^^^^ edge calls Value
}

extension Optional {
  func orNothing() -> Wrapped? { self }
}

func use(_ node: Node?, _ list: [Node?]) {
  node?.next?.step()?.stop()
//            ^^^^ edge calls Node.step()
//                    ^^^^ edge calls Node.stop()
  node?.value?.text().end()
//             ^^^^ edge calls Value.text()
//                    ^^^ edge calls String.end()
  (node?.value ?? Value.empty).text().end()
//             ^^ external calls *.??(_:_:)
//                             ^^^^ edge calls Value.text()
//                                    ^^^ edge calls String.end()
  node!.stop()
//      ^^^^ edge calls Node.stop()
  node.map { $0.stop() }
//     ^^^ external calls *.map(_:)
//              ^^^^ edge calls Node.stop()
  node.flatMap { $0.next }?.stop()
//     ^^^^^^^ external calls *.flatMap(_:)
//                          ^^^^ edge calls Node.stop()
  node.orNothing()?.stop()
//     ^^^^^^^^^ edge calls Optional.orNothing()
//                  ^^^^ edge calls Node.stop()
  list.compactMap { $0 }.first?.stop()
//     ^^^^^^^^^^ external calls *.compactMap(_:)
//                              ^^^^ edge calls Node.stop()
  list.first??.stop()
//             ^^^^ edge calls Node.stop()
}

extension String { func end() {} }
