// `.name` is a static member or a case of the type that the place expects.
// kinds: calls references reads

struct Color {
  static let red = Color()
//                 ^^^^^ edge calls Color.init()
  static func mixed(_ other: Color) -> Color { other }
//                           ^^^^^ edge references Color
//                                     ^^^^^ edge references Color
  init() {}
  init(hue: Int) {}
//          ^^^ external references *.Int
  func darker() -> Color { self }
//                 ^^^^^ edge references Color
}

enum Level { case low, high }

struct Paint {
  var color: Color = .red
//           ^^^^^ edge references Color
//                    ^^^ edge reads Color.red
  var level: Level = .low
//           ^^^^^ edge references Level
//                    ^^^ edge references Level.low
}

func apply(_ color: Color, at level: Level? = nil) {}
//                  ^^^^^ edge references Color
//                                   ^^^^^ edge references Level

func use() -> Color {
//            ^^^^^ edge references Color
  apply(.red)
//^^^^^ edge calls apply(_:at:)
//       ^^^ edge reads Color.red
  apply(.mixed(.red), at: .high)
//^^^^^ edge calls apply(_:at:)
//       ^^^^^ edge calls Color.mixed(_:)
//              ^^^ edge reads Color.red
//                         ^^^^ edge references Level.high
  apply(.init(hue: 1))
//^^^^^ edge calls apply(_:at:)
//       ^^^^ edge calls Color.init(hue:)
  let color: Color = .red.darker()
//           ^^^^^ edge references Color
//                    ^^^ edge reads Color.red
//                        ^^^^^^ edge calls Color.darker()
  var paint = Paint()
//            ^^^^^ edge calls Paint
  paint.level = .high
//               ^^^^ edge references Level.high
  if paint.level == .low { apply(paint.color) }
//         ^^^^^ edge reads Paint.level
//               ^^ external calls *.==(_:_:)
//                   ^^^ edge references Level.low
//                         ^^^^^ edge calls apply(_:at:)
//                                     ^^^^^ edge reads Paint.color
  let all: [Level] = [.low, .high]
//          ^^^^^ edge references Level
//                     ^^^ edge references Level.low
//                           ^^^^ edge references Level.high
  apply(all.isEmpty ? .red : .mixed(color))
//^^^^^ edge calls apply(_:at:)
//          ^^^^^^^ external reads *.isEmpty
//                     ^^^ edge reads Color.red
//                            ^^^^^ edge calls Color.mixed(_:)
  return .init()
//        ^^^^ edge calls Color.init()
}
