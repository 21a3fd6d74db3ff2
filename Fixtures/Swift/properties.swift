// complete
let global = 1
//  ^^^^^^ definition variable global constant
var first = 1, second: String = "a", third: [Int]
//  ^^^^^ definition variable first
//             ^^^^^^ definition variable second
//                                   ^^^^^ definition variable third
let (left, right) = pair()
//   ^^^^ definition variable left constant
//         ^^^^^ definition variable right constant
struct Point {
//     ^^^^^ definition struct Point
  let x: Double, y: Double
//    ^ definition property Point.x constant
//               ^ definition property Point.y constant
  static let zero = Point(x: 0, y: 0)
//           ^^^^ definition property Point.zero static constant
  private(set) var hidden: Int
//                 ^^^^^^ definition property Point.hidden
  lazy var slow: Slow = Slow()
//         ^^^^ definition property Point.slow lazy
  weak var parent: Parent?
//         ^^^^^^ definition property Point.parent weak
  unowned(unsafe) var owner: Owner
//                    ^^^^^ definition property Point.owner weak
  nonisolated(unsafe) static var shared: Int = 0
//                               ^^^^^^ definition property Point.shared static nonisolated
  var computed: Int {
//    ^^^^^^^^ definition property Point.computed
    let local = 1
    return local
  }
  var observed = 0 {
//    ^^^^^^^^ definition property Point.observed
    willSet(next) { use(next) }
    didSet { use(oldValue) }
  }
  var effectful: Int { get async throws { 1 } }
//    ^^^^^^^^^ definition property Point.effectful async throwing
}
