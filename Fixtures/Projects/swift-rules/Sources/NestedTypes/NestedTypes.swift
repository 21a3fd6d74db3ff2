// Inside a type its nested types are named without it; outside with it; an extension sees them too.
// kinds: references extends

struct Outer {
  struct Options {
    var verbose = false
  }
  enum Mode { case fast }
  typealias Handler = (Options) -> Mode
//                     ^^^^^^^ edge references Outer.Options @5
//                                 ^^^^ edge references Outer.Mode

  var options: Options
//             ^^^^^^^ edge references Outer.Options @5
  func run(_ handler: Handler) -> Mode { handler(options) }
//                    ^^^^^^^ edge references Outer.Handler
//                                ^^^^ edge references Outer.Mode
}

struct Options {}

extension Outer.Options {
//        ^^^^^ edge references Outer @4
//              ^^^^^^^ edge extends Outer.Options @5
  func next() -> Outer.Options? { nil }
//               ^^^^^ edge references Outer @4
//                     ^^^^^^^ edge references Outer.Options @5
  var mode: Outer.Mode { .fast }
//          ^^^^^ edge references Outer @4
//                ^^^^ edge references Outer.Mode
//                        ^^^^ edge references Outer.Mode.fast
}

extension Outer {
//        ^^^^^ edge extends Outer @4
  func copy(_ options: Options) -> Outer { self }
//                     ^^^^^^^ edge references Outer.Options @5
//                                 ^^^^^ edge references Outer @4
}

func use(_ a: Options, _ b: Outer.Options) -> [Outer.Mode?] { [] }
//            ^^^^^^^ edge references Options
//                          ^^^^^ edge references Outer @4
//                                ^^^^^^^ edge references Outer.Options @5
//                                             ^^^^^ edge references Outer @4
//                                                   ^^^^ edge references Outer.Mode
