extension StandardLibrary {
  /// Lazy sequences and collections.
  static let lazySequences = """
    protocol LazySequenceProtocol: Sequence {
      associatedtype Elements: Sequence = Self where Elements.Element == Element
      var elements: Elements { get }
    }
    extension LazySequenceProtocol {
      var lazy: Elements
      func map<U>(_ transform: (Element) -> U) -> LazyMapSequence<Elements, U>
      func compactMap<T>(
        _ transform: (Element) -> T?) -> LazyMapSequence<LazyFilterSequence<LazyMapSequence<Elements, T?>>, T>
      func flatMap<S: Sequence>(
        _ transform: (Element) -> S) -> LazySequence<FlattenSequence<LazyMapSequence<Elements, S>>>
      func filter(_ isIncluded: (Element) -> Bool) -> LazyFilterSequence<Elements>
      func drop(while predicate: (Element) -> Bool) -> LazyDropWhileSequence<Elements>
      func prefix(while predicate: (Element) -> Bool) -> LazyPrefixWhileSequence<Elements>
    }
    extension LazySequenceProtocol where Element: Sequence {
      func joined() -> LazySequence<FlattenSequence<Elements>>
    }
    protocol LazyCollectionProtocol: Collection, LazySequenceProtocol where Elements: Collection {}
    extension LazyCollectionProtocol {
      func reversed() -> LazySequence<ReversedCollection<Elements>>
    }
    struct LazySequence<Base: Sequence>: LazySequenceProtocol {
      typealias Element = Base.Element
      typealias Elements = Base
      var elements: Base
    }
    extension LazySequence: Collection where Base: Collection { typealias Index = Base.Index }
    extension LazySequence: LazyCollectionProtocol where Base: Collection {}
    extension LazySequence: BidirectionalCollection where Base: BidirectionalCollection {}
    extension LazySequence: RandomAccessCollection where Base: RandomAccessCollection {}
    typealias LazyCollection<T: Collection> = LazySequence<T>
    struct LazyMapSequence<Base: Sequence, Element>: LazySequenceProtocol {}
    extension LazyMapSequence: Collection where Base: Collection { typealias Index = Base.Index }
    extension LazyMapSequence: LazyCollectionProtocol where Base: Collection {}
    extension LazyMapSequence: BidirectionalCollection where Base: BidirectionalCollection {}
    extension LazyMapSequence: RandomAccessCollection where Base: RandomAccessCollection {}
    struct LazyFilterSequence<Base: Sequence>: LazySequenceProtocol { typealias Element = Base.Element }
    extension LazyFilterSequence: Collection where Base: Collection { typealias Index = Base.Index }
    extension LazyFilterSequence: LazyCollectionProtocol where Base: Collection {}
    extension LazyFilterSequence: BidirectionalCollection where Base: BidirectionalCollection {}
    struct LazyDropWhileSequence<Base: Sequence>: LazySequenceProtocol { typealias Element = Base.Element }
    extension LazyDropWhileSequence: Collection where Base: Collection { typealias Index = Base.Index }
    extension LazyDropWhileSequence: LazyCollectionProtocol where Base: Collection {}
    struct LazyPrefixWhileSequence<Base: Sequence>: LazySequenceProtocol { typealias Element = Base.Element }
    extension LazyPrefixWhileSequence: Collection where Base: Collection { struct Index: Comparable {} }
    extension LazyPrefixWhileSequence: LazyCollectionProtocol where Base: Collection {}
    """
}
