import ArgumentParser
import CZlib
import Communities

/// Reads lines `u v [w]` with nodes numbered from 0, plain or compressed with gzip. Other lines are errors but empty
/// ones and those that begin with `#`.
struct EdgeFile {
  private var sources: [Int32] = []
  private var targets: [Int32] = []
  private var weights: [Float] = []
  private var isWeighted = false
  private var largest: Int32 = -1
  private var line = 1

  static func graph(at path: String) throws -> WeightedGraph {
    var file = EdgeFile()
    try file.read(path)
    return file.graph()
  }

  private consuming func graph() -> WeightedGraph {
    let count = Int(largest) + 1
    let weights = isWeighted ? self.weights : []
    return WeightedGraph(nodeCount: count, sources: sources, targets: targets, weights: weights)
  }

  private mutating func read(_ path: String) throws {
    guard let file = gzopen(path, "rb") else { throw ValidationError("cannot open \(path)") }
    defer { gzclose(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var fields: [UInt8] = []
    while true {
      let size = gzread(file, &buffer, UInt32(buffer.count))
      guard size >= 0 else { throw ValidationError("cannot read \(path)") }
      if size == 0 { break }
      for byte in buffer[..<Int(size)] {
        if byte == 0x0A { try add(&fields) } else { fields.append(byte) }
      }
    }
    try add(&fields)
  }

  private mutating func add(_ fields: inout [UInt8]) throws {
    defer {
      fields.removeAll(keepingCapacity: true)
      line += 1
    }
    guard let first = fields.first, first != UInt8(ascii: "#") else { return }
    let parts = fields.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    guard (2...3).contains(parts.count), let source = Self.node(parts[0]), let target = Self.node(parts[1]),
      let weight = parts.count < 3 ? 1 : Float(String(decoding: parts[2], as: UTF8.self))
    else { throw ValidationError("line \(line) is not `u v [w]`") }
    sources.append(source)
    targets.append(target)
    if weight != 1 && !isWeighted {
      isWeighted = true
      weights = [Float](repeating: 1, count: sources.count - 1)
    }
    if isWeighted { weights.append(weight) }
    largest = max(largest, source, target)
  }

  private static func node(_ digits: ArraySlice<UInt8>) -> Int32? {
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit), value < 1 << 30 else { return nil }
      value = value * 10 + Int(digit) - 0x30
    }
    return Int32(exactly: value)
  }
}
