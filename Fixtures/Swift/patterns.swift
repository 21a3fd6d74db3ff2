// complete references
func run() {
//   ^^^ definition function run()
  switch value {
//       ^^^^^ reference read value
  case .none: break
//      ^^^^ reference read none receiver implicit in run().<block>
  case .some(let x) where x > 1: use(x)
//      ^^^^ reference read some receiver implicit in run().<block> detail (_:)
//               ^ reference write x receiver some in run().<block> detail let
//                        ^ reference read x in run().<block>
//                          ^ reference call > in run().<block> detail (_:_:)
//                               ^^^ reference call use in run().<block> detail (_:)
//                                   ^ reference read x in run().<block>
  case let .pair(a, _): use(a)
//          ^^^^ reference read pair receiver implicit in run().<block> detail (_:_:)
//               ^ reference write a receiver pair in run().<block> detail let
//                      ^^^ reference call use in run().<block> detail (_:)
//                          ^ reference read a in run().<block>
  case Shape.circle(radius: var r): use(r)
//     ^^^^^ reference read Shape in run().<block>
//           ^^^^^^ reference read circle receiver Shape in run().<block> detail (radius:)
//                              ^ reference write r receiver circle in run().<block> detail var
//                                  ^^^ reference call use in run().<block> detail (_:)
//                                      ^ reference read r in run().<block>
  case is Int: break
//        ^^^ reference type Int in run().<block>
  case let text as String: use(text)
//         ^^^^ reference write text receiver String in run().<block> detail let
//                 ^^^^^^ reference type String in run().<block>
//                         ^^^ reference call use in run().<block> detail (_:)
//                             ^^^^ reference read text in run().<block>
  case (let l, 1): use(l)
//          ^ reference write l in run().<block> detail let
//                 ^^^ reference call use in run().<block> detail (_:)
//                     ^ reference read l in run().<block>
  case Byte(3): break
//     ^^^^ reference call Byte in run().<block> detail (_:)
  default: break
  }
  if case .ready(let state) = current, let state { use(state) }
//         ^^^^^ reference read ready receiver implicit in run().<block> detail (_:)
//                   ^^^^^ reference write state receiver ready in run().<block> detail let
//                            ^^^^^^^ reference read current in run().<block>
//                                         ^^^^^ reference read state in run().<block>
//                                         ^^^^^ reference write state receiver state in run().<block> detail let
//                                                 ^^^ reference call use in run().<block> detail (_:)
//                                                     ^^^^^ reference read state in run().<block>
  for case let item? in items { use(item) }
//             ^^^^ reference write item receiver items in run().<block> detail let
//                      ^^^^^ reference read items
//                              ^^^ reference call use in run().<block> detail (_:)
//                                  ^^^^ reference read item in run().<block>
}
