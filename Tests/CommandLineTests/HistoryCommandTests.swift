import Foundation
import TestSupport
import Testing

/// What earlier commits add to the answers of `kg search`.
@Suite struct HistoryCommandTests {
  private static let code = """
    def first_step(value):
        total = value + 1
        return total


    def second_step(value):
        result = value * 2
        return result


    def third_step(value):
        answer = value - 3
        return answer

    """

  /// The definitions that a question finds, with what the messages of commits say for each.
  private func messages(_ query: String, in kg: KGProcess) throws -> [String: Double] {
    let answer = try kg("search", query, "--json").object()
    var found: [String: Double] = [:]
    for result in answer["results"] as? [[String: Any]] ?? [] {
      let node = try #require(result["node"] as? [String: Any])
      let signals = (result["why"] as? [String: Any])?["signals"] as? [String: Any]
      found[try #require(node["name"] as? String)] = signals?["messages"] as? Double
    }
    return found
  }

  @Test func commitsFindTheDefinitionsWhoseLinesTheyWrote() throws {
    let repository = try GitRepository()
    try repository.write(Self.code.replacingOccurrences(of: "value * 2", with: "value"), to: "steps.py")
    try repository.commit("begin")
    try repository.write(Self.code, to: "steps.py")
    try repository.commit("Rounding for the steps of the auditors")
    let kg = KGProcess(in: URL(fileURLWithPath: repository.path))
    #expect(try kg("index").status == 0)
    let question = "auditors rounding steps"
    #expect(try messages(question, in: kg) == ["second_step": 1])

    // Lines that moved are still those of the commit.
    let moved = "import os\n\n\n" + Self.code
    try repository.write(moved, to: "steps.py")
    #expect(try messages(question, in: kg) == ["second_step": 1])
    // A line that is gone is nobody's.
    try repository.write(moved.replacingOccurrences(of: "value * 2", with: "2 * value"), to: "steps.py")
    #expect(try messages(question, in: kg) == [:])
    try repository.commit("auditors like factors first")
    #expect(try messages(question, in: kg) == ["second_step": 1])
  }
}
