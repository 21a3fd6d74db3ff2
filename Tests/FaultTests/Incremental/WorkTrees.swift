import Foundation
import TestSupport
import Testing

/// A repository with files of twenty functions each, whose main work tree is indexed, and linked work trees of it.
struct WorkTrees {
  let repository: GitRepository
  private let place: TemporaryDirectory

  /// - Parameter files: how many files there are.
  init(files: Int = 40) throws {
    repository = try GitRepository()
    place = try TemporaryDirectory()
    for file in 0..<files {
      let body = (0..<20).map { number in
        "def task\(file)_\(number)(first, second):\n    \"\"\"Does number \(number) of \(file).\"\"\"\n"
          + "    return task\((file + 1) % files)_\(number)(first) + second\n"
      }
      try repository.write(body.joined(separator: "\n"), to: "tasks/part\(file).py")
    }
    try repository.write(".kg/\n", to: ".gitignore")
    try repository.commit()
    try index(main)
  }

  var main: KGProcess { KGProcess(in: repository.directory.url) }

  /// Makes a linked work tree, on a branch of its own.
  func add(_ name: String) throws -> KGProcess {
    try repository.git(["worktree", "add", "-q", place.path + "/" + name, "-b", name])
    return KGProcess(in: place.url.appendingPathComponent(name))
  }

  /// Writes a file of a tree.
  func write(_ text: String, to path: String, in tree: KGProcess) throws {
    try RawFiles.write(Array(text.utf8), to: Array((tree.directory.path + "/" + path).utf8))
  }

  /// Puts lines at the beginning of a file of a tree.
  func edit(_ path: String, _ lines: String, in tree: KGProcess) throws {
    let file = tree.directory.appendingPathComponent(path)
    try write(lines + String(decoding: Data(contentsOf: file), as: UTF8.self), to: path, in: tree)
  }

  @discardableResult
  func index(_ tree: KGProcess, _ arguments: String...) throws -> KGProcess.Result {
    let result = try tree.run(["index"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    return result
  }

  /// The index gives what a fresh one gives.
  func expectFresh(_ tree: KGProcess) throws {
    let elsewhere = place.path + "/fresh.db"
    for name in ["fresh.db", "fresh.db.stamps"] {
      try? FileManager.default.removeItem(atPath: place.path + "/" + name)
    }
    try index(tree, "--full", "--db", elsewhere)
    let doctor = try tree("doctor")
    #expect(doctor.status == 0, "\(doctor.text)")
    #expect(try tree("export").output == tree("export", "--db", elsewhere).output)
  }

  /// The files of a tree's index by name, with what they take on the disk and which they are.
  func files(_ tree: KGProcess) throws -> [String: (bytes: Int, number: Int)] {
    let folder = tree.directory.path + "/.kg"
    var files: [String: (bytes: Int, number: Int)] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      files[name] = (
        attributes[.size] as? Int ?? 0, attributes[.systemFileNumber] as? Int ?? 0
      )
    }
    return files
  }

  /// What the indexes of trees take together; a file that several have counts once.
  func bytes(_ trees: [KGProcess]) throws -> Int {
    var sizes: [Int: Int] = [:]
    for tree in trees { for file in try files(tree).values { sizes[file.number] = file.bytes } }
    return sizes.values.reduce(0, +)
  }

  /// The numbers of the bases of a tree's index.
  func bases(_ tree: KGProcess) throws -> [Int] {
    try files(tree).filter { $0.key.contains(".base-") }.map(\.value.number)
  }

  /// True if some file of the tree's index holds the word, or a thin one's pages do.
  func holds(_ tree: KGProcess, _ word: String) throws -> Bool {
    try files(tree).keys.contains { name in
      let data = try Data(contentsOf: tree.directory.appendingPathComponent(".kg/" + name))
      return data.range(of: Data(word.utf8)) != nil
    }
  }
}
