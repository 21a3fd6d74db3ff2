// `.name` where a protocol is expected: static members of its extensions with `Self == T`.
// kinds: calls reads

protocol Style {
  func render() -> String
}

struct Plain: Style {
  func render() -> String { "" }
}

struct Loud: Style {
  var level: Int
  func render() -> String { "" }
}

extension Style where Self == Plain {
  static var plain: Plain { Plain() }
//                          ^^^^^ edge calls Plain
}

extension Style where Self == Loud {
  static func loud(_ level: Int) -> Loud { Loud(level: level) }
//                                         ^^^^ edge calls Loud
}

func draw(_ style: some Style) -> String { style.render() }
//                                               ^^^^^^ edge calls Style.render()
func print<S: Style>(with style: S) -> S { style }

func use() {
  _ = draw(.plain)
//    ^^^^ edge calls draw(_:)
//          ^^^^^ edge reads Style.plain
  _ = draw(.loud(3))
//    ^^^^ edge calls draw(_:)
//          ^^^^ edge calls Style.loud(_:)
  _ = print(with: .plain).render()
//    ^^^^^ edge calls print(with:)
//                 ^^^^^ edge reads Style.plain
//                        ^^^^^^ edge calls Plain.render()
}
