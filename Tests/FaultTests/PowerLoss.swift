import Foundation

/// A folder on a disk that loses its power: of what was not synchronized, any part may be there or not.
///
/// A file's writes after its last `fsync` are kept each or not, as a whole or in part. Names (what was made,
/// renamed, removed) are kept up to some point after the folder's last `fsync`, as file systems with a
/// journal keep them: in order.
struct PowerLoss {
  /// A file, whatever its name.
  private final class File {
    var durable: [UInt8]
    var pending: [(inout [UInt8]) -> Void] = []

    init(_ bytes: [UInt8]) { durable = bytes }

    func synchronize() {
      for change in pending { change(&durable) }
      pending = []
    }
  }

  private let folder: String
  private var durableNames: [String: File] = [:]
  private var names: [String: File] = [:]
  /// The names after each change that is not synchronized.
  private var pendingNames: [[String: File]] = []

  /// Starts with what is in the folder, all of it on the disk.
  init(folder: String) throws {
    self.folder = folder
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let path = folder + "/" + name
      names[path] = File([UInt8](FileManager.default.contents(atPath: path) ?? Data()))
    }
    durableNames = names
  }

  /// Does what a process did.
  mutating func apply(_ operation: WriteLog.Operation) {
    switch operation {
    case .write(let path, let offset, let bytes):
      file(path).pending.append { content in
        if content.count < offset + bytes.count {
          content += [UInt8](repeating: 0, count: offset + bytes.count - content.count)
        }
        content.replaceSubrange(offset..<offset + bytes.count, with: bytes)
      }
    case .truncate(let path, let size):
      file(path).pending.append { content in
        content = Array((content + [UInt8](repeating: 0, count: max(0, size - content.count))).prefix(size))
      }
    case .synchronize(let path):
      if path == folder {
        durableNames = names
        pendingNames = []
      } else {
        file(path).synchronize()
      }
    case .rename(let path, let target): changeNames { $0[target] = $0.removeValue(forKey: path) }
    case .unlink(let path): changeNames { $0[path] = nil }
    case .link(let path, let target):
      // What lies outside of the folder was brought to the disk long ago.
      let linked = names[path] ?? File([UInt8](FileManager.default.contents(atPath: path) ?? Data()))
      changeNames { $0[target] = linked }
    }
  }

  /// What may be in the folder after the loss: names with contents.
  func outcome(using random: inout some RandomNumberGenerator) -> [String: [UInt8]] {
    let states = [durableNames] + pendingNames
    let kept = states[Int.random(in: 0..<states.count, using: &random)]
    var result: [String: [UInt8]] = [:]
    for (path, file) in kept.sorted(by: { $0.key < $1.key }) {
      var content = file.durable
      for change in file.pending {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: continue
        case 1:
          // Half of it: the rest of the block is what was there.
          var changed = content
          change(&changed)
          let cut = Int.random(in: 0...max(changed.count, content.count), using: &random) / 512 * 512
          content = Array(changed.prefix(cut)) + content.dropFirst(cut)
        default: change(&content)
        }
      }
      result[path] = content
    }
    return result
  }

  private mutating func file(_ path: String) -> File {
    if let known = names[path] { return known }
    let file = File([])
    changeNames { $0[path] = file }
    return file
  }

  private mutating func changeNames(_ body: (inout [String: File]) -> Void) {
    body(&names)
    pendingNames.append(names)
  }
}
