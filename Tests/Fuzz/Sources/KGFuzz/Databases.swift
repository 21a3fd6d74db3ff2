import GraphStore
import StoreTestSupport

/// A good database, changed at some places: reading it gives answers or an error of the store, never a trap.
func fuzzDatabase(_ input: [UInt8]) {
  do {
    try base.read(changedBy: input)
  } catch is GraphStoreError {
    return
  } catch {
    fatalError("an error of another kind: \(error)")
  }
}

/// libFuzzer calls from one thread.
nonisolated(unsafe) private let base: DamagedDatabase = {
  do {
    return try DamagedDatabase()
  } catch {
    fatalError("\(error)")
  }
}()
