// complete references
let a = \Person.name.count
//  ^ definition variable a constant
//  ^ reference write a receiver expression detail let
//       ^^^^^^ reference type Person
//              ^^^^ reference read name receiver Person
//                   ^^^^^ reference read count receiver name
let b = \.name
//  ^ definition variable b constant
//  ^ reference write b receiver expression detail let
//        ^^^^ reference read name receiver implicit
let c = \[Person][0].name
//  ^ definition variable c constant
//  ^ reference write c receiver expression detail let
//        ^^^^^^ reference type Person
//               ^^^^^^^^^ reference read subscript receiver expression detail (_:)
//                   ^^^^ reference read name receiver subscript
let d = \Person.friend?.name
//  ^ definition variable d constant
//  ^ reference write d receiver expression detail let
//       ^^^^^^ reference type Person
//              ^^^^^^ reference read friend receiver Person
//                      ^^^^ reference read name receiver friend
