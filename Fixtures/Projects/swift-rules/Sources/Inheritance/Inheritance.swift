// A member of the nearest class is meant; `super` is the class above; members point to what they override.
// kinds: calls overrides inherits conforms

protocol Drawable {
  func draw()
}

class View: Drawable {
//          ^^^^^^^^ edge conforms Drawable
  func draw() {}
//     ^^^^ edge overrides Drawable.draw()
  func layout() {}
  var title: String { "" }
  init() {}
}

class Control: View {
//             ^^^^ edge inherits View
  override func draw() { super.draw() }
//              ^^^^ edge overrides View.draw()
//                             ^^^^ edge calls View.draw()
  override var title: String { super.title }
//             ^^^^^ edge overrides View.title
}

final class Button: Control {
//                  ^^^^^^^ edge inherits Control
  override func layout() {
//              ^^^^^^ edge overrides View.layout()
    super.layout()
//        ^^^^^^ edge calls View.layout()
    draw()
//  ^^^^ edge calls Control.draw()
  }
  override init() { super.init() }
//         ^^^^ edge overrides Control
//                        ^^^^ edge calls Control
}

func use(_ button: Button, _ view: View, _ drawable: any Drawable) {
  button.draw()
//       ^^^^ edge calls Control.draw()
  button.layout()
//       ^^^^^^ edge calls Button.layout()
  view.layout()
//     ^^^^^^ edge calls View.layout()
  drawable.draw()
//         ^^^^ edge calls Drawable.draw()
  Button().draw()
//^^^^^^ edge calls Button.init()
//         ^^^^ edge calls Control.draw()
}
