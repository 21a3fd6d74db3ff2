import TestSupport

/// One random change of a tree, of a kind that people make.
enum TreeEdit: String, CaseIterable {
  case comment, blankLine, trailingSpace, text, body, call, documentation
  case rename, definition, wanted, removal, returned, base, exports, `extension`, initialValue, heading
  case move, delete, add, branch

  /// Edits `tree`; `states` are earlier ones that `branch` goes back to. What cannot be done changes nothing.
  func apply(
    to tree: inout EditedTree, states: [[String: String]], using random: inout SeededGenerator
  ) throws -> String {
    guard let path = tree.paths.randomElement(using: &random), let text = tree.texts[path] else { return "" }
    let isSwift = path.hasSuffix(".swift")
    let isCode = isSwift || path.hasSuffix(".py")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let place = Int.random(in: 0..<lines.count, using: &random)
    let indent = String(lines[place].prefix { $0 == " " })
    switch self {
    case .comment:
      lines.insert(indent + (isSwift ? "// why so?" : isCode ? "# why so?" : "Why so?"), at: place)
    case .blankLine: lines.insert("", at: place)
    case .trailingSpace: lines[place] += "  "
    case .text: replace("\"", "\"more ", in: &lines, near: place)
    case .body: swapWords(in: &lines, near: place, &random)
    case .call: lines.insert(indent + "\(word(lines, &random))(\(word(lines, &random)))", at: place)
    case .documentation:
      if isSwift { lines.insert(indent + "/// Says \(word(lines, &random)) again.", at: place) }
      if isCode { replace("\"\"\"", "\"\"\"Says \(word(lines, &random)) again. ", in: &lines, near: place) }
    case .rename: try renameDefinition(in: lines, &tree, &random)
    case .definition:
      lines += isSwift ? ["func added\(place)() -> Int { 1 }"] : ["def added\(place)(x):", "    return x"]
    case .wanted:
      // Some other file may use the name already.
      let others = tree.texts[tree.paths.randomElement(using: &random) ?? path]?.split(separator: "\n")
      let name = word(others?.map(String.init) ?? lines, &random)
      lines += isSwift ? ["func \(name)() -> Int { 1 }"] : ["def \(name)(x):", "    return x"]
    case .removal: removeBlock(in: &lines, near: place)
    case .returned: replace("return ", "return \(word(lines, &random)) or ", in: &lines, near: place)
    case .initialValue: lines.insert(indent + "let kept\(place) = \(word(lines, &random))(1)", at: place)
    case .base: replaceBase(in: &lines, near: place, isSwift, &random)
    case .exports: lines.insert("__all__ = [\"\(word(lines, &random))\", \"\(word(lines, &random))\"]", at: 0)
    case .extension:
      lines += [
        "extension \(typeName(lines, &random)) {", "  func more\(place)() { self.more\(place)() }", "}",
      ]
    case .heading: lines.insert(contentsOf: ["", "## \(word(lines, &random)) here", ""], at: place)
    case .move:
      try tree.set(nil, of: path)
      try tree.set(text, of: "moved/" + (path.split(separator: "/").last.map(String.init) ?? path))
      return "\(self) \(path)"
    case .delete:
      if tree.paths.count > 5 { try tree.set(nil, of: path) }
      return "\(self) \(path)"
    case .add:
      try tree.set(text, of: path.replacing(".", with: "\(place)."))
      return "\(self) \(path)"
    case .branch:
      if let state = states.randomElement(using: &random) { try tree.switchTo(state) }
      return "\(self)"
    }
    if self != .rename { try tree.set(lines.joined(separator: "\n"), of: path) }
    return "\(self) \(path):\(place + 1)"
  }

  private func words(_ line: String) -> [String] {
    line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
      .filter { $0.count > 2 && $0.first?.isLetter == true }
  }

  private func word(_ lines: [String], _ random: inout SeededGenerator) -> String {
    for _ in 0..<8 {
      if let line = lines.randomElement(using: &random), let word = words(line).randomElement(using: &random)
      {
        return word
      }
    }
    return "name"
  }

  private func typeName(_ lines: [String], _ random: inout SeededGenerator) -> String {
    let types = lines.compactMap { line in
      words(line).drop { !["struct", "class", "enum", "protocol"].contains($0) }.dropFirst().first
    }
    return types.randomElement(using: &random) ?? "String"
  }

  /// Replaces the first occurrence at or after a line.
  private func replace(_ old: String, _ new: String, in lines: inout [String], near place: Int) {
    guard let index = lines[place...].firstIndex(where: { $0.contains(old) }) else { return }
    lines[index] = lines[index].replacing(old, with: new, maxReplacements: 1)
  }

  /// Removes a definition: the first at or after a line, with what is indented deeper.
  private func removeBlock(in lines: inout [String], near place: Int) {
    let starts = ["def", "class", "func", "struct", "extension", "enum"]
    guard let first = lines[place...].firstIndex(where: { starts.contains(words($0).first ?? "") }) else {
      return
    }
    let indent = lines[first].prefix { $0 == " " }.count
    let end = lines[(first + 1)...].firstIndex { line in
      let own = line.prefix { $0 == " " }.count
      return own < line.count && own <= indent && line.dropFirst(own).first != "}"
    }
    if (end ?? lines.count) - first < lines.count { lines.removeSubrange(first..<(end ?? lines.count)) }
  }

  private func swapWords(in lines: inout [String], near place: Int, _ random: inout SeededGenerator) {
    guard let old = words(lines[place]).randomElement(using: &random) else { return }
    lines[place] = lines[place].replacing(old, with: word(lines, &random), maxReplacements: 1)
  }

  private func replaceBase(
    in lines: inout [String], near place: Int, _ isSwift: Bool, _ random: inout SeededGenerator
  ) {
    guard let index = lines[place...].firstIndex(where: { words($0).first == "class" }) else { return }
    let name = words(lines[index]).dropFirst().first ?? "Some"
    let base = typeName(lines, &random)
    lines[index] = isSwift ? "class \(name): \(base) {" : "class \(name)(\(base)):"
  }

  /// Renames what some line defines, in all files: what the tree's users of the name become.
  private func renameDefinition(
    in lines: [String], _ tree: inout EditedTree, _ random: inout SeededGenerator
  ) throws {
    let names = lines.compactMap { line in
      words(line).drop { !["def", "class", "func", "struct"].contains($0) }.dropFirst().first
    }
    guard let name = names.randomElement(using: &random) else { return }
    let everywhere = Bool.random(using: &random)
    for path in tree.paths where everywhere || tree.texts[path]?.contains(" \(name)") == true {
      try tree.set(tree.texts[path]?.replacing(name, with: name + "New"), of: path)
      if !everywhere { return }
    }
  }
}
