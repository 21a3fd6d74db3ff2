// complete references
let größe = naïve.café()
//  ^^^^^^^ definition variable größe constant
//  ^^^^^^^ reference write größe receiver café detail let
//            ^^^^^^ reference read naïve
//                   ^^^^^ reference call café receiver naïve detail ()
struct `class` { let `self`: Int }
//     ^^^^^^^ definition struct class
//                   ^^^^^^ definition property class.self constant
//                   ^^^^ reference write self receiver Int detail let
//                           ^^^ reference type Int
func 你好(_ 名: String) { "é\(`in`.x)" + 名 }
//   ^^^^^^ definition function 你好(_:)
//            ^^^ reference write 名 receiver String detail parameter
//                 ^^^^^^ reference type String
//                                ^^ reference read in
//                                     ^ reference read x receiver in
//                                         ^ reference call + detail (_:_:)
//                                           ^^^ reference read 名
