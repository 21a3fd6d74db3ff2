// What `map`, `filter` and `first` give is the library's to say; its functions stay outside.
// kinds: calls

struct Track {
  var title = ""
  func play() {}
  func tags() -> [Tag] { [] }
}

struct Tag {
  func clean() -> String { "" }
}

func use(_ tracks: [Track], _ byName: [String: Track], _ queue: Set<Int>) {
  tracks.first?.play()
//              ^^^^ edge calls Track.play()
  tracks.filter { $0.title.isEmpty }.forEach { $0.play() }
//       ^^^^^^ external calls *.filter(_:)
//                                   ^^^^^^^ external calls *.forEach(_:)
//                                                ^^^^ edge calls Track.play()
  tracks.map { $0.tags() }.first?.first?.clean().finish()
//       ^^^ external calls *.map(_:)
//                ^^^^ edge calls Track.tags()
//                                       ^^^^^ edge calls Tag.clean()
//                                               ^^^^^^ edge calls String.finish()
  tracks.flatMap { $0.tags() }.map { $0.clean() }.joined(separator: ",").finish()
//       ^^^^^^^ external calls *.flatMap(_:)
//                    ^^^^ edge calls Track.tags()
//                             ^^^ external calls *.map(_:)
//                                      ^^^^^ edge calls Tag.clean()
//                                                ^^^^^^ external calls *.joined(separator:)
//                                                                       ^^^^^^ edge calls String.finish()
  tracks.sorted { $0.title < $1.title }.last?.play()
//       ^^^^^^ external calls *.sorted(by:)
//                         ^ external calls *.<(_:_:)
//                                            ^^^^ edge calls Track.play()
  tracks.reversed().dropFirst().prefix(2).first?.play()
//       ^^^^^^^^ external calls *.reversed()
//                  ^^^^^^^^^ external calls *.dropFirst(_:)
//                              ^^^^^^ external calls *.prefix(_:)
//                                               ^^^^ edge calls Track.play()
  for (index, track) in tracks.enumerated() {
//                             ^^^^^^^^^^ external calls *.enumerated()
    track.play()
//        ^^^^ edge calls Track.play()
    index.finish()
//        ^^^^^^ edge calls Int.finish()
  }
  byName["a"]?.play()
//             ^^^^ edge calls Track.play()
  byName.values.first?.play()
//                     ^^^^ edge calls Track.play()
  for (key, track) in byName {
    key.finish()
//      ^^^^^^ edge calls String.finish()
    track.play()
//        ^^^^ edge calls Track.play()
  }
  byName.mapValues { $0.tags() }["b"]?.first?.clean().finish()
//       ^^^^^^^^^ external calls *.mapValues(_:)
//                      ^^^^ edge calls Track.tags()
//                                            ^^^^^ edge calls Tag.clean()
//                                                    ^^^^^^ edge calls String.finish()
  queue.map { String($0) }.first?.finish()
//      ^^^ external calls *.map(_:)
//            ^^^^^^ external calls *.init(_:)
//                                ^^^^^^ edge calls String.finish()
  zip(tracks, queue).forEach { $0.play(); $1.finish() }
//^^^ external calls *.zip(_:_:)
//                   ^^^^^^^ external calls *.forEach(_:)
//                                ^^^^ edge calls Track.play()
//                                           ^^^^^^ edge calls Int.finish()
  let index = tracks.firstIndex { $0.title == "x" }
//                   ^^^^^^^^^^ external calls *.firstIndex(where:)
//                                         ^^ external calls *.==(_:_:)
  index?.finish()
//       ^^^^^^ edge calls Int.finish()
}

extension String { func finish() {} }
extension Int { func finish() {} }
