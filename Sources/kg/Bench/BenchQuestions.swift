import Evaluation
import Foundation

/// Reads the questions that `kg bench` is given.
enum BenchQuestions {
  /// The questions of files, and of all `.jsonl` files directly in folders, in the order of their names.
  static func read(_ paths: [String]) throws(Failure) -> [EvaluationQuery] {
    var queries: [EvaluationQuery] = []
    for path in paths {
      for file in try files(path) {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
          throw Failure(.failed, "cannot read \(file)")
        }
        let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        do {
          queries += try QuerySet.queries(in: text, name: name)
        } catch {
          throw Failure(.failed, "\(error)")
        }
      }
    }
    return queries
  }

  private static func files(_ path: String) throws(Failure) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(.nothingFound, "\(path) is not there")
    }
    guard isFolder.boolValue else { return [path] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".jsonl") }.sorted().map { path + "/" + $0 }
  }
}
