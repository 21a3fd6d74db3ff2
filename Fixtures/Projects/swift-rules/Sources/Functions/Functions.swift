// A function that is named but not called is referred to; values of function type are called by their names.
// kinds: calls references reads

func double(_ number: Int) -> Int { number * 2 }
//                    ^^^ external references *.Int
//                            ^^^ external references *.Int
//                                         ^ external calls *.*(_:_:)

struct Machine {
  var action: (Int) -> String = { _ in "" }
//             ^^^ external references *.Int
//                     ^^^^^^ external references *.String
  var handlers: [String: (Int) -> Void] = [:]
//               ^^^^^^ external references *.String
//                        ^^^ external references *.Int
//                                ^^^^ external references *.Void
  func step(_ number: Int) -> Int { number }
//                    ^^^ external references *.Int
//                            ^^^ external references *.Int
  static func start(_ number: Int) -> Machine { Machine() }
//                            ^^^ external references *.Int
//                                    ^^^^^^^ edge references Machine
//                                              ^^^^^^^ edge calls Machine
  func callAsFunction(_ number: Int) -> String { "" }
//                              ^^^ external references *.Int
//                                      ^^^^^^ external references *.String
}

func use(_ machine: Machine, _ numbers: [Int]) {
//                  ^^^^^^^ edge references Machine
//                                       ^^^ external references *.Int
  _ = numbers.map(double)
//            ^^^ external calls *.map(_:)
//                ^^^^^^ edge references double(_:)
  _ = numbers.map(machine.step)
//            ^^^ external calls *.map(_:)
//                        ^^^^ edge references Machine.step(_:)
  _ = numbers.map(Machine.start).first?.step(1)
//            ^^^ external calls *.map(_:)
//                ^^^^^^^ edge references Machine
//                        ^^^^^ edge references Machine.start(_:)
//                               ^^^^^ external reads *.first
//                                      ^^^^ edge calls Machine.step(_:)
  machine.action(1).show()
//        ^^^^^^ edge reads Machine.action
//                  ^^^^ edge calls String.show() @62
  machine.handlers["a"]?(2)
//        ^^^^^^^^ edge reads Machine.handlers
//                ^ external reads *.subscript(_:)
  machine(3).show()
//       ^ edge calls Machine.callAsFunction(_:)
//           ^^^^ edge calls String.show() @62
  let function = double
//               ^^^^^^ edge references double(_:)
  function(4).show()
//            ^^^^ edge calls Int.show() @63
  _ = Machine.step(machine)
//    ^^^^^^^ edge references Machine
//            ^^^^ edge calls Machine.step(_:)
}

extension String { func show() {} }
extension Int { func show() {} }
