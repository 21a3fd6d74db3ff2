import GraphModel

/// Which files a scan lists, and which of them are refused without a look at their meaning.
public struct ScanOptions: Sendable {
  /// Files of more bytes are skipped as `tooLarge`. 2 MiB unless set: about ten times the largest
  /// handwritten source files seen in practice.
  public var maximumFileSize = 2 << 20

  /// Files with a line of more bytes are skipped as `lineTooLong`. 64 KiB unless set: handwritten lines
  /// stay below 2 KiB and tables of test data below 16 KiB, while minified and embedded data starts at
  /// hundreds of KiB; and it keeps work that is quadratic in a line's length below a second.
  public var maximumLineLength = 64 << 10

  /// Lists third-party code as ordinary files. It is known by folder names that are conventions of
  /// package managers (`node_modules`, `Pods`, `site-packages`, `vendor`, `third_party`, …) below the root,
  /// and by Python's `pyvenv.cfg`, whether git tracks it or not.
  public var includesVendored = false

  /// Lists generated code as ordinary files. It is known by names of well-known generators (`_pb2.py`,
  /// `.pb.swift`, …) and, in files over 1 MiB, by a comment in the first 4 KiB that says `@generated`, or
  /// `generated` and `DO NOT EDIT`; smaller ones are ordinary files.
  public var includesGenerated = false

  /// True for the files that become entries; the others are only counted.
  public var claims: @Sendable (SourcePath) -> Bool

  /// Makes options with the usual limits.
  public init(claims: @escaping @Sendable (SourcePath) -> Bool) { self.claims = claims }
}
