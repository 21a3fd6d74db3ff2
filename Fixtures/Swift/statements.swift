// complete references
func run(a: Int?) throws {
//   ^^^ definition function run(a:) throwing
//       ^ reference write a receiver Int detail parameter
//          ^^^ reference type Int
  if let a = a { use(a) } else { other(a) }
//       ^ reference write a receiver a in run(a:).<block> detail let
//           ^ reference read a in run(a:).<block>
//               ^^^ reference call use in run(a:).<block> detail (_:)
//                   ^ reference read a in run(a:).<block>
//                               ^^^^^ reference call other in run(a:).<block> detail (_:)
//                                     ^ reference read a in run(a:).<block>
  if let a, var b = a.next { use(b) } else if let c = d { use(c) }
//       ^ reference read a in run(a:).<block>
//       ^ reference write a receiver a in run(a:).<block> detail let
//              ^ reference write b receiver next in run(a:).<block> detail var
//                  ^ reference read a in run(a:).<block>
//                    ^^^^ reference read next receiver a in run(a:).<block>
//                           ^^^ reference call use in run(a:).<block> detail (_:)
//                               ^ reference read b in run(a:).<block>
//                                                ^ reference write c receiver d in run(a:).<block> detail let
//                                                    ^ reference read d in run(a:).<block>
//                                                        ^^^ reference call use in run(a:).<block> detail (_:)
//                                                            ^ reference read c in run(a:).<block>
  guard let e = find() else { return }
//          ^ reference write e receiver find detail let
//              ^^^^ reference call find detail ()
  use(e)
  // <- reference call use detail (_:)
//    ^ reference read e
  while let f = next() { use(f) }
//          ^ reference write f receiver next in run(a:).<block> detail let
//              ^^^^ reference call next in run(a:).<block> detail ()
//                       ^^^ reference call use in run(a:).<block> detail (_:)
//                           ^ reference read f in run(a:).<block>
  for g in list where g > 0 { use(g) }
//    ^ reference write g receiver list in run(a:).<block> detail for
//         ^^^^ reference read list
//                    ^ reference read g in run(a:).<block>
//                      ^ reference call > in run(a:).<block> detail (_:_:)
//                            ^^^ reference call use in run(a:).<block> detail (_:)
//                                ^ reference read g in run(a:).<block>
  for h: Int in list { use(h) }
//    ^ reference write h receiver Int in run(a:).<block> detail let
//       ^^^ reference type Int
//              ^^^^ reference read list
//                     ^^^ reference call use in run(a:).<block> detail (_:)
//                         ^ reference read h in run(a:).<block>
  do { try risky() } catch let error as Failure { use(error) } catch { report(error) }
//         ^^^^^ reference call risky in run(a:).<block> detail ()
//                             ^^^^^ reference write error receiver Failure in run(a:).<block> detail let
//                                      ^^^^^^^ reference type Failure in run(a:).<block>
//                                                ^^^ reference call use in run(a:).<block> detail (_:)
//                                                    ^^^^^ reference read error in run(a:).<block>
//                                                                     ^^^^^^ reference call report in run(a:).<block> detail (_:)
//                                                                            ^^^^^ reference read error in run(a:).<block>
  repeat { let i = 1 } while i < 2
//             ^ reference write i receiver expression in run(a:).<block> detail let
//                           ^ reference read i
//                             ^ reference call < detail (_:_:)
  defer { close() }
//        ^^^^^ reference call close in run(a:).<block> detail ()
  let k = if ok { one() } else { two() }
//    ^ reference write k receiver expression detail let
//           ^^ reference read ok in run(a:).<block>
//                ^^^ reference call one in run(a:).<block> detail ()
//                               ^^^ reference call two in run(a:).<block> detail ()
  let m: Outer.Kind? = .first, n = m
//    ^ reference write m receiver Kind detail let
//       ^^^^^ reference type Outer
//             ^^^^ reference type Kind receiver Outer
//                      ^^^^^ reference read first receiver implicit
//                             ^ reference write n receiver m detail let
//                                 ^ reference read m
  outer: while true { break outer }
}
