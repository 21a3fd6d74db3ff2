import CompilerIndex
import Foundation
import GraphModel
import LanguageSupport
import TestSupport
import Testing

@Suite struct IndexStoreReaderTests {
  @Test func whatIsEncodedComesBack() throws {
    let fixture = try CompiledFixture(["A.swift": "struct A: Equatable { var a: Int }\n"])
    let bytes = fixture.compiled.encoded
    #expect(CompiledProgram(encoded: bytes) == fixture.compiled)
    for count in 0..<bytes.count { #expect(CompiledProgram(encoded: Array(bytes.prefix(count))) == nil) }
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      var damaged = bytes
      damaged[Int(generator.next() % UInt64(bytes.count))] ^= UInt8(1 << (generator.next() % 8))
      // Whatever comes out, its indices are in range.
      if let program = CompiledProgram(encoded: damaged) {
        for file in program.files {
          for occurrence in file.occurrences { _ = program.name(occurrence.symbol) }
        }
      }
    }
  }

  @Test func requestsComeBack() throws {
    let store = IndexStoreLocation(path: "/x/.build/debug/index/store", package: SourcePath("Tools"))
    let request = ReadRequest(
      library: "/lib/libIndexStore.so", stores: [store], root: Array("/x".utf8),
      files: [SourcePath("A.swift"), SourcePath(bytes: [0xFF, 0x0A])])
    #expect(ReadRequest(encoded: request.encoded) == request)
    #expect(ReadRequest(encoded: Array(request.encoded.dropLast())) == nil)
  }

  @Test func aMovedTreeKeepsItsIndex() throws {
    let fixture = try CompiledFixture(["Sources/A.swift": "func a() {}\n"])
    let moved = try TemporaryDirectory()
    try FileManager.default.copyItem(
      atPath: fixture.directory.path + "/.build", toPath: moved.path + "/.build")
    let compiled = try IndexStoreReader.read(CompiledFixture.request(moved, fixture.paths))
    #expect(compiled.files.map(\.path) == [SourcePath("Sources/A.swift")])
  }

  @Test func onlyTheFilesAskedForAreRead() throws {
    let fixture = try CompiledFixture(["A.swift": "func a() {}\n", "B.swift": "func b() {}\n"])
    let compiled = try IndexStoreReader.read(
      CompiledFixture.request(fixture.directory, [SourcePath("B.swift"), SourcePath("C.swift")]))
    #expect(compiled.files.map(\.path) == [SourcePath("B.swift")])
    #expect(compiled.files.allSatisfy { $0.time > 0 })
  }

  @Test func whereThereIsNoLibraryTheErrorSaysWhereItWasLookedFor() throws {
    let missing = IndexStoreError.noLibrary(searched: ["/nowhere/libIndexStore.so"])
    #expect(throws: missing) { try IndexStoreLibrary(path: "/nowhere/libIndexStore.so") }
    #expect(missing.description.contains("/nowhere/libIndexStore.so"))
    let tree = try TemporaryDirectory(["not-a-library.so": "text"])
    #expect(throws: IndexStoreError.self) { try IndexStoreLibrary(path: tree.path + "/not-a-library.so") }
  }

  @Test func relativeFoldersOnThePathAreNotTrusted() {
    let found = IndexStoreLibrary.candidates(environment: [
      "PATH": ".:bin", "TOOLCHAIN_DIR": "toolchain", "KG_INDEX_STORE_LIBRARY": "lib.so",
    ])
    #expect(
      found.allSatisfy {
        $0.hasPrefix("/usr/") || $0.hasPrefix("/Applications/") || $0.hasPrefix("/Library/")
      })
  }
}
