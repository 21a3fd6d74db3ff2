#!/usr/bin/env python3
"""Writes EntityTable.swift: HTML5's named character references, as listed in Python's own html.entities.

Usage: python3 generate-entities.py > EntityTable.swift
"""

from html.entities import html5

HEAD = '''// Made by generate-entities.py from the names that HTML5 defines; change that file, not this one.

extension Entities {
  /// One entry a name, in byte order of the names: the name, `=`, the code points in hexadecimal joined by
  /// `+`; entries are separated by a space.
  static let table: [UInt8] = Array(
    """'''
TAIL = '''    """.utf8)
}'''

entries = sorted(
    "%s=%s " % (name[:-1], "+".join("%X" % ord(character) for character in text))
    for name, text in html5.items()
    if name.endswith(";")
)
# The order of the names alone: "=" sorts before letters but after digits.
entries.sort(key=lambda entry: entry.split("=")[0])

print(HEAD)
line = ""
for entry in entries:
    if len(line) + len(entry) > 104:
        print("    " + line + "\\")
        line = ""
    line += entry
print("    " + line.rstrip())
print(TAIL)
