// complete references
func run() {
//   ^^^ definition function run()
  items.map { item in item.name }
  // <- reference read items
//      ^^^ reference call map receiver items detail ({:)
//            ^^^^ reference write item receiver map in run().<lambda> detail closureParameter
//                    ^^^^ reference read item in run().<lambda>
//                         ^^^^ reference read name receiver item in run().<lambda>
  items.filter { $0.isOpen }
  // <- reference read items
//      ^^^^^^ reference call filter receiver items detail ({:)
//               ^^ reference read $0 in run().<lambda>
//                  ^^^^^^ reference read isOpen receiver $0 in run().<lambda>
  start { [weak self, copy = value] (x: Int, y) -> Int in
  // <- reference call start detail ({:completion:)
//              ^^^^ reference read self
//              ^^^^ reference write self receiver self in run().<lambda> detail capture
//                    ^^^^ reference write copy receiver value in run().<lambda> detail capture
//                           ^^^^^ reference read value
//                                   ^ reference write x receiver Int in run().<lambda> detail closureParameter
//                                      ^^^ reference type Int in run().<lambda>
//                                           ^ reference write y receiver start in run().<lambda> detail closureParameter
//                                                 ^^^ reference type Int in run().<lambda>
    self?.use(x, y, copy)
//  ^^^^ reference read self in run().<lambda>
//        ^^^ reference call use receiver self in run().<lambda> detail (_:_:_:)
//            ^ reference read x in run().<lambda>
//               ^ reference read y in run().<lambda>
//                  ^^^^ reference read copy in run().<lambda>
  } completion: {
    stop()
//  ^^^^ reference call stop in run().<lambda> detail ()
  }
  let handler: (Int) -> Void = { number in use(number) }
//    ^^^^^^^ reference write handler receiver expression detail let
//              ^^^ reference type Int
//                      ^^^^ reference type Void
//                               ^^^^^^ reference write number in run().<lambda> detail closureParameter
//                                         ^^^ reference call use in run().<lambda> detail (_:)
//                                             ^^^^^^ reference read number in run().<lambda>
}
