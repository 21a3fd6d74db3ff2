extension String {
  /// Orders strings by their UTF-8 bytes, as SQLite's BINARY collation does. Swift's own `<` orders by
  /// canonical equivalence, which differs for some non-ASCII text and is slower.
  @inlinable
  public func precedesByBytes(_ other: String) -> Bool {
    let fast = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right -> Bool in
        let common = min(left.count, right.count)
        var index = 0
        while index < common && left[index] == right[index] { index += 1 }
        return index < common ? left[index] < right[index] : left.count < right.count
      }
    }
    return (fast ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}
