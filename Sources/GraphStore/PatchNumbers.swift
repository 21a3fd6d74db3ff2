import GraphModel

/// The numbers of the nodes that a patch names.
final class PatchNumbers {
  private let previous: GraphReader
  private let id: (NodeIndex) throws -> String
  private let order: NumberOrder
  /// By the patch's own numbers.
  private var found: [NodeIndex: Int32] = [:]
  /// By symbol ids.
  private var byID: [String: Int32] = [:]
  /// By the tables' numbers, of all that were asked for.
  private(set) var ids: [Int32: String] = [:]
  private var removed: Set<Int32> = []
  /// The order of the patch's own numbers, where these are places: a guess that is right for nearly all.
  var guess: NumberOrder?

  init(_ previous: GraphReader, id: @escaping (NodeIndex) throws -> String) throws {
    self.previous = previous
    self.id = id
    order = try previous.order(.node)
  }

  /// Notes a node of the generation before, by its place; returns its number.
  func note(_ place: NodeIndex) throws -> Int32 {
    let number = order.number(at: place)
    if number >= 0, ids[number] == nil {
      guard let id = try previous.symbolID(place) else { throw PatchRefusal() }
      set(number, id)
    }
    return number
  }

  /// Notes the number of a node.
  func set(_ number: Int32, _ id: String) {
    byID[id] = number
    ids[number] = id
  }

  /// Notes that a node is gone.
  func remove(_ number: Int32, _ id: String) {
    removed.insert(number)
    byID[id] = nil
    ids[number] = nil
  }

  /// The number of a node by the patch's own.
  func number(of node: NodeIndex) throws -> Int32 {
    if let number = found[node] { return number }
    let id = try id(node)
    if let number = byID[id] {
      found[node] = number
      return number
    }
    if let number = guess?.number(at: node), number >= 0, !removed.contains(number),
      try previous.symbolID(order.place(of: number)) == id
    {
      set(number, id)
      found[node] = number
      return number
    }
    let place = try previous.firstPlace(notBefore: id)
    let number = order.number(at: place)
    guard number >= 0, !removed.contains(number), try previous.symbolID(place) == id else {
      throw PatchRefusal()
    }
    set(number, id)
    found[node] = number
    return number
  }
}
