struct Whole { func before() {} }
//     ^^^^^ definition struct Whole
//                  ^^^^^^ definition method Whole.before()
struct Broken {
//     ^^^^^^ definition struct Broken
  func one( { }
//     ^^^ definition method Broken.one()
  let = 3
  func two() { a.  }
//     ^^^ definition method Broken.two()
}
func after() {}
//   ^^^^^ definition function after()
// errors 5
