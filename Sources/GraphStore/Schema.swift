/// The database's schema. What each table and view means is in `Schema/README.md`; the views are what other
/// programs may rely on.
enum Schema {
  /// SQLite's `user_version`. Raised with every change of tables or encodings; the index is derived from
  /// the sources, so other versions are rebuilt, not migrated.
  static let version: UInt32 = 9

  /// Bytes of a page: SQLite's default, and the size that gave the smallest file.
  static let pageSize = 4096

  /// How many edges or references one row of a list holds at most.
  static let listLength = 64

  /// Statements that make an empty database ready to be filled.
  static let tables = """
    PRAGMA application_id = \(DatabaseHeader.applicationID);
    PRAGMA user_version = \(version);

    CREATE TABLE number_order (kind INTEGER PRIMARY KEY, runs BLOB NOT NULL);
    CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
    CREATE TABLE ordinal (n INTEGER PRIMARY KEY);
    CREATE TABLE node_kind (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE edge_kind (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE language (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE resolution (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE text (id INTEGER PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE file (
      id INTEGER PRIMARY KEY, path NOT NULL, display TEXT, language INTEGER, blob,
      lines INTEGER NOT NULL, parse_errors INTEGER NOT NULL, skip_reason TEXT, stamp BLOB,
      digest BLOB NOT NULL);
    CREATE TABLE node (
      id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, language INTEGER, name INTEGER NOT NULL,
      id_prefix INTEGER NOT NULL, id_suffix INTEGER,
      qualified_prefix INTEGER NOT NULL, qualified_suffix INTEGER,
      file INTEGER, start_line INTEGER, start_column INTEGER, end_line INTEGER, end_column INTEGER,
      name_line INTEGER, name_column INTEGER, signature TEXT, doc TEXT, properties INTEGER);
    CREATE TABLE edge_list (
      source INTEGER NOT NULL, piece INTEGER NOT NULL, file INTEGER, high INTEGER NOT NULL,
      line INTEGER NOT NULL, count INTEGER NOT NULL, list TEXT NOT NULL,
      PRIMARY KEY (source, piece)) WITHOUT ROWID;
    CREATE TABLE backlink (bucket INTEGER PRIMARY KEY, sources BLOB NOT NULL);
    CREATE TABLE reason (id INTEGER PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE unresolved_list (
      source INTEGER NOT NULL, piece INTEGER NOT NULL, file INTEGER, high INTEGER NOT NULL,
      line INTEGER NOT NULL, count INTEGER NOT NULL, list TEXT NOT NULL,
      PRIMARY KEY (source, piece)) WITHOUT ROWID;
    CREATE TABLE chunk (
      id INTEGER PRIMARY KEY, node INTEGER NOT NULL, file INTEGER NOT NULL, start INTEGER NOT NULL,
      length INTEGER NOT NULL);
    CREATE TABLE chunk_lengths (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE chunk_counts (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE history (part INTEGER PRIMARY KEY, size INTEGER NOT NULL, bytes BLOB NOT NULL);
    CREATE TABLE co_change (
      source INTEGER NOT NULL, target INTEGER NOT NULL, support INTEGER NOT NULL, changes INTEGER NOT NULL,
      PRIMARY KEY (source, target)) WITHOUT ROWID;
    CREATE TABLE file_terms (
      file INTEGER PRIMARY KEY, source BLOB NOT NULL, size INTEGER NOT NULL, terms BLOB NOT NULL);
    CREATE TABLE vector (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE vector_sign (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE posting (
      term TEXT NOT NULL, piece INTEGER NOT NULL, count INTEGER NOT NULL, chunks BLOB NOT NULL,
      PRIMARY KEY (term, piece)) WITHOUT ROWID;
    CREATE TABLE community (
      id INTEGER PRIMARY KEY, symbol TEXT NOT NULL, level INTEGER NOT NULL, parent INTEGER,
      label TEXT NOT NULL, share REAL NOT NULL, cohesion REAL NOT NULL);
    CREATE TABLE community_file (
      level INTEGER NOT NULL, file INTEGER NOT NULL, community INTEGER NOT NULL,
      PRIMARY KEY (level, file)) WITHOUT ROWID;
    CREATE TABLE community_node (
      community INTEGER NOT NULL, place INTEGER NOT NULL, node INTEGER NOT NULL, rank REAL NOT NULL,
      PRIMARY KEY (community, place)) WITHOUT ROWID;
    CREATE TABLE community_link (
      source INTEGER NOT NULL, target INTEGER NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (source, target)) WITHOUT ROWID;
    CREATE TABLE facts (
      id INTEGER PRIMARY KEY, blob BLOB NOT NULL, language INTEGER NOT NULL, version INTEGER NOT NULL,
      size INTEGER NOT NULL, place INTEGER NOT NULL, length INTEGER NOT NULL, dropped INTEGER);
    CREATE TABLE facts_bytes (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    """

  /// Statements to run once the tables are filled: an index built from sorted rows is smaller and faster
  /// to build than one that grows row by row.
  static let indexes = """
    CREATE INDEX node_name ON node (name);
    CREATE INDEX node_file ON node (file);
    CREATE INDEX edge_file ON edge_list (file) WHERE file IS NOT NULL;
    CREATE INDEX unresolved_file ON unresolved_list (file) WHERE file IS NOT NULL;
    CREATE UNIQUE INDEX facts_key ON facts (blob, language, version);
    """

  /// The number at place `place` (0-5) of entry `o.n` of a list, as SQL; see ``NumberText``.
  private static func number(_ place: Int) -> String {
    "unicode(substr(l.list, 6 * o.n + \(place + 1), 1)) - 1"
  }

  /// The entries of a list table as rows of numbers, as SQL; see ``ReferenceListWriter``.
  private static func entries(_ table: String) -> String {
    """
    SELECT l.file AS file, l.high AS high, l.source + \(number(0)) AS source, \(number(1)) AS code,
          2048 * (\(number(2))) + \(number(3)) AS other, l.line + \(number(4)) AS line,
          \(number(5)) + (l.high & 65535) * 32768 AS position
        FROM \(table) l CROSS JOIN ordinal o ON o.n < l.count
    """
  }

  /// The documented views. `CROSS JOIN` fixes the order of the joins: without statistics SQLite may otherwise
  /// look through all lists for each node.
  static let views = """
    CREATE VIEW files AS
    SELECT coalesce(f.display, f.path) AS path, l.name AS language,
      CASE typeof(f.blob) WHEN 'blob' THEN lower(hex(f.blob)) ELSE f.blob END AS blob,
      f.lines AS lines, f.parse_errors AS parseErrors, f.skip_reason AS skipReason
    FROM file f LEFT JOIN language l ON l.id = f.language;

    CREATE VIEW nodes AS
    SELECT p.value || CASE WHEN s.id IS NULL THEN '' ELSE n.value || s.value END AS id,
      k.name AS kind, n.value AS name,
      q.value || CASE WHEN t.id IS NULL THEN '' ELSE n.value || t.value END AS qualifiedName,
      l.name AS language, coalesce(f.display, f.path) AS path,
      d.start_line AS startLine, d.start_column AS startColumn, d.end_line AS endLine,
      d.end_column AS endColumn, d.name_line AS nameLine, d.name_column AS nameColumn,
      d.signature AS signature, d.doc AS doc, coalesce(o.value, '{}') AS properties
    FROM node d
      JOIN node_kind k ON k.id = d.kind
      JOIN text n ON n.id = d.name
      JOIN text p ON p.id = d.id_prefix
      JOIN text q ON q.id = d.qualified_prefix
      LEFT JOIN text s ON s.id = d.id_suffix
      LEFT JOIN text t ON t.id = d.qualified_suffix
      LEFT JOIN text o ON o.id = d.properties
      LEFT JOIN language l ON l.id = d.language
      LEFT JOIN file f ON f.id = d.file;

    CREATE VIEW communities AS
    SELECT c.symbol AS id, c.level AS level, p.symbol AS parent, c.label AS label,
      (SELECT count(*) FROM community_file f WHERE f.level = c.level AND f.community = c.id) AS files,
      c.share AS modularityShare, c.cohesion AS cohesion
    FROM community c LEFT JOIN community p ON p.id = c.parent;

    CREATE VIEW community_members AS
    SELECT c.symbol AS community, coalesce(f.display, f.path) AS path
    FROM community_file m CROSS JOIN community c ON c.id = m.community CROSS JOIN file f ON f.id = m.file;

    CREATE VIEW co_changes AS
    SELECT coalesce(s.display, s.path) AS source, coalesce(t.display, t.path) AS target,
      c.support AS support, CAST(c.support AS REAL) / c.changes AS confidence
    FROM co_change c CROSS JOIN file s ON s.id = c.source CROSS JOIN file t ON t.id = c.target;

    CREATE VIEW symbol AS
    SELECT d.id AS node, d.file AS file,
      p.value || CASE WHEN s.id IS NULL THEN '' ELSE n.value || s.value END AS id
    FROM node d
      CROSS JOIN text n ON n.id = d.name
      CROSS JOIN text p ON p.id = d.id_prefix
      LEFT JOIN text s ON s.id = d.id_suffix;

    CREATE VIEW edges AS
    SELECT k.name AS kind, s.id AS source, t.id AS target, coalesce(f.display, f.path) AS path,
      nullif(e.line, 0) AS line, CASE WHEN e.line > 0 THEN e.position END AS "column",
      r.name AS resolution, (e.code >> 7) + (e.high >> 16) * 256 + 1 AS candidates
    FROM (\(entries("edge_list"))) e
      CROSS JOIN edge_kind k ON k.id = (e.code & 31)
      CROSS JOIN resolution r ON r.id = (e.code >> 5 & 3)
      CROSS JOIN symbol s ON s.node = e.source
      CROSS JOIN symbol t ON t.node = e.other
      LEFT JOIN file f ON f.id = coalesce(e.file, s.file);

    CREATE VIEW unresolved AS
    SELECT k.name AS kind, n.value AS name, s.id AS source, coalesce(f.display, f.path) AS path,
      u.line AS line, u.position AS "column", r.value AS reason
    FROM (\(entries("unresolved_list"))) u
      CROSS JOIN edge_kind k ON k.id = (u.code & 31)
      CROSS JOIN symbol s ON s.node = u.source
      CROSS JOIN text n ON n.id = u.other
      CROSS JOIN reason r ON r.id = (u.code >> 5)
      LEFT JOIN file f ON f.id = coalesce(u.file, s.file);
    """

  /// Every statement that makes a table, an index or a view, as SQLite keeps it.
  static let statements: [String] = (tables + indexes + views).split(separator: ";")
    .map { statement in String(statement.drop(while: \.isWhitespace)) }
    .filter { $0.hasPrefix("CREATE ") }
}
