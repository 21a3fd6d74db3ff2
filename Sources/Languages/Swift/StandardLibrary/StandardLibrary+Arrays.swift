extension StandardLibrary {
  /// Arrays, sets, dictionaries and what belongs to them.
  static let arrays = """
    struct Array<Element>: RandomAccessCollection, RangeReplaceableCollection, MutableCollection,
      ExpressibleByArrayLiteral, CustomReflectable, CustomStringConvertible, CustomDebugStringConvertible
    {
      typealias Index = Int
      typealias Indices = Range<Int>
      typealias Iterator = IndexingIterator<[Element]>
      typealias SubSequence = ArraySlice<Element>
      init()
      init<S: Sequence>(_ s: S) where S.Element == Element
      init(repeating repeatedValue: Element, count: Int)
      init(arrayLiteral elements: Element...)
      init(unsafeUninitializedCapacity: Int,
        initializingWith initializer: (inout UnsafeMutableBufferPointer<Element>, inout Int) throws -> Void) rethrows
      var capacity: Int
      var span: Span<Element>
      var mutableSpan: MutableSpan<Element>
      subscript(index: Int) -> Element
      subscript(bounds: Range<Int>) -> ArraySlice<Element>
      mutating func append(_ newElement: Element)
      mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Element
      mutating func insert(_ newElement: Element, at i: Int)
      mutating func remove(at index: Int) -> Element
      mutating func removeAll(keepingCapacity keepCapacity: Bool = false)
      mutating func reserveCapacity(_ minimumCapacity: Int)
      mutating func replaceSubrange<C: Collection>(_ subrange: Range<Int>, with newElements: C)
        where C.Element == Element
      func withUnsafeBufferPointer<R>(_ body: (UnsafeBufferPointer<Element>) throws -> R) rethrows -> R
      mutating func withUnsafeMutableBufferPointer<R>(
        _ body: (inout UnsafeMutableBufferPointer<Element>) throws -> R) rethrows -> R
      func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R
      mutating func withUnsafeMutableBytes<R>(_ body: (UnsafeMutableRawBufferPointer) throws -> R) rethrows -> R
      static func + (lhs: [Element], rhs: [Element]) -> [Element]
      static func += (lhs: inout [Element], rhs: [Element])
    }
    extension Array: Equatable where Element: Equatable {}
    extension Array: Hashable where Element: Hashable {}
    extension Array: Encodable where Element: Encodable {}
    extension Array: Decodable where Element: Decodable {}
    extension Array: Sendable where Element: Sendable {}
    struct ArraySlice<Element>: RandomAccessCollection, RangeReplaceableCollection, MutableCollection,
      ExpressibleByArrayLiteral, CustomStringConvertible
    {
      typealias Index = Int
      typealias Indices = Range<Int>
      typealias SubSequence = ArraySlice<Element>
      subscript(index: Int) -> Element
      subscript(bounds: Range<Int>) -> ArraySlice<Element>
      func withUnsafeBufferPointer<R>(_ body: (UnsafeBufferPointer<Element>) throws -> R) rethrows -> R
      mutating func withUnsafeMutableBufferPointer<R>(
        _ body: (inout UnsafeMutableBufferPointer<Element>) throws -> R) rethrows -> R
      func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R
    }
    extension ArraySlice: Equatable where Element: Equatable {}
    extension ArraySlice: Hashable where Element: Hashable {}
    struct ContiguousArray<Element>: RandomAccessCollection, RangeReplaceableCollection, MutableCollection,
      ExpressibleByArrayLiteral, CustomStringConvertible
    {
      typealias Index = Int
      typealias Indices = Range<Int>
      typealias SubSequence = ArraySlice<Element>
      init(unsafeUninitializedCapacity: Int,
        initializingWith initializer: (inout UnsafeMutableBufferPointer<Element>, inout Int) throws -> Void) rethrows
      var capacity: Int
      subscript(index: Int) -> Element
      subscript(bounds: Range<Int>) -> ArraySlice<Element>
      func withUnsafeBufferPointer<R>(_ body: (UnsafeBufferPointer<Element>) throws -> R) rethrows -> R
      mutating func withUnsafeMutableBufferPointer<R>(
        _ body: (inout UnsafeMutableBufferPointer<Element>) throws -> R) rethrows -> R
      func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R
    }
    extension ContiguousArray: Equatable where Element: Equatable {}
    extension ContiguousArray: Hashable where Element: Hashable {}
    struct InlineArray<let count: Int, Element> {
      init(repeating value: Element)
      var count: Int
      var indices: Range<Int>
      var isEmpty: Bool
      var startIndex: Int
      var endIndex: Int
      subscript(i: Int) -> Element
      mutating func swapAt(_ i: Int, _ j: Int)
    }
    struct Dictionary<Key: Hashable, Value>: Collection, ExpressibleByDictionaryLiteral, CustomReflectable,
      CustomStringConvertible, CustomDebugStringConvertible
    {
      typealias Element = (key: Key, value: Value)
      struct Index: Comparable {}
      struct Iterator: IteratorProtocol { mutating func next() -> (key: Key, value: Value)? }
      struct Keys: Collection, Equatable {
        typealias Element = Key
        typealias Index = Dictionary<Key, Value>.Index
      }
      struct Values: MutableCollection {
        typealias Element = Value
        typealias Index = Dictionary<Key, Value>.Index
      }
      init()
      init(minimumCapacity: Int)
      init<S: Sequence>(uniqueKeysWithValues keysAndValues: S) where S.Element == (Key, Value)
      init<S: Sequence>(_ keysAndValues: S, uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows
        where S.Element == (Key, Value)
      init<S: Sequence>(grouping values: S, by keyForValue: (S.Element) throws -> Key) rethrows
        where Value == [S.Element]
      init(dictionaryLiteral elements: (Key, Value)...)
      var keys: Dictionary<Key, Value>.Keys
      var values: Dictionary<Key, Value>.Values
      var capacity: Int
      subscript(key: Key) -> Value?
      subscript(key: Key, default defaultValue: @autoclosure () -> Value) -> Value
      subscript(position: Dictionary<Key, Value>.Index) -> (key: Key, value: Value)
      func index(forKey key: Key) -> Dictionary<Key, Value>.Index?
      func mapValues<T>(_ transform: (Value) throws -> T) rethrows -> [Key: T]
      func compactMapValues<T>(_ transform: (Value) throws -> T?) rethrows -> [Key: T]
      func filter(_ isIncluded: ((key: Key, value: Value)) throws -> Bool) rethrows -> [Key: Value]
      mutating func updateValue(_ value: Value, forKey key: Key) -> Value?
      mutating func removeValue(forKey key: Key) -> Value?
      mutating func remove(at index: Dictionary<Key, Value>.Index) -> (key: Key, value: Value)
      mutating func removeAll(keepingCapacity keepCapacity: Bool = false)
      mutating func popFirst() -> (key: Key, value: Value)?
      mutating func reserveCapacity(_ minimumCapacity: Int)
      mutating func merge<S: Sequence>(_ other: S, uniquingKeysWith combine: (Value, Value) throws -> Value)
        rethrows where S.Element == (Key, Value)
      mutating func merge(_ other: [Key: Value], uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows
      func merging<S: Sequence>(_ other: S, uniquingKeysWith combine: (Value, Value) throws -> Value)
        rethrows -> [Key: Value] where S.Element == (Key, Value)
      func merging(_ other: [Key: Value], uniquingKeysWith combine: (Value, Value) throws -> Value)
        rethrows -> [Key: Value]
    }
    extension Dictionary: Equatable where Value: Equatable {}
    extension Dictionary: Hashable where Value: Hashable {}
    extension Dictionary: Encodable where Key: Encodable, Value: Encodable {}
    extension Dictionary: Decodable where Key: Decodable, Value: Decodable {}
    extension Dictionary: Sendable where Key: Sendable, Value: Sendable {}
    struct KeyValuePairs<Key, Value>: RandomAccessCollection, ExpressibleByDictionaryLiteral {
      typealias Element = (key: Key, value: Value)
      typealias Index = Int
      init(dictionaryLiteral elements: (Key, Value)...)
    }
    struct Set<Element: Hashable>: Collection, SetAlgebra, Hashable, ExpressibleByArrayLiteral, CustomReflectable,
      CustomStringConvertible, CustomDebugStringConvertible
    {
      struct Index: Comparable {}
      struct Iterator: IteratorProtocol { mutating func next() -> Element? }
      init()
      init(minimumCapacity: Int)
      init<S: Sequence>(_ sequence: S) where S.Element == Element
      var capacity: Int
      func contains(_ member: Element) -> Bool
      func firstIndex(of member: Element) -> Set<Element>.Index?
      func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Set<Element>
      mutating func insert(_ newMember: Element) -> (inserted: Bool, memberAfterInsert: Element)
      mutating func update(with newMember: Element) -> Element?
      mutating func remove(_ member: Element) -> Element?
      mutating func remove(at position: Set<Element>.Index) -> Element
      mutating func removeAll(keepingCapacity keepCapacity: Bool = false)
      mutating func removeFirst() -> Element
      mutating func popFirst() -> Element?
      mutating func reserveCapacity(_ minimumCapacity: Int)
      func union<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element
      mutating func formUnion<S: Sequence>(_ other: S) where S.Element == Element
      func intersection(_ other: Set<Element>) -> Set<Element>
      func intersection<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element
      mutating func formIntersection<S: Sequence>(_ other: S) where S.Element == Element
      func subtracting(_ other: Set<Element>) -> Set<Element>
      func subtracting<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element
      mutating func subtract(_ other: Set<Element>)
      mutating func subtract<S: Sequence>(_ other: S) where S.Element == Element
      func symmetricDifference<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element
      mutating func formSymmetricDifference<S: Sequence>(_ other: S) where S.Element == Element
      func isSubset(of other: Set<Element>) -> Bool
      func isSubset<S: Sequence>(of possibleSuperset: S) -> Bool where S.Element == Element
      func isSuperset(of other: Set<Element>) -> Bool
      func isSuperset<S: Sequence>(of possibleSubset: S) -> Bool where S.Element == Element
      func isStrictSubset(of other: Set<Element>) -> Bool
      func isStrictSuperset(of other: Set<Element>) -> Bool
      func isDisjoint(with other: Set<Element>) -> Bool
      func isDisjoint<S: Sequence>(with other: S) -> Bool where S.Element == Element
    }
    extension Set: Encodable where Element: Encodable {}
    extension Set: Decodable where Element: Decodable {}
    extension Set: Sendable where Element: Sendable {}
    protocol SetAlgebra<Element>: Equatable, ExpressibleByArrayLiteral {
      associatedtype Element
      init()
      var isEmpty: Bool { get }
      func contains(_ member: Element) -> Bool
      func union(_ other: Self) -> Self
      func intersection(_ other: Self) -> Self
      func symmetricDifference(_ other: Self) -> Self
      func subtracting(_ other: Self) -> Self
      mutating func insert(_ newMember: Element) -> (inserted: Bool, memberAfterInsert: Element)
      mutating func remove(_ member: Element) -> Element?
      mutating func update(with newMember: Element) -> Element?
      mutating func formUnion(_ other: Self)
      mutating func formIntersection(_ other: Self)
      mutating func formSymmetricDifference(_ other: Self)
      mutating func subtract(_ other: Self)
      func isSubset(of other: Self) -> Bool
      func isDisjoint(with other: Self) -> Bool
      func isSuperset(of other: Self) -> Bool
      init<S: Sequence>(_ sequence: S) where S.Element == Element
    }
    extension SetAlgebra {
      func isStrictSubset(of other: Self) -> Bool
      func isStrictSuperset(of other: Self) -> Bool
    }
    protocol OptionSet: SetAlgebra, RawRepresentable {
      associatedtype Element = Self
      init(rawValue: RawValue)
    }
    """
}
