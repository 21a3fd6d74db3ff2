import Foundation
import GraphModel
import SourceTree
import TestSupport
import Testing

/// The caller's environment, each in a child process because variables belong to a whole process.
@Suite struct CallerEnvironmentTests {
  @Test func variablesOfGitAreNotPassedOn() async {
    await #expect(processExitsWith: .success) {
      let (repository, other) = (try GitRepository(), try GitRepository())
      try repository.write("", to: "a.py")
      try repository.commit()
      try other.write("", to: "b.py")
      try other.commit()
      setenv("GIT_DIR", other.path + "/.git", 1)
      setenv("GIT_WORK_TREE", other.path, 1)
      setenv("GIT_INDEX_FILE", "/nonexistent", 1)
      setenv("GIT_CONFIG_COUNT", "1", 1)
      setenv("GIT_CONFIG_KEY_0", "core.fsmonitor", 1)
      setenv("GIT_CONFIG_VALUE_0", "touch \(other.path)/mark", 1)
      let tree = try await scan(repository.path)
      #expect(tree.isGitWorkTree)
      #expect(tree.paths == ["a.py"])
      #expect(!FileManager.default.fileExists(atPath: other.path + "/mark"))
    }
  }

  @Test func ignorePatternsOfTheUserHold() async {
    await #expect(processExitsWith: .success) {
      let (repository, home) = (try GitRepository(), try TemporaryDirectory())
      for file in ["a.py", "a.mine", "a.local"] { try repository.write("", to: file) }
      try repository.write("*.local\n", to: ".git/info/exclude")
      try home.write("*.mine\n", to: "ignore")
      let settings = "[core]\n\texcludesFile = \(home.path)/ignore\n\tfsmonitor = touch \(home.path)/mark\n"
      try home.write(settings, to: "config")
      setenv("GIT_CONFIG_GLOBAL", home.path + "/config", 1)
      let tree = try await scan(repository.path)
      #expect(tree.isGitWorkTree)
      #expect(tree.paths == ["a.py"])
      #expect(!FileManager.default.fileExists(atPath: home.path + "/mark"))
    }
  }

  @Test func withoutGitTheTreeIsWalked() async {
    await #expect(processExitsWith: .success) {
      let repository = try GitRepository()
      try repository.write("*.log\n", to: ".gitignore")
      try repository.write("", to: "a.py")
      try repository.write("", to: "b.log")
      setenv("PATH", "relative:.::/nonexistent", 1)
      let tree = try await scan(repository.path)
      #expect(!tree.isGitWorkTree)
      #expect(tree.paths == [".gitignore", "a.py"])
      #expect(tree.warnings.count == 1)
    }
  }
}
