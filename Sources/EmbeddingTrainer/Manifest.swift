import Foundation

/// The packages that a table is trained on, or held against.
///
/// A manifest has one package a line, words separated by white space: `pypi NAME VERSION LICENCE` or `git NAME URL
/// TAG-OR-COMMIT LICENCE`; `#` begins a comment. The sources of a package lie in the folder NAME.
struct Manifest {
  /// The names of the packages' folders, in the order of the lines.
  var packages: [String]

  init(contentsOf file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    packages = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      if words.isEmpty { continue }
      guard (words[0] == "pypi" && words.count >= 4) || (words[0] == "git" && words.count >= 5) else {
        throw TrainerError.manifest(file: file.path, line: number + 1)
      }
      packages.append(String(words[1]))
    }
  }
}

/// Why there is no table.
enum TrainerError: Error, CustomStringConvertible {
  /// A line of the manifest has not the form it should have.
  case manifest(file: String, line: Int)
  /// A package of the manifest has no folder.
  case missingPackage(String)
  /// There is too little to train on.
  case tooFewPairs(Int)
  /// A file is no table.
  case noTable(String)

  var description: String {
    switch self {
    case .manifest(let file, let line): "\(file):\(line) is no line of a manifest"
    case .missingPackage(let name): "the folder of \(name) is missing; fetch the manifest's packages first"
    case .tooFewPairs(let count): "\(count) pairs are too few to train on"
    case .noTable(let path): "\(path) is no table"
    }
  }
}
