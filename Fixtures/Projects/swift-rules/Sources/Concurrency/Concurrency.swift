// `await` and `try` change nothing about who is meant; tasks and streams have the types their closures give.
// kinds: calls

struct Reply {
  func read() {}
}

actor Server {
  func ask(_ text: String) async throws -> Reply { Reply() }
//                                                 ^^^^^ edge calls Reply
  nonisolated func name() -> String { "" }
}

func use(_ server: Server, _ replies: AsyncStream<Reply>) async throws {
  try await server.ask("a").read()
//                 ^^^ edge calls Server.ask(_:)
//                          ^^^^ edge calls Reply.read()
  server.name().show()
//       ^^^^ edge calls Server.name()
//              ^^^^ edge calls String.show() @54
  async let later = server.ask("b")
//                         ^^^ edge calls Server.ask(_:)
  try await later.read()
//                ^^^^ edge calls Reply.read()
  let task = Task { try await server.ask("c") }
//           ^^^^ external calls *.init(name:priority:operation:)
//                                   ^^^ edge calls Server.ask(_:)
  try await task.value.read()
//                     ^^^^ edge calls Reply.read()
  for await reply in replies { reply.read() }
//                                   ^^^^ edge calls Reply.read()
  await withTaskGroup(of: Reply.self) { group in
//      ^^^^^^^^^^^^^ external calls *.withTaskGroup(of:returning:isolation:body:)
    group.addTask { Reply() }
//        ^^^^^^^ external calls *.addTask(priority:operation:)
//                  ^^^^^ edge calls Reply
    for await reply in group { reply.read() }
//                                   ^^^^ edge calls Reply.read()
    await group.next()?.read()
//              ^^^^ external calls *.next(isolation:)
//                      ^^^^ edge calls Reply.read()
  }
  let result = await task.result
  try result.get().read()
//           ^^^ external calls *.get()
//                 ^^^^ edge calls Reply.read()
  switch result {
  case .success(let reply): reply.read()
//                                ^^^^ edge calls Reply.read()
  case .failure: break
  }
}

extension String { func show() {} }
