// A member of a constrained extension is found where the constraint holds; the more constrained one wins.
// kinds: calls

protocol Shape {}
protocol Solid: Shape {}

struct Box<Content> {
  func open() -> Content? { nil }
}

extension Box where Content: Shape {
  func outline() {}
  func describe() {}
}

extension Box where Content: Solid {
  func weigh() {}
}

extension Box where Content == Int {
  func sum() -> Int { 0 }
}

extension Box {
  func describe() {}
}

struct Square: Shape {}
struct Cube: Solid {}

func use(_ square: Box<Square>, _ cube: Box<Cube>, _ number: Box<Int>, _ text: Box<String>) {
  square.outline()
//       ^^^^^^^ edge calls Box.outline()
  cube.outline()
//     ^^^^^^^ edge calls Box.outline()
  cube.weigh()
//     ^^^^^ edge calls Box.weigh()
  _ = number.sum()
//           ^^^ edge calls Box.sum()
  square.describe()
//       ^^^^^^^^ edge calls Box.describe() @13
  text.describe()
//     ^^^^^^^^ edge calls Box.describe() @25
}
