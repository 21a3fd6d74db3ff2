// complete references
#if os(Linux) && DEBUG
  func platform() { linux() }
//     ^^^^^^^^ definition function platform() conditional
//                  ^^^^^ reference call linux detail ()
#elseif os(macOS)
  func platform() { mac() }
//     ^^^^^^^^ definition function platform() conditional
//                  ^^^ reference call mac detail ()
#else
  let other = 1
//    ^^^^^ definition variable other conditional constant
//    ^^^^^ reference write other receiver expression detail let
#endif
struct View {
//     ^^^^ definition struct View
  #if FLAG
    var a: Int
//      ^ definition property View.a conditional
//      ^ reference write a receiver Int detail var
//         ^^^ reference type Int
  #endif
  func body() {
//     ^^^^ definition method View.body()
    content
//  ^^^^^^^ reference read content
      #if FLAG
        .padding(edge)
//       ^^^^^^^ reference call padding receiver content detail (_:)
//               ^^^^ reference read edge
      #endif
    switch x {
//         ^ reference read x
    #if FLAG
      case .one: break
//          ^^^ reference read one receiver implicit in View.body().<block>
    #endif
    default: break
    }
  }
}
