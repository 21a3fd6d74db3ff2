/// How far a run is; shown to people.
public struct IndexProgress: Sendable, Equatable {
  /// The steps of a run, in order. A run waits only for another writer.
  public enum Phase: String, Sendable {
    case waiting, scanning, parsing, linking, storing
  }

  /// The step that is under way.
  public var phase: Phase
  /// Files done in this step.
  public var done: Int
  /// Files to do in this step; 0 if that is not known.
  public var total: Int

  /// Makes a report of its parts.
  public init(phase: Phase, done: Int = 0, total: Int = 0) {
    self.phase = phase
    self.done = done
    self.total = total
  }
}
