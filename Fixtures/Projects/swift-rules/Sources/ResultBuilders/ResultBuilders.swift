// The closure of a builder parameter is ordinary code; what it builds has the builder's type.
// kinds: calls decorates

struct Page {
  func show() {}
}

@resultBuilder
enum PageBuilder {
  static func buildBlock(_ parts: Page...) -> Page { Page() }
//                                                   ^^^^ edge calls Page
  static func buildOptional(_ part: Page?) -> Page { Page() }
//                                                   ^^^^ edge calls Page
}

func page(@PageBuilder _ content: () -> Page) -> Page { content() }
func title(_ text: String) -> Page { Page() }
//                                   ^^^^ edge calls Page

struct Site {
  @PageBuilder var body: Page {
// ^^^^^^^^^^^ edge decorates PageBuilder
    title("a")
//  ^^^^^ edge calls title(_:)
    if true { title("b") }
//            ^^^^^ edge calls title(_:)
  }
}

func use() {
  page {
//^^^^ edge calls page(_:)
    title("c")
//  ^^^^^ edge calls title(_:)
    page { title("d") }
//  ^^^^ edge calls page(_:)
//         ^^^^^ edge calls title(_:)
  }.show()
//  ^^^^ edge calls Page.show()
  Site().body.show()
//^^^^ edge calls Site
//            ^^^^ edge calls Page.show()
}
