/// The order of things that the tables hold under numbers: nodes, texts, chunks, files.
///
/// A generation written as a whole numbers them from 0 in their order. A patch gives new things numbers that nothing
/// has, wherever they belong in the order, so that no other number changes. Outside of the tables a thing is known by
/// its place in the order, and places have no gaps: readers need not know which way a generation was made.
struct NumberOrder: Equatable, Sendable {
  /// Numbers that follow each other in the order.
  struct Run: Equatable, Sendable {
    var first: Int32
    var count: Int32
    var end: Int32 { first + count }
  }

  /// What a table of numbers orders.
  enum Kind: Int, CaseIterable, Sendable {
    case node, text, chunk, file
  }

  /// In their order; no number is in two of them.
  private(set) var runs: [Run]
  /// For each run the place of its first number.
  private var starts: [Int32] = []
  /// The runs by their numbers.
  private var byNumber: [Int32] = []

  /// How many numbers are in use.
  private(set) var count = 0
  /// All numbers are less.
  private(set) var limit: Int32 = 0

  /// The numbers from 0, in order.
  init(count: Int) { self.init(runs: [Run(first: 0, count: Int32(count))]) }

  /// These runs; neighbours that can be one run are joined. O(runs log runs).
  init(runs: [Run]) {
    self.runs = []
    for run in runs where run.count > 0 {
      if let last = self.runs.last, last.end == run.first {
        self.runs[self.runs.count - 1].count += run.count
      } else {
        self.runs.append(run)
      }
    }
    for run in self.runs {
      starts.append(Int32(count))
      count += Int(run.count)
      limit = max(limit, run.end)
    }
    let found = self.runs
    byNumber = found.indices.map(Int32.init).sorted { found[Int($0)].first < found[Int($1)].first }
  }

  /// True if numbers are places.
  var isPlain: Bool { runs.isEmpty || runs.count == 1 && runs[0].first == 0 }

  /// The number at a place, or -1. O(log runs).
  func number(at place: Int32) -> Int32 {
    if runs.count == 1 { return place >= 0 && place < runs[0].count ? runs[0].first + place : -1 }
    guard place >= 0, place < count else { return -1 }
    let run = Self.last(starts.count) { starts[$0] <= place }
    return runs[run].first + place - starts[run]
  }

  /// The place of a number, or -1 where nothing has it. O(log runs).
  func place(of number: Int32) -> Int32 {
    if runs.count == 1 {
      let place = number - runs[0].first
      return place >= 0 && place < runs[0].count ? place : -1
    }
    let found = Self.last(byNumber.count) { runs[Int(byNumber[$0])].first <= number }
    guard found >= 0 else { return -1 }
    let run = Int(byNumber[found])
    return number < runs[run].end ? starts[run] + number - runs[run].first : -1
  }

  /// The greatest index below `count` for which `holds`, which does so for none after it; -1 if for none.
  private static func last(_ count: Int, _ holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// For each number below ``limit`` its place, or -1.
  var places: [Int32] {
    var places = [Int32](repeating: -1, count: Int(limit))
    var place: Int32 = 0
    for run in runs {
      for number in run.first..<run.end {
        places[Int(number)] = place
        place += 1
      }
    }
    return places
  }

  /// So many numbers that nothing has, the smallest first.
  func unused(_ wanted: Int) -> [Int32] {
    var result: [Int32] = []
    var next: Int32 = 0
    for index in byNumber {
      let run = runs[Int(index)]
      while result.count < wanted, next < run.first {
        result.append(next)
        next += 1
      }
      next = run.end
    }
    while result.count < wanted {
      result.append(next)
      next += 1
    }
    return result
  }

  /// The order without some numbers and with others.
  ///
  /// - Parameters:
  ///   - removed: numbers in use.
  ///   - added: numbers not in use, or removed, each with the place in this order of what it comes before; by place,
  ///     those of one place in their order.
  /// - Returns: O((runs + changes) log changes).
  func edited(removing removed: Set<Int32>, adding added: [(place: Int32, number: Int32)]) -> NumberOrder {
    // Every place where something changes cuts.
    var cuts = Set(added.map(\.place))
    for number in removed {
      let place = place(of: number)
      cuts.insert(place)
      cuts.insert(place + 1)
    }
    var result: [Run] = []
    var rest = added[...]
    func add(before place: Int32) {
      while let next = rest.first, next.place <= place {
        result.append(Run(first: next.number, count: 1))
        rest = rest.dropFirst()
      }
    }
    var open = cuts.sorted()[...]
    for (run, start) in zip(runs, starts) {
      var from = start
      let end = start + run.count
      while from < end {
        while let cut = open.first, cut <= from { open = open.dropFirst() }
        let to = min(end, open.first ?? end)
        add(before: from)
        let first = run.first + from - start
        // Cuts lie around what is removed, so a piece is removed as a whole or not at all.
        if !removed.contains(first) { result.append(Run(first: first, count: to - from)) }
        from = to
      }
    }
    add(before: Int32.max)
    return NumberOrder(runs: result)
  }
}
