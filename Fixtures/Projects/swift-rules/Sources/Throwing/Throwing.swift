// What `do … catch` binds is an error; `catch let x as T` binds a T.
// kinds: calls references

enum Failure: Error {
  case lost(String)
//          ^^^^^^ external references *.String
  func report() {}
}

struct Loader {
  func load() throws(Failure) -> Int { throw Failure.lost("") }
//                   ^^^^^^^ edge references Failure
//                               ^^^ external references *.Int
//                                           ^^^^^^^ edge references Failure
//                                                   ^^^^ edge calls Failure.lost(_:)
}

func use(_ loader: Loader) {
//                 ^^^^^^ edge references Loader
  do {
    try loader.load().show()
//             ^^^^ edge calls Loader.load()
//                    ^^^^ edge calls Int.show() @45
  } catch {
    error.report()
//        ^^^^^^ edge calls Failure.report()
  }
  do {
    _ = try loader.load()
//                 ^^^^ edge calls Loader.load()
    throw Failure.lost("a")
//        ^^^^^^^ edge references Failure
//                ^^^^ edge calls Failure.lost(_:)
  } catch let failure as Failure {
//                       ^^^^^^^ edge references Failure
    failure.report()
//          ^^^^^^ edge calls Failure.report()
  } catch {
  }
  (try? loader.load())?.show()
//             ^^^^ edge calls Loader.load()
//                      ^^^^ edge calls Int.show() @45
}

extension Int { func show() {} }
