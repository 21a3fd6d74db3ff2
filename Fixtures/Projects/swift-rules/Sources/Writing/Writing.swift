// An assignment writes what it names; `+=` and `&` read and write it; an object on the way is read.
// kinds: reads writes

struct Counter {
  var count = 0
  var inner = Inner()
  static var total = 0
}

final class Inner {
  var value = 0
}

func bump(_ number: inout Int) { number += 1 }

func use(_ counter: inout Counter) {
  counter.count = 1
//        ^^^^^ edge writes Counter.count
  counter.count += 2
//        ^^^^^ edge reads Counter.count
//        ^^^^^ edge writes Counter.count
  counter.inner.value = counter.count
//        ^^^^^ edge reads Counter.inner
//              ^^^^^ edge writes Inner.value
//                              ^^^^^ edge reads Counter.count
  bump(&counter.inner.value)
//              ^^^^^ edge reads Counter.inner
//                    ^^^^^ edge reads Inner.value
//                    ^^^^^ edge writes Inner.value
  Counter.total = 3
//        ^^^^^ edge writes Counter.total
  _ = Counter.total
//            ^^^^^ edge reads Counter.total
}
