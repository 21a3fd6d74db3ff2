import Foundation

/// What a process did to the files of a folder, in order, as `Shim/faults.c` records it.
struct WriteLog {
  enum Operation {
    case write(path: String, offset: Int, bytes: [UInt8])
    case synchronize(path: String)
    case truncate(path: String, size: Int)
    case rename(path: String, to: String)
    case unlink(path: String)
    case link(path: String, to: String)
  }

  private(set) var operations: [Operation] = []

  init(contentsOf path: String) throws {
    let data = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var place = 0
    func number() -> Int {
      defer { place += 8 }
      return (0..<8).reduce(0) { $0 | Int(data[place + $1]) << (8 * $1) }
    }
    while place < data.count {
      let letter = data[place]
      place += 1
      let (offset, pathLength, size) = (number(), number(), number())
      let path = String(decoding: data[place..<place + pathLength], as: UTF8.self)
      let bytes = Array(data[place + pathLength..<place + pathLength + size])
      place += pathLength + size
      switch letter {
      case UInt8(ascii: "w"): operations.append(.write(path: path, offset: offset, bytes: bytes))
      case UInt8(ascii: "s"): operations.append(.synchronize(path: path))
      case UInt8(ascii: "t"): operations.append(.truncate(path: path, size: offset))
      case UInt8(ascii: "r"):
        operations.append(.rename(path: path, to: String(decoding: bytes, as: UTF8.self)))
      case UInt8(ascii: "l"):
        operations.append(.link(path: String(decoding: bytes, as: UTF8.self), to: path))
      default: operations.append(.unlink(path: path))
      }
    }
  }
}
