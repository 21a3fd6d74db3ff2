import GraphModel
import LanguageSupport

/// The names of all files with one number each; also the dotted names of what lies outside the tree.
struct Names {
  private var strings = ByteInterner()
  /// Joined names: see ``join(_:_:)``.
  private var joined = IntegerTable()

  init() { _ = intern("") }

  /// The number of the empty name.
  static let empty: Int32 = 0

  mutating func intern(_ string: String) -> Int32 {
    var string = string
    // The buffer is used inside the closure only.
    return string.withUTF8 { strings.intern($0) }
  }

  mutating func intern(_ bytes: ArraySlice<UInt8>) -> Int32 {
    // The buffer is used inside the closure only.
    bytes.withUnsafeBufferPointer { strings.intern($0) }
  }

  func string(_ name: Int32) -> String { String(decoding: strings[name], as: UTF8.self) }

  func bytes(_ name: Int32) -> ArraySlice<UInt8> { strings[name] }

  /// `outer.name`.
  mutating func join(_ outer: Int32, _ name: Int32) -> Int32 {
    if outer == Self.empty { return name }
    let key = IntegerTable.key(outer, name)
    let known = joined[key]
    if known >= 0 { return known }
    let made = intern(strings[outer] + [UInt8(ascii: ".")] + strings[name])
    joined[key] = made
    return made
  }

  /// True if the last part of a dotted name begins like a class's name.
  func looksLikeClass(_ dotted: Int32) -> Bool {
    let bytes = strings[dotted]
    let last = bytes.lastIndex(of: UInt8(ascii: ".")).map { bytes[($0 + 1)...] } ?? bytes
    guard let first = last.first(where: { $0 != UInt8(ascii: "_") }) else { return false }
    return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
      && last.contains { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
  }
}

/// The numbers of names that the language itself knows.
struct KnownNames {
  let initializer: Int32
  let new: Int32
  let call: Int32
  let getItem: Int32
  let setItem: Int32
  let contains: Int32
  let iter: Int32
  let next: Int32
  let asyncIter: Int32
  let asyncNext: Int32
  let enter: Int32
  let exit: Int32
  let asyncEnter: Int32
  let asyncExit: Int32
  let await: Int32
  let length: Int32
  let getAttribute: Int32
  let descriptorGet: Int32
  let `class`: Int32
  let metaclass: Int32
  let bound: Int32

  init(_ names: inout Names) {
    initializer = names.intern("__init__")
    new = names.intern("__new__")
    call = names.intern("__call__")
    getItem = names.intern("__getitem__")
    setItem = names.intern("__setitem__")
    contains = names.intern("__contains__")
    iter = names.intern("__iter__")
    next = names.intern("__next__")
    asyncIter = names.intern("__aiter__")
    asyncNext = names.intern("__anext__")
    enter = names.intern("__enter__")
    exit = names.intern("__exit__")
    asyncEnter = names.intern("__aenter__")
    asyncExit = names.intern("__aexit__")
    self.await = names.intern("__await__")
    length = names.intern("__len__")
    getAttribute = names.intern("__getattr__")
    descriptorGet = names.intern("__get__")
    self.class = names.intern("__class__")
    metaclass = names.intern("metaclass")
    bound = names.intern("bound")
  }
}
