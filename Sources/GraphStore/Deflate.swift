import CStorage

/// zlib's compression for cached facts.
enum Deflate {
  /// The fastest level: level 6 took half as long again and made the facts of real trees 3 % smaller.
  static let level: Int32 = 1

  /// The compressed form of `bytes`; nil if zlib is out of memory.
  static func compress(_ bytes: [UInt8]) -> [UInt8]? {
    var size = compressBound(uLong(bytes.count))
    var result = [UInt8](repeating: 0, count: Int(size))
    let code = result.withUnsafeMutableBufferPointer { output in
      bytes.withUnsafeBufferPointer { input in
        compress2(output.baseAddress, &size, input.baseAddress, uLong(input.count), level)
      }
    }
    guard code == Z_OK else { return nil }
    result.removeLast(result.count - Int(size))
    return result
  }

  /// The bytes that were compressed, which must be `size` many; nil if the input is damaged.
  static func expand(_ bytes: UnsafeBufferPointer<UInt8>, size: Int) -> [UInt8]? {
    // zlib's best ratio is about 1032:1: a damaged size cannot ask for more memory than that.
    guard size >= 0, size <= bytes.count * 1040 + 64 else { return nil }
    var count = uLong(size)
    var result = [UInt8](repeating: 0, count: size)
    let code = result.withUnsafeMutableBufferPointer { output in
      uncompress(output.baseAddress, &count, bytes.baseAddress, uLong(bytes.count))
    }
    return code == Z_OK && Int(count) == size ? result : nil
  }
}
