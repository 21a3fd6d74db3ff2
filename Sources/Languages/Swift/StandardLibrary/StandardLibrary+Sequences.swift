extension StandardLibrary {
  /// What can be iterated once, and the algorithms that all of it has.
  static let sequences = """
    protocol IteratorProtocol<Element> {
      associatedtype Element
      mutating func next() -> Element?
    }
    protocol Sequence<Element> {
      associatedtype Element
      associatedtype Iterator: IteratorProtocol where Iterator.Element == Element
      func makeIterator() -> Iterator
      var underestimatedCount: Int { get }
      func withContiguousStorageIfAvailable<R>(_ body: (UnsafeBufferPointer<Element>) throws -> R) rethrows -> R?
    }
    extension Sequence {
      var lazy: LazySequence<Self>
      func map<T>(_ transform: (Element) throws -> T) rethrows -> [T]
      func flatMap<S: Sequence>(_ transform: (Element) throws -> S) rethrows -> [S.Element]
      func flatMap<T>(_ transform: (Element) throws -> T?) rethrows -> [T]
      func compactMap<T>(_ transform: (Element) throws -> T?) rethrows -> [T]
      func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element]
      func forEach(_ body: (Element) throws -> Void) rethrows
      func reduce<R>(_ initialResult: R, _ nextPartialResult: (R, Element) throws -> R) rethrows -> R
      func reduce<R>(into initialResult: R, _ updateAccumulatingResult: (inout R, Element) throws -> ()) rethrows -> R
      func first(where predicate: (Element) throws -> Bool) rethrows -> Element?
      func contains(where predicate: (Element) throws -> Bool) rethrows -> Bool
      func allSatisfy(_ predicate: (Element) throws -> Bool) rethrows -> Bool
      func count(where predicate: (Element) throws -> Bool) rethrows -> Int
      func min(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element?
      func max(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element?
      func sorted(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> [Element]
      func reversed() -> [Element]
      func shuffled() -> [Element]
      func shuffled<T: RandomNumberGenerator>(using generator: inout T) -> [Element]
      func enumerated() -> EnumeratedSequence<Self>
      func dropFirst(_ k: Int = 1) -> DropFirstSequence<Self>
      func dropLast(_ k: Int = 1) -> [Element]
      func drop(while predicate: (Element) throws -> Bool) rethrows -> DropWhileSequence<Self>
      func prefix(_ maxLength: Int) -> PrefixSequence<Self>
      func prefix(while predicate: (Element) throws -> Bool) rethrows -> [Element]
      func suffix(_ maxLength: Int) -> [Element]
      func split(
        maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true,
        whereSeparator isSeparator: (Element) throws -> Bool) rethrows -> [ArraySlice<Element>]
      func elementsEqual<S: Sequence>(
        _ other: S, by areEquivalent: (Element, S.Element) throws -> Bool) rethrows -> Bool
      func starts<S: Sequence>(
        with possiblePrefix: S, by areEquivalent: (Element, S.Element) throws -> Bool) rethrows -> Bool
      func lexicographicallyPrecedes<S: Sequence>(
        _ other: S, by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Bool
        where S.Element == Element
    }
    extension Sequence where Element: Equatable {
      func contains(_ element: Element) -> Bool
      func elementsEqual<S: Sequence>(_ other: S) -> Bool where S.Element == Element
      func starts<S: Sequence>(with possiblePrefix: S) -> Bool where S.Element == Element
      func split(
        separator: Element, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true
      ) -> [ArraySlice<Element>]
    }
    extension Sequence where Element: Comparable {
      func min() -> Element?
      func max() -> Element?
      func sorted() -> [Element]
      func lexicographicallyPrecedes<S: Sequence>(_ other: S) -> Bool where S.Element == Element
    }
    extension Sequence where Element: Sequence {
      func joined() -> FlattenSequence<Self>
      func joined<S: Sequence>(separator: S) -> JoinedSequence<Self> where S.Element == Element.Element
    }
    extension Sequence where Element: StringProtocol {
      func joined(separator: String = "") -> String
    }
    struct DropFirstSequence<Base: Sequence>: Sequence {
      typealias Element = Base.Element
      init(_ base: Base, dropping limit: Int)
    }
    struct PrefixSequence<Base: Sequence>: Sequence {
      typealias Element = Base.Element
      init(_ base: Base, maxLength: Int)
    }
    struct DropWhileSequence<Base: Sequence>: Sequence { typealias Element = Base.Element }
    struct EnumeratedSequence<Base: Sequence>: Sequence {
      typealias Element = (offset: Int, element: Base.Element)
    }
    extension EnumeratedSequence: Collection where Base: Collection {
      struct Index: Comparable {}
    }
    struct FlattenSequence<Base: Sequence>: Sequence where Base.Element: Sequence {
      typealias Element = Base.Element.Element
    }
    extension FlattenSequence: Collection where Base: Collection, Base.Element: Collection {
      struct Index: Comparable {}
    }
    struct JoinedSequence<Base: Sequence>: Sequence where Base.Element: Sequence {
      typealias Element = Base.Element.Element
      init<S: Sequence>(base: Base, separator: S) where S.Element == Element
    }
    struct AnyIterator<Element>: IteratorProtocol, Sequence {
      init<I: IteratorProtocol>(_ base: I) where I.Element == Element
      init(_ body: () -> Element?)
      func next() -> Element?
    }
    struct AnySequence<Element>: Sequence {
      init<I: IteratorProtocol>(_ makeUnderlyingIterator: () -> I) where I.Element == Element
      init<S: Sequence>(_ base: S) where S.Element == Element
    }
    struct IteratorSequence<Base: IteratorProtocol>: IteratorProtocol, Sequence {
      typealias Element = Base.Element
      init(_ base: Base)
      mutating func next() -> Base.Element?
    }
    struct UnfoldSequence<Element, State>: Sequence, IteratorProtocol { mutating func next() -> Element? }
    typealias UnfoldFirstSequence<T> = UnfoldSequence<T, (T?, Bool)>
    struct Zip2Sequence<Sequence1: Sequence, Sequence2: Sequence>: Sequence {
      typealias Element = (Sequence1.Element, Sequence2.Element)
    }
    struct StrideTo<Element: Strideable>: Sequence {}
    struct StrideThrough<Element: Strideable>: Sequence {}
    struct Repeated<Element>: RandomAccessCollection {
      let count: Int
      let repeatedValue: Element
      typealias Index = Int
      subscript(position: Int) -> Element
    }
    struct CollectionOfOne<Element>: RandomAccessCollection, MutableCollection {
      typealias Index = Int
      init(_ element: Element)
    }
    struct EmptyCollection<Element>: RandomAccessCollection, MutableCollection {
      typealias Index = Int
      init()
    }
    func zip<Sequence1: Sequence, Sequence2: Sequence>(
      _ sequence1: Sequence1, _ sequence2: Sequence2) -> Zip2Sequence<Sequence1, Sequence2>
    func sequence<T>(first: T, next: (T) -> T?) -> UnfoldFirstSequence<T>
    func sequence<T, State>(state: State, next: (inout State) -> T?) -> UnfoldSequence<T, State>
    func stride<T: Strideable>(from start: T, to end: T, by stride: T.Stride) -> StrideTo<T>
    func stride<T: Strideable>(from start: T, through end: T, by stride: T.Stride) -> StrideThrough<T>
    func repeatElement<T>(_ element: T, count n: Int) -> Repeated<T>
    """
}
