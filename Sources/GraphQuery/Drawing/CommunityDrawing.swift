import Foundation
import GraphModel
import GraphStore

extension GraphSession {
  /// All subsystems as an SVG: a circle for each, a dot for each of its files in the colour of its part, and an arrow
  /// to what it leans on most.
  public func communityDrawing() throws(QueryError) -> String {
    do {
      return CommunityDrawing(try CommunityIndex(reader)).svg
    } catch {
      throw QueryError(error)
    }
  }
}

/// Draws the communities of a generation.
private struct CommunityDrawing {
  private static let dotSpacing = 8.0
  private static let dotRadius = 2.6
  private static let padding = 15.0
  private static let gap = 16.0
  /// How many dependencies of each subsystem are drawn.
  private static let arrowLimit = 2
  private static let colours = 12
  private static let titleLength = 20

  private let index: CommunityIndex
  private let places: [Int]
  private let layout: CircleLayout

  init(_ index: CommunityIndex) {
    self.index = index
    let places = index.ranking()
    var circleOfPlace: [Int: Int] = [:]
    for (circle, place) in places.enumerated() { circleOfPlace[place] = circle }
    var ties: [(Int, Int, Double)] = []
    for (circle, place) in places.enumerated() {
      let links = index.communities[place].dependencies
      let all = links.reduce(0) { $0 + Int($1.references) }
      for link in links {
        guard let other = circleOfPlace[Int(link.target)] else { continue }
        ties.append((circle, other, Double(link.references) / Double(max(1, all))))
      }
    }
    self.places = places
    layout = CircleLayout(
      radii: places.map { Self.radius(index.communities[$0].files.count) }, ties: ties, gap: Self.gap)
  }

  private static func radius(_ files: Int) -> Double {
    dotSpacing * Double(files).squareRoot() + padding
  }

  var svg: String {
    var svg = SVGText()
    let circles = layout.circles
    let left = (circles.map { $0.x - $0.radius }.min() ?? 0) - 30
    let top = (circles.map { $0.y - $0.radius }.min() ?? 0) - 30
    let width = (circles.map { $0.x + $0.radius }.max() ?? 0) + 30 - left
    let height = (circles.map { $0.y + $0.radius }.max() ?? 0) + 30 - top
    let box = [left, top, width, height].map(SVGText.number).joined(separator: " ")
    svg.line(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"\(box)\" font-family=\"system-ui, sans-serif\">")
    svg.line("<style>\n\(Self.style)\n</style>")
    svg.line(
      "<marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"10\" markerHeight=\"10\" "
        + "markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" class=\"tip\"/></marker>")
    let page = zip(["x", "y", "width", "height"], [left, top, width, height])
    svg.line(
      "<rect class=\"page\" \(page.map { "\($0)=\"\(SVGText.number($1))\"" }.joined(separator: " "))/>")
    for circle in circles.indices { drawArrows(circle, &svg) }
    for circle in circles.indices { drawDisc(circle, &svg) }
    for circle in circles.indices { drawLabel(circle, &svg) }
    svg.line("</svg>")
    return svg.text
  }

  private func drawDisc(_ number: Int, _ svg: inout SVGText) {
    let circle = layout.circles[number]
    let community = index.communities[places[number]]
    let tone = index.isTests(places[number]) ? "tests" : "c\(number % Self.colours)"
    svg.line("<g class=\"\(tone)\"><title>\(SVGText.escape(tooltip(community)))</title>")
    svg.line(
      "<circle class=\"disc\" cx=\"\(SVGText.number(circle.x))\" cy=\"\(SVGText.number(circle.y))\" "
        + "r=\"\(SVGText.number(circle.radius))\"/>")
    // Files of one part lie together, those of the largest part in the middle.
    let parts = index.parts(of: places[number])
    let sizes = parts.map { index.communities[$0].files.count }
    let order = community.files.map { file -> (Int, Int, Int32) in
      let part = index.place(ofFile: file, level: 1).flatMap { parts.firstIndex(of: $0) }
      return (part.map { -sizes[$0] } ?? 0, part ?? -1, file)
    }.sorted { $0 < $1 }
    for (seed, item) in order.enumerated() {
      let at = Circling.seed(seed, spacing: Self.dotSpacing)
      svg.line(
        "<circle class=\"p\(max(0, item.1) % 3)\" cx=\"\(SVGText.number(circle.x + at.x))\" "
          + "cy=\"\(SVGText.number(circle.y + at.y))\" r=\"\(Self.dotRadius)\"><title>"
          + "\(SVGText.escape(index.files[Int(item.2)].path.display))</title></circle>")
    }
    svg.line("</g>")
  }

  private func tooltip(_ community: Community) -> String {
    "\(community.label) (\(community.files.count) files, "
      + "\(Int((community.cohesion * 100).rounded())) % of references inside)"
  }

  private func drawArrows(_ number: Int, _ svg: inout SVGText) {
    let from = layout.circles[number]
    let links = index.communities[places[number]].dependencies
      .sorted { ($1.references, $0.target) < ($0.references, $1.target) }.prefix(Self.arrowLimit)
    for link in links {
      guard let target = places.firstIndex(of: Int(link.target)) else { continue }
      let to = layout.circles[target]
      let dx = to.x - from.x
      let dy = to.y - from.y
      let distance = max(1, (dx * dx + dy * dy).squareRoot())
      let start = (x: from.x + dx / distance * from.radius, y: from.y + dy / distance * from.radius)
      let end = (x: to.x - dx / distance * to.radius, y: to.y - dy / distance * to.radius)
      // Bent to the left, so that there and back are two lines.
      let bend = (x: (start.x + end.x) / 2 + dy * 0.14, y: (start.y + end.y) / 2 - dx * 0.14)
      let points = [start.x, start.y, bend.x, bend.y, end.x, end.y].map(SVGText.number)
      let stroke = min(6, 0.7 + Double(link.references).squareRoot() * 0.16)
      svg.line(
        "<path class=\"arrow\" d=\"M\(points[0]) \(points[1])Q\(points[2]) \(points[3]) \(points[4]) \(points[5])\" "
          + "stroke-width=\"\(SVGText.number(stroke))\" marker-end=\"url(#tip)\"/>")
    }
  }

  /// As much of the end of a path as can be read in a circle.
  private static func title(of place: String) -> String {
    let names = place.split(separator: "/")
    let short = names.suffix(2).joined(separator: "/")
    let name = short.count <= titleLength ? short : String(names.last ?? "")
    return name.count <= titleLength ? name : name.prefix(titleLength - 1) + "…"
  }

  private func drawLabel(_ number: Int, _ svg: inout SVGText) {
    let circle = layout.circles[number]
    let label = index.communities[places[number]].label
    let parts = label.split(separator: ": ", maxSplits: 1).map(String.init)
    // A label is a place, words, or both.
    let isPlace = parts.count == 2 || !label.contains(", ")
    let words = parts.count == 1 && isPlace ? [] : (parts.last ?? "").components(separatedBy: ", ")
    var lines = isPlace ? [Self.title(of: parts.first ?? "")] : []
    lines += words.prefix(circle.radius > 44 ? 3 : lines.isEmpty ? 1 : 0)
    let longest = lines.map(\.count).max() ?? 1
    let size = min(26, max(5, min(circle.radius * 1.85 / (0.58 * Double(longest)), circle.radius * 0.36)))
    var y = circle.y - size * 0.58 * Double(lines.count - 1) + size * 0.34
    for (place, line) in lines.enumerated() {
      let kind = place == 0 ? "name" : "word"
      svg.line(
        "<text class=\"\(kind)\" x=\"\(SVGText.number(circle.x))\" y=\"\(SVGText.number(y))\" "
          + "font-size=\"\(SVGText.number(place == 0 ? size : size * 0.82))\">\(SVGText.escape(line))</text>")
      y += size * 1.12
    }
  }

  /// Colours that keep their distance in lightness too, on light and on dark pages.
  private static let style: String = {
    let hues = (0..<colours).map { number in
      let hue = number * 7 % colours * 360 / colours
      return ".c\(number){--hue:\(hue);--sat:52%}"
    }
    return """
      svg{--page:#fbfbf9;--ink:#1d2126;--halo:#fffc;--disc:91%;--dot:52%}
      @media(prefers-color-scheme:dark){svg{--page:#15181c;--ink:#eceff2;--halo:#15181cd0;--disc:20%;--dot:58%}}
      .page{fill:var(--page)} .tests{--hue:215;--sat:9%} \(hues.joined(separator: " "))
      .disc{fill:hsl(var(--hue) var(--sat) var(--disc));stroke:hsl(var(--hue) var(--sat) 60%);stroke-width:1.2}
      .p0{fill:hsl(var(--hue) var(--sat) var(--dot))} .p1{fill:hsl(calc(var(--hue) + 38) var(--sat) var(--dot))}
      .p2{fill:hsl(calc(var(--hue) - 38) var(--sat) var(--dot))}
      .arrow{fill:none;stroke:var(--ink);stroke-opacity:.3} .tip{fill:var(--ink);fill-opacity:.5}
      text{fill:var(--ink);text-anchor:middle;paint-order:stroke;stroke:var(--halo);stroke-width:.28em;
      stroke-linejoin:round} .name{font-weight:650}
      """
  }()
}
