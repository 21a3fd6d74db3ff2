// The members in a key path are those of its root; as a function it gives the last one's type.
// kinds: calls reads

struct Author {
  var name = ""
}

struct Book {
  var author = Author()
//             ^^^^^^ edge calls Author
  var pages: [Int] = []
}

func pick<Root, Value>(_ path: KeyPath<Root, Value>, from root: Root) -> Value { root[keyPath: path] }

func use(_ books: [Book], _ book: Book) {
  books.map(\.author).first?.name.show()
//      ^^^ external calls *.map(_:)
//            ^^^^^^ edge reads Book.author
//                    ^^^^^ external reads *.first
//                           ^^^^ edge reads Author.name
//                                ^^^^ edge calls String.show() @48
  books.map(\.author.name).first?.show()
//      ^^^ external calls *.map(_:)
//            ^^^^^^ edge reads Book.author
//                   ^^^^ edge reads Author.name
//                         ^^^^^ external reads *.first
//                                ^^^^ edge calls String.show() @48
  pick(\.author, from: book).name.show()
//^^^^ edge calls pick(_:from:)
//       ^^^^^^ edge reads Book.author
//                           ^^^^ edge reads Author.name
//                                ^^^^ edge calls String.show() @48
  let path = \Book.pages
//                 ^^^^^ edge reads Book.pages
  book[keyPath: path].first?.count()
//                    ^^^^^ external reads *.first
//                           ^^^^^ edge calls Int.count() @49
  _ = books.sorted { $0[keyPath: \.author.name] < $1.author.name }
//          ^^^^^^ external calls *.sorted(by:)
//                                 ^^^^^^ edge reads Book.author
//                                        ^^^^ edge reads Author.name
//                                              ^ external calls *.<(_:_:)
//                                                   ^^^^^^ edge reads Book.author
//                                                          ^^^^ edge reads Author.name
}

extension String { func show() {} }
extension Int { func count() {} }
