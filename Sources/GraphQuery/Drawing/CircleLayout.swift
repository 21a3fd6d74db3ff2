/// Places circles in the plane: related ones near each other, none over another. The same input gives the same
/// places.
struct CircleLayout {
  /// A circle with the place of its middle.
  struct Circle {
    var x = 0.0
    var y = 0.0
    let radius: Double
  }

  private(set) var circles: [Circle]
  private let gap: Double

  /// - Parameters:
  ///   - radii: of the circles; the first ones come to lie in the middle.
  ///   - ties: which circles attract each other, and how strongly (0...1).
  init(radii: [Double], ties: [(Int, Int, Double)], gap: Double) {
    circles = radii.map { Circle(radius: $0) }
    self.gap = gap
    placeInSpiral()
    // Ties pull weaker and weaker, so that in the end nothing moves but what overlaps.
    let rounds = 240
    for round in 0..<rounds {
      let heat = 1 - Double(round) / Double(rounds)
      pull(ties, by: 0.08 * heat)
      gather(by: 0.012)
      separate()
    }
    for _ in 0..<200 where separate() > 0.5 { continue }
  }

  private mutating func placeInSpiral() {
    // A spiral of chords: each circle beside the one before, one turn outside the other.
    var angle = 0.0
    var distance = 0.0
    for place in circles.indices {
      let radius = circles[place].radius + gap
      (circles[place].x, circles[place].y) = Circling.point(angle: angle, distance: distance)
      angle += 2 * radius / max(distance, radius)
      distance += radius * radius / max(distance, radius) / 2.2
    }
  }

  private mutating func pull(_ ties: [(Int, Int, Double)], by share: Double) {
    for (left, right, weight) in ties {
      let dx = circles[right].x - circles[left].x
      let dy = circles[right].y - circles[left].y
      let distance = (dx * dx + dy * dy).squareRoot()
      let room = distance - circles[left].radius - circles[right].radius - gap
      guard room > 0, distance > 0 else { continue }
      let step = share * weight * room / distance
      // The smaller one moves more.
      let total = circles[left].radius + circles[right].radius
      circles[left].x += dx * step * circles[right].radius / total
      circles[left].y += dy * step * circles[right].radius / total
      circles[right].x -= dx * step * circles[left].radius / total
      circles[right].y -= dy * step * circles[left].radius / total
    }
  }

  /// Draws everything towards the middle; a little more upright than across, as screens are wide.
  private mutating func gather(by share: Double) {
    for place in circles.indices {
      circles[place].x *= 1 - share
      circles[place].y *= 1 - 1.6 * share
    }
  }

  /// Pushes overlapping circles apart, and says by how much at most.
  @discardableResult
  private mutating func separate() -> Double {
    var largest = 0.0
    for left in circles.indices {
      for right in circles.indices.dropFirst(left + 1) {
        let room = circles[left].radius + circles[right].radius + gap
        var dx = circles[right].x - circles[left].x
        let dy = circles[right].y - circles[left].y
        guard abs(dx) < room, abs(dy) < room else { continue }
        var distance = (dx * dx + dy * dy).squareRoot()
        guard distance < room else { continue }
        if distance == 0 {
          dx = 1
          distance = 1
        }
        let push = (room - distance) / distance
        let share = circles[right].radius / (circles[left].radius + circles[right].radius)
        circles[left].x -= dx * push * share
        circles[left].y -= dy * push * share
        circles[right].x += dx * push * (1 - share)
        circles[right].y += dy * push * (1 - share)
        largest = max(largest, room - distance)
      }
    }
    return largest
  }
}
