// complete references
@freestanding(expression)
public macro stringify<T>(_ value: T) -> (T, String) = #externalMacro(module: "Macros", type: "Stringify")
//           ^^^^^^^^^ definition macro stringify(_:) public
//           ^^^^^^^^^ attribute freestanding(expression)
//           ^^^^^^^^^ reference write stringify receiver expression detail result
//                     ^ reference write T in file.<typeParameters> detail typeParameter
//                          ^^^^^ reference write value receiver T detail parameter
//                                 ^ reference type T
//                                        ^ reference type T
//                                           ^^^^^^ reference type String
//                                                      ^^^^^^^^^^^^^ reference call externalMacro detail #(module:type:)
@Observable class Model {}
 // <- reference decorator Observable owner Model
//                ^^^^^ definition class Model
//                ^^^^^ attribute Observable
#warning("careful")
 // <- reference call warning detail #(_:)
let pair = #stringify(a + b)
//  ^^^^ definition variable pair constant
//  ^^^^ reference write pair receiver stringify detail let
//          ^^^^^^^^^ reference call stringify detail #(_:)
//                    ^ reference read a
//                      ^ reference call + detail (_:_:)
//                        ^ reference read b
#Preview("name") { Text("x") }
 // <- reference call Preview detail #(_:{:)
//                 ^^^^ reference call Text in file.<lambda> detail (_:)
