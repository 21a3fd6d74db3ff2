// A literal takes the type that the place expects, else Int, Double, String, Bool or an array of what is in it.
// kinds: calls

struct Meter: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  init(integerLiteral value: Int) {}
  init(floatLiteral value: Double) {}
  func measure() {}
}

struct Path: ExpressibleByStringLiteral {
  init(stringLiteral value: String) {}
  func open() {}
}

func go(_ meter: Meter) {}
func go(_ path: Path) {}
func take(_ value: Double) {}
func take(_ value: [String]) {}
func take(_ value: [String: Int]) {}

func use() {
  go(1)
//^^ edge calls go(_:) @15
  go("a")
//^^ edge calls go(_:) @16
  take(2)
//^^^^ edge calls take(_:) @17
  take(["a"])
//^^^^ edge calls take(_:) @18
  take(["a": 1])
//^^^^ edge calls take(_:) @19
  let path: Path = "b"
  path.open()
//     ^^^^ edge calls Path.open()
  let meters: [Meter] = [1, 2.5]
  meters.first?.measure()
//              ^^^^^^^ edge calls Meter.measure()
  1.whole()
//  ^^^^^ edge calls Int.whole()
  2.5.half()
//    ^^^^ edge calls Double.half()
  "a\(1)".text()
//        ^^^^ edge calls String.text()
  [1, 2].list()
//       ^^^^ edge calls Array.list()
  let mixed = [1, 2.5]
  mixed[0].half()
//         ^^^^ edge calls Double.half()
}

extension Int { func whole() {} }
extension Double { func half() {} }
extension String { func text() {} }
extension Array where Element == Int { func list() {} }
