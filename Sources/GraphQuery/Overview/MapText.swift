import GraphModel

/// The text of a map: what its budget is counted by.
public enum MapText {
  /// The map as it is printed.
  public static func text(_ map: MapAnswer) -> String {
    let files = map.languages.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
    var lines = ["\(files) files, \(map.lines) lines"]
    if !map.entryPoints.isEmpty {
      lines.append("\nentry points")
      lines += map.entryPoints.map { "  \($0.kind.rawValue) \($0.node.qualifiedName)  \(place($0.node))" }
    }
    if !map.subsystems.isEmpty { lines.append("\nsubsystems") }
    let short = shortNames(map)
    for subsystem in map.subsystems {
      let noun = subsystem.files == 1 ? "file" : "files"
      lines.append("- \(subsystem.label)  (\(subsystem.files) \(noun))")
      lines += subsystem.keyDefinitions.map { "    \($0.signature ?? $0.name)  \(place($0))" }
      if !subsystem.dependsOn.isEmpty {
        lines.append("    uses " + subsystem.dependsOn.map { short[$0] ?? $0 }.joined(separator: " · "))
      }
    }
    if map.omittedSubsystems > 0 { lines.append("… and \(map.omittedSubsystems) more subsystems") }
    return lines.joined(separator: "\n")
  }

  /// For each label that is mentioned its path alone, where no other label begins with the same path.
  private static func shortNames(_ map: MapAnswer) -> [String: String] {
    let labels = Set(map.subsystems.flatMap { [$0.label] + $0.dependsOn })
    let paths = Dictionary(grouping: labels) { label in
      label.firstIndex(of: ":").map { String(label[..<$0]) } ?? label
    }
    return paths.reduce(into: [:]) { names, entry in
      if entry.value.count == 1 { names[entry.value[0]] = entry.key }
    }
  }

  private static func place(_ node: NodeSummary) -> String {
    guard let path = node.path else { return "" }
    return node.startLine.map { "\(path):\($0)" } ?? path
  }
}
