// The parts of a tuple are reached by number, by label and by taking it apart.
// kinds: calls

struct Left {
  func goLeft() {}
}

struct Right {
  func goRight() {}
}

func both() -> (left: Left, right: Right) { (Left(), Right()) }
//                                           ^^^^ edge calls Left
//                                                   ^^^^^ edge calls Right
func nested() -> (Left, (Right, Left?)) { (Left(), (Right(), nil)) }
//                                         ^^^^ edge calls Left
//                                                  ^^^^^ edge calls Right

func use(_ pairs: [(Left, Right)], _ named: [String: (left: Left, Int)]) {
  both().left.goLeft()
//^^^^ edge calls both()
//            ^^^^^^ edge calls Left.goLeft()
  both().1.goRight()
//^^^^ edge calls both()
//         ^^^^^^^ edge calls Right.goRight()
  let (left, right) = both()
//                    ^^^^ edge calls both()
  left.goLeft()
//     ^^^^^^ edge calls Left.goLeft()
  right.goRight()
//      ^^^^^^^ edge calls Right.goRight()
  let (_, (second, third)) = nested()
//                           ^^^^^^ edge calls nested()
  second.goRight()
//       ^^^^^^^ edge calls Right.goRight()
  third?.goLeft()
//       ^^^^^^ edge calls Left.goLeft()
  pairs.first?.0.goLeft()
//               ^^^^^^ edge calls Left.goLeft()
  pairs.forEach { left, right in
//      ^^^^^^^ external calls *.forEach(_:)
    left.goLeft()
//       ^^^^^^ edge calls Left.goLeft()
    right.goRight()
//        ^^^^^^^ edge calls Right.goRight()
  }
  pairs.map { $0.1 }.first?.goRight()
//      ^^^ external calls *.map(_:)
//                          ^^^^^^^ edge calls Right.goRight()
  named["a"]?.left.goLeft()
//                 ^^^^^^ edge calls Left.goLeft()
  for (key, (left, _)) in named where key.isEmpty { left.goLeft() }
//                                                       ^^^^^^ edge calls Left.goLeft()
}
