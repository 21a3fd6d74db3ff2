// complete
public enum Shape: String, CaseIterable {
//          ^^^^^ definition enum Shape public
  case circle = "c", square
//     ^^^^^^ definition enumCase Shape.circle public
//                   ^^^^^^ definition enumCase Shape.square public
  case polygon(sides: Int, _ name: String = "x"), named(String)
//     ^^^^^^^ definition enumCase Shape.polygon(sides:_:) public
//                                                ^^^^^ definition enumCase Shape.named(_:) public
  indirect case group([Shape])
//              ^^^^^ definition enumCase Shape.group(_:) public indirect
  var sides: Int { 0 }
//    ^^^^^ definition property Shape.sides
}
