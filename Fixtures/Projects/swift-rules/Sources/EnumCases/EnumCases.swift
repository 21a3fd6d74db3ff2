// A case with arguments is called; in a pattern and without arguments it is referred to.
// kinds: calls references

enum Command: Equatable {
  case run(String, retries: Int)
//         ^^^^^^ external references *.String
//                          ^^^ external references *.Int
  case wait(seconds: Int)
//                   ^^^ external references *.Int
  case quit

  static func parse(_ text: String) -> Command { .run(text, retries: 0) }
//                          ^^^^^^ external references *.String
//                                     ^^^^^^^ edge references Command
//                                                ^^^ edge calls Command.run(_:retries:)

  var isEnd: Bool {
//           ^^^^ external references *.Bool
    switch self {
    case .quit: return true
//        ^^^^ edge references Command.quit
    case .run, .wait: return false
//        ^^^ edge references Command.run(_:retries:)
//              ^^^^ edge references Command.wait(seconds:)
    }
  }
}

enum Direction: String, CaseIterable {
  case north, south
}

func use(_ command: Command) -> [Command] {
//                  ^^^^^^^ edge references Command
//                               ^^^^^^^ edge references Command
  if command == .quit { return [] }
//           ^^ external calls *.==(_:_:)
//               ^^^^ edge references Command.quit
  if case .wait(let seconds) = command, seconds > 1 { return [Command.wait(seconds: seconds)] }
//         ^^^^ edge references Command.wait(seconds:)
//                                              ^ external calls *.>(_:_:)
//                                                            ^^^^^^^ edge references Command
//                                                                    ^^^^ edge calls Command.wait(seconds:)
  _ = Direction.allCases.map { $0.rawValue }
//    ^^^^^^^^^ edge references Direction
//                       ^^^ external calls *.map(_:)
  return [.run("a", retries: 1), .quit, Command.parse("b")]
//         ^^^ edge calls Command.run(_:retries:)
//                                ^^^^ edge references Command.quit
//                                      ^^^^^^^ edge references Command
//                                              ^^^^^ edge calls Command.parse(_:)
}
