/// A part of the program whose files belong together, found by clustering.
///
/// Communities of level 0 are subsystems; those of level 1 are parts of one. Every parsed file belongs to
/// one subsystem and to at most one part, and with it all that is defined in it.
public struct Community: Sendable, Hashable {
  /// `community . . . ` (`part . . . `) and the path of the folder that holds most of its files, among those that belong to
  /// it; of its most central file if none does. Unique among all.
  public var id: String
  /// 0 for a subsystem, 1 for a part of one.
  public var level: Int32
  /// The place of the subsystem that a part belongs to, or -1.
  public var parent: Int32
  /// What it is about, in words that occur in it; unique.
  public var label: String
  /// Indices in ``Graph/files``, ascending; not empty.
  public var files: [Int32]
  /// Its most central definitions, best first.
  public var central: [CentralNode]
  /// What it adds to the modularity of all communities of its level.
  public var modularityShare: Double
  /// The share of its files' references among files that stay inside: 0...1; 1 without any.
  public var cohesion: Double
  /// How many references lead to other communities of its level: ascending by target, no zeros.
  public var dependencies: [CommunityDependency]

  /// Makes a value of its parts.
  public init(
    id: String, level: Int32, parent: Int32, label: String, files: [Int32], central: [CentralNode] = [],
    modularityShare: Double = 0, cohesion: Double = 1, dependencies: [CommunityDependency] = []
  ) {
    self.id = id
    self.level = level
    self.parent = parent
    self.label = label
    self.files = files
    self.central = central
    self.modularityShare = modularityShare
    self.cohesion = cohesion
    self.dependencies = dependencies
  }
}

/// A definition with how central it is to its community.
public struct CentralNode: Sendable, Hashable {
  /// The definition.
  public var node: NodeIndex
  /// Its rank within the community; comparable there.
  public var rank: Double

  /// Makes a value of its parts.
  public init(node: NodeIndex, rank: Double) {
    self.node = node
    self.rank = rank
  }
}

/// References from one community to another.
public struct CommunityDependency: Sendable, Hashable {
  /// The place of the other community in the list of all.
  public var target: Int32
  /// How many references there are.
  public var references: Int32

  /// Makes a value of its parts.
  public init(target: Int32, references: Int32) {
    self.target = target
    self.references = references
  }
}
