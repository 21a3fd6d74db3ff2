// A value of an opaque type has the members of what it is declared as, no others; `any P & Q` those of both.
// kinds: calls reads

protocol Runner {
  func run()
}

protocol Named {
  var name: String { get }
}

struct Horse: Runner, Named {
  var name = ""
  func run() {}
}

func pick() -> some Runner { Horse() }
//                           ^^^^^ edge calls Horse
func choose() -> any Runner & Named { Horse() }
//                                    ^^^^^ edge calls Horse
func train<T>(_ value: T) where T: Runner, T: Named {
  value.run()
//      ^^^ edge calls Runner.run()
  value.name.show()
//      ^^^^ edge reads Named.name
//           ^^^^ edge calls String.show() @58
}

typealias Athlete = Runner & Named

func use(_ athlete: any Athlete, _ runners: [any Runner]) {
  pick().run()
//^^^^ edge calls pick()
//       ^^^ edge calls Runner.run()
  choose().run()
//^^^^^^ edge calls choose()
//         ^^^ edge calls Runner.run()
  choose().name.show()
//^^^^^^ edge calls choose()
//         ^^^^ edge reads Named.name
//              ^^^^ edge calls String.show() @58
  athlete.run()
//        ^^^ edge calls Runner.run()
  runners.forEach { $0.run() }
//        ^^^^^^^ external calls *.forEach(_:)
//                     ^^^ edge calls Runner.run()
  if let horse = runners.first as? Horse { horse.run() }
//                       ^^^^^ external reads *.first
//                                               ^^^ edge calls Horse.run()
  (pick() as! Horse).run()
// ^^^^ edge calls pick()
//                   ^^^ edge calls Horse.run()
  train(Horse())
//^^^^^ edge calls train(_:)
//      ^^^^^ edge calls Horse
}

extension String { func show() {} }
