import GraphStore
import StoreTestSupport

/// A good database, changed at some places: reading it gives answers or an error of the store, never a trap.
func fuzzDatabase(_ input: [UInt8]) { readOrRefuse { try base.read(changedBy: input) } }

/// The same with a thin file, its map, and pages that it does not hold.
func fuzzThinDatabase(_ input: [UInt8]) { readOrRefuse { try base.readThin(changedBy: input) } }

private func readOrRefuse(_ read: () throws -> Void) {
  do {
    try read()
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
