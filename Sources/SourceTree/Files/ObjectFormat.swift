import Crypto
import GraphModel

/// The hash that git names contents with.
public enum ObjectFormat: String, Sendable, Hashable {
  case sha1
  case sha256

  /// Number of hexadecimal digits of an id.
  public var digits: Int {
    switch self {
    case .sha1: 40
    case .sha256: 64
    }
  }

  /// The blob id of a content, equal to `git hash-object --no-filters`. O(bytes).
  public func blobID(of content: [UInt8]) -> BlobID {
    switch self {
    case .sha1: Self.blobID(of: content, Insecure.SHA1())
    case .sha256: Self.blobID(of: content, SHA256())
    }
  }

  private static func blobID(of content: [UInt8], _ fresh: some HashFunction) -> BlobID {
    var hash = fresh
    hash.update(data: Array("blob \(content.count)\0".utf8))
    content.withUnsafeBytes { hash.update(bufferPointer: $0) }  // read only during the call
    return BlobID(hex: hexadecimal(hash.finalize()))
  }

  private static func hexadecimal(_ digest: some Digest) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in digest {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
