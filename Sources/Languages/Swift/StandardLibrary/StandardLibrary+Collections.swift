extension StandardLibrary {
  /// What can be indexed, and the algorithms that all of it has.
  static let collections = """
    protocol Collection<Element>: Sequence {
      associatedtype Index: Comparable
      associatedtype Iterator = IndexingIterator<Self>
      associatedtype SubSequence: Collection = Slice<Self>
        where SubSequence.Element == Element, SubSequence.Index == Index, SubSequence.SubSequence == SubSequence
      associatedtype Indices: Collection = DefaultIndices<Self> where Indices.Element == Index, Indices.Index == Index
      var startIndex: Index { get }
      var endIndex: Index { get }
      var indices: Indices { get }
      var isEmpty: Bool { get }
      var count: Int { get }
      subscript(position: Index) -> Element { get }
      subscript(bounds: Range<Index>) -> SubSequence { get }
      func index(after i: Index) -> Index
      func formIndex(after i: inout Index)
      func index(_ i: Index, offsetBy distance: Int) -> Index
      func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index?
      func distance(from start: Index, to end: Index) -> Int
    }
    extension Collection {
      var first: Element?
      subscript<R: RangeExpression>(r: R) -> SubSequence where R.Bound == Index
      subscript(x: (UnboundedRange_) -> ()) -> SubSequence
      subscript(subranges: RangeSet<Index>) -> DiscontiguousSlice<Self>
      func formIndex(_ i: inout Index, offsetBy distance: Int)
      func formIndex(_ i: inout Index, offsetBy distance: Int, limitedBy limit: Index) -> Bool
      func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Index?
      func indices(where predicate: (Element) throws -> Bool) rethrows -> RangeSet<Index>
      func removingSubranges(_ subranges: RangeSet<Index>) -> DiscontiguousSlice<Self>
      func randomElement() -> Element?
      func randomElement<T: RandomNumberGenerator>(using generator: inout T) -> Element?
      func dropFirst(_ k: Int = 1) -> SubSequence
      func dropLast(_ k: Int = 1) -> SubSequence
      func drop(while predicate: (Element) throws -> Bool) rethrows -> SubSequence
      func prefix(_ maxLength: Int) -> SubSequence
      func prefix(upTo end: Index) -> SubSequence
      func prefix(through position: Index) -> SubSequence
      func prefix(while predicate: (Element) throws -> Bool) rethrows -> SubSequence
      func suffix(_ maxLength: Int) -> SubSequence
      func suffix(from start: Index) -> SubSequence
      func split(
        maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true,
        whereSeparator isSeparator: (Element) throws -> Bool) rethrows -> [SubSequence]
    }
    extension Collection where Element: Equatable {
      func firstIndex(of element: Element) -> Index?
      func index(of element: Element) -> Index?
      func indices(of element: Element) -> RangeSet<Index>
      func split(
        separator: Element, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true) -> [SubSequence]
      func split<C: Collection>(
        separator: C, maxSplits: Int = .max, omittingEmptySubsequences: Bool = true) -> [SubSequence]
        where C.Element == Element
      func firstRange<C: Collection>(of other: C) -> Range<Index>? where C.Element == Element
      func ranges<C: Collection>(of other: C) -> [Range<Index>] where C.Element == Element
      func contains<C: Collection>(_ other: C) -> Bool where C.Element == Element
      func trimmingPrefix<Prefix: Sequence>(_ prefix: Prefix) -> SubSequence where Prefix.Element == Element
    }
    extension Collection {
      func trimmingPrefix(while predicate: (Element) throws -> Bool) rethrows -> SubSequence
    }
    extension Collection where SubSequence == Self {
      mutating func popFirst() -> Element?
      mutating func removeFirst() -> Element
      mutating func removeFirst(_ k: Int)
    }
    protocol BidirectionalCollection<Element>: Collection where SubSequence: BidirectionalCollection {
      func index(before i: Index) -> Index
      func formIndex(before i: inout Index)
    }
    extension BidirectionalCollection {
      var last: Element?
      func last(where predicate: (Element) throws -> Bool) rethrows -> Element?
      func lastIndex(where predicate: (Element) throws -> Bool) rethrows -> Index?
      func reversed() -> ReversedCollection<Self>
      func difference<C: BidirectionalCollection>(
        from other: C, by areEquivalent: (C.Element, Element) -> Bool) -> CollectionDifference<Element>
        where C.Element == Element
    }
    extension BidirectionalCollection where Element: Equatable {
      func lastIndex(of element: Element) -> Index?
      func difference<C: BidirectionalCollection>(from other: C) -> CollectionDifference<Element>
        where C.Element == Element
    }
    extension BidirectionalCollection where Element == String {
      func joined(separator: String = "") -> String
    }
    extension BidirectionalCollection where SubSequence == Self {
      mutating func popLast() -> Element?
      mutating func removeLast() -> Element
      mutating func removeLast(_ k: Int)
    }
    extension BidirectionalCollection where SubSequence == Substring {
      func contains(_ regex: some RegexComponent) -> Bool
      func starts(with regex: some RegexComponent) -> Bool
      func firstRange(of regex: some RegexComponent) -> Range<Index>?
      func ranges(of regex: some RegexComponent) -> [Range<Index>]
      func firstMatch<Output>(of r: some RegexComponent<Output>) -> Regex<Output>.Match?
      func wholeMatch<R: RegexComponent>(of r: R) -> Regex<R.RegexOutput>.Match?
      func prefixMatch<R: RegexComponent>(of r: R) -> Regex<R.RegexOutput>.Match?
      func matches<Output>(of r: some RegexComponent<Output>) -> [Regex<Output>.Match]
      func split(
        separator: some RegexComponent, maxSplits: Int = .max, omittingEmptySubsequences: Bool = true
      ) -> [SubSequence]
      func trimmingPrefix(_ regex: some RegexComponent) -> SubSequence
    }
    protocol RandomAccessCollection<Element>: BidirectionalCollection where SubSequence: RandomAccessCollection {}
    protocol MutableCollection<Element>: Collection where SubSequence: MutableCollection {
      subscript(position: Index) -> Element { get set }
      subscript(bounds: Range<Index>) -> SubSequence { get set }
      mutating func partition(by belongsInSecondPartition: (Element) throws -> Bool) rethrows -> Index
      mutating func swapAt(_ i: Index, _ j: Index)
      mutating func withContiguousMutableStorageIfAvailable<R>(
        _ body: (inout UnsafeMutableBufferPointer<Element>) throws -> R) rethrows -> R?
    }
    extension MutableCollection {
      mutating func moveSubranges(_ subranges: RangeSet<Index>, to insertionPoint: Index) -> Range<Index>
    }
    extension MutableCollection where Self: BidirectionalCollection {
      mutating func reverse()
    }
    extension MutableCollection where Self: RandomAccessCollection {
      mutating func shuffle()
      mutating func shuffle<T: RandomNumberGenerator>(using generator: inout T)
      mutating func sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows
    }
    extension MutableCollection where Self: RandomAccessCollection, Element: Comparable {
      mutating func sort()
    }
    protocol RangeReplaceableCollection<Element>: Collection where SubSequence: RangeReplaceableCollection {
      init()
      init(repeating repeatedValue: Element, count: Int)
      init<S: Sequence>(_ elements: S) where S.Element == Element
      mutating func replaceSubrange<C: Collection>(_ subrange: Range<Index>, with newElements: C)
        where C.Element == Element
      mutating func reserveCapacity(_ n: Int)
      mutating func append(_ newElement: Element)
      mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Element
      mutating func insert(_ newElement: Element, at i: Index)
      mutating func insert<S: Collection>(contentsOf newElements: S, at i: Index) where S.Element == Element
      mutating func remove(at i: Index) -> Element
      mutating func removeSubrange(_ bounds: Range<Index>)
      mutating func removeFirst() -> Element
      mutating func removeFirst(_ k: Int)
      mutating func removeAll(keepingCapacity keepCapacity: Bool = false)
      mutating func removeAll(where shouldBeRemoved: (Element) throws -> Bool) rethrows
    }
    extension RangeReplaceableCollection {
      mutating func replaceSubrange<C: Collection, R: RangeExpression>(_ subrange: R, with newElements: C)
        where C.Element == Element, R.Bound == Index
      mutating func removeSubrange<R: RangeExpression>(_ bounds: R) where R.Bound == Index
      mutating func removeSubranges(_ subranges: RangeSet<Index>)
      func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Self
      func applying(_ difference: CollectionDifference<Element>) -> Self?
      static func + <Other: Sequence>(lhs: Self, rhs: Other) -> Self where Other.Element == Element
      static func + <Other: Sequence>(lhs: Other, rhs: Self) -> Self where Other.Element == Element
      static func + <Other: RangeReplaceableCollection>(lhs: Self, rhs: Other) -> Self where Other.Element == Element
      static func += <Other: Sequence>(lhs: inout Self, rhs: Other) where Other.Element == Element
    }
    extension RangeReplaceableCollection where Self: BidirectionalCollection {
      mutating func popLast() -> Element?
      mutating func removeLast() -> Element
      mutating func removeLast(_ k: Int)
    }
    extension RangeReplaceableCollection where Element: Equatable {
      mutating func replace<C: Collection, R: Collection>(
        _ other: C, with replacement: R, maxReplacements: Int = .max)
        where C.Element == Element, R.Element == Element
      func replacing<C: Collection, R: Collection>(
        _ other: C, with replacement: R, maxReplacements: Int = .max) -> Self
        where C.Element == Element, R.Element == Element
      mutating func trimPrefix<Prefix: Sequence>(_ prefix: Prefix) where Prefix.Element == Element
    }
    extension RangeReplaceableCollection where SubSequence == Substring {
      func replacing<R: RegexComponent, C: Collection>(
        _ regex: R, with replacement: C, maxReplacements: Int = .max) -> Self where C.Element == Element
      func replacing<R: RegexComponent, C: Collection>(
        _ regex: R, maxReplacements: Int = .max,
        with replacement: (Regex<R.RegexOutput>.Match) throws -> C) rethrows -> Self where C.Element == Element
    }
    extension RangeReplaceableCollection {
      mutating func trimPrefix(while predicate: (Element) throws -> Bool) rethrows
    }
    struct IndexingIterator<Elements: Collection>: IteratorProtocol, Sequence {
      typealias Element = Elements.Element
      mutating func next() -> Elements.Element?
    }
    struct DefaultIndices<Elements: Collection>: Collection {
      typealias Element = Elements.Index
      typealias Index = Elements.Index
    }
    struct Slice<Base: Collection>: Collection {
      typealias Element = Base.Element
      typealias Index = Base.Index
      typealias SubSequence = Slice<Base>
      init(base: Base, bounds: Range<Base.Index>)
      var base: Base
    }
    extension Slice: BidirectionalCollection where Base: BidirectionalCollection {}
    extension Slice: RandomAccessCollection where Base: RandomAccessCollection {}
    extension Slice: MutableCollection where Base: MutableCollection {}
    extension Slice: RangeReplaceableCollection where Base: RangeReplaceableCollection {}
    struct ReversedCollection<Base: BidirectionalCollection>: BidirectionalCollection {
      typealias Element = Base.Element
      struct Index: Comparable {
        let base: Base.Index
        init(_ base: Base.Index)
      }
      func reversed() -> Base
    }
    extension ReversedCollection: RandomAccessCollection where Base: RandomAccessCollection {}
    struct DiscontiguousSlice<Base: Collection>: Collection {
      typealias Element = Base.Element
      struct Index: Comparable { let base: Base.Index }
      var base: Base
      let subranges: RangeSet<Base.Index>
    }
    struct CollectionDifference<ChangeElement>: Collection {
      enum Change {
        case insert(offset: Int, element: ChangeElement, associatedWith: Int?)
        case remove(offset: Int, element: ChangeElement, associatedWith: Int?)
      }
      struct Index: Comparable {}
      typealias Element = CollectionDifference<ChangeElement>.Change
      let insertions: [CollectionDifference<ChangeElement>.Change]
      let removals: [CollectionDifference<ChangeElement>.Change]
      init?<Changes: Collection>(_ changes: Changes)
        where Changes.Element == CollectionDifference<ChangeElement>.Change
      func inverse() -> CollectionDifference<ChangeElement>
    }
    extension CollectionDifference where ChangeElement: Hashable {
      func inferringMoves() -> CollectionDifference<ChangeElement>
    }
    struct AnyCollection<Element>: Collection {
      init<C: Collection>(_ base: C) where C.Element == Element
      typealias Index = AnyIndex
    }
    struct AnyBidirectionalCollection<Element>: BidirectionalCollection {
      init<C: BidirectionalCollection>(_ base: C) where C.Element == Element
      typealias Index = AnyIndex
    }
    struct AnyRandomAccessCollection<Element>: RandomAccessCollection {
      init<C: RandomAccessCollection>(_ base: C) where C.Element == Element
      typealias Index = AnyIndex
    }
    struct AnyIndex: Comparable {}
    """
}
