// Trailing closures fill the parameters of function type, the first without its label.
// kinds: calls

struct Ticket {
  func use() {}
}

struct Fault: Error {
  func log() {}
}

func fetch(_ id: Int = 0, done: (Ticket) -> Void, failed: (Fault) -> Void = { _ in }) {}
func fetch(_ id: Int, retry: Bool, done: (Ticket) -> Void) {}
func later(_ delay: Int = 1, body: () -> Ticket) -> Ticket { body() }
func later(_ text: String, body: () -> Int) -> Int { body() }

func run() {
  fetch { $0.use() }
//^^^^^ edge calls fetch(_:done:failed:)
//           ^^^ edge calls Ticket.use()
  fetch(1) { ticket in
//^^^^^ edge calls fetch(_:done:failed:)
    ticket.use()
//         ^^^ edge calls Ticket.use()
  } failed: { fault in
    fault.log()
//        ^^^ edge calls Fault.log()
  }
  fetch(2, retry: true) { $0.use() }
//^^^^^ edge calls fetch(_:retry:done:)
//                           ^^^ edge calls Ticket.use()
  fetch(3, done: { $0.use() })
//^^^^^ edge calls fetch(_:done:failed:)
//                    ^^^ edge calls Ticket.use()
  fetch(done: { $0.use() }, failed: { $0.log() })
//^^^^^ edge calls fetch(_:done:failed:)
//                 ^^^ edge calls Ticket.use()
//                                       ^^^ edge calls Fault.log()
  later { Ticket() }.use()
//^^^^^ edge calls later(_:body:) @14
//        ^^^^^^ edge calls Ticket
//                   ^^^ edge calls Ticket.use()
  later("a") { 1 }.show()
//^^^^^ edge calls later(_:body:) @15
//                 ^^^^ edge calls Int.show() @48
}

extension Int { func show() {} }
