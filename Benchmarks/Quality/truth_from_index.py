#!/usr/bin/env python3
"""Write what a compiler's index says about a Swift package, as rows that edges can be judged by.

usage: truth_from_index.py ROOT STORE OUT.tsv[.gz]

ROOT is the package's folder, STORE the index store of a debug build of it (`.build/debug/index/store`). Reads the store
through the toolchain's libIndexStore with ctypes, on its own: it shares no code with kg, so it can judge kg's reader, too.

Columns: kind path line column name where targetPath targetLine targetColumn targetName. Lines and columns are 1-based,
columns in UTF-8 bytes, paths relative to ROOT. `where`: explicit (the target is written at that place), implicit (made by
the compiler; the place is that of the type it belongs to), external (not in ROOT).
"""
import ctypes, gzip, os, shutil, sys

KIND = {4: "macro", 5: "enum", 6: "struct", 7: "class", 8: "protocol", 9: "extension", 11: "alias", 12: "function",
        13: "variable", 15: "case", 16: "method", 17: "method", 18: "method", 19: "property", 20: "property",
        21: "property", 22: "init", 23: "deinit", 25: "parameter"}
TYPES = {"enum", "struct", "class", "protocol", "alias"}
CALLED = {"function", "method", "init", "case", "macro"}
DEFINITION, REFERENCE, CALL, IMPLICIT, CHILD_OF, BASE_OF, OVERRIDE_OF = 2, 4, 32, 256, 512, 1024, 2048
ACCESSORS = {3, 4} | set(range(1000, 1004))


class Text(ctypes.Structure):
    _fields_ = [("data", ctypes.c_void_p), ("length", ctypes.c_size_t)]

    def __str__(self):
        return ctypes.string_at(self.data, self.length).decode("utf-8", "replace") if self.length else ""


class Library:
    """The functions used here, with their C types."""

    def __init__(self):
        swift = shutil.which("swift") or sys.exit("no swift on the PATH")
        library = os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(swift))), "lib", "libIndexStore.so")
        self.library = ctypes.CDLL(library)
        pointer = ctypes.c_void_p
        self.each_text = ctypes.CFUNCTYPE(ctypes.c_bool, pointer, Text)
        self.each = ctypes.CFUNCTYPE(ctypes.c_bool, pointer, pointer)
        named = [pointer, ctypes.c_char_p, pointer]
        for name, result, arguments in [
            ("store_create", pointer, [ctypes.c_char_p, pointer]),
            ("store_units_apply_f", ctypes.c_bool, [pointer, ctypes.c_uint, pointer, self.each_text]),
            ("unit_reader_create", pointer, named), ("record_reader_create", pointer, named),
            ("unit_reader_get_main_file", Text, [pointer]),
            ("unit_reader_dependencies_apply_f", ctypes.c_bool, [pointer, pointer, self.each]),
            ("unit_dependency_get_kind", ctypes.c_int, [pointer]),
            ("unit_dependency_get_name", Text, [pointer]), ("unit_dependency_get_filepath", Text, [pointer]),
            ("record_reader_occurrences_apply_f", ctypes.c_bool, [pointer, pointer, self.each]),
            ("occurrence_get_symbol", pointer, [pointer]), ("occurrence_get_roles", ctypes.c_uint64, [pointer]),
            ("occurrence_relations_apply_f", ctypes.c_bool, [pointer, pointer, self.each]),
            ("occurrence_get_line_col", None, [pointer, pointer, pointer]),
            ("symbol_relation_get_roles", ctypes.c_uint64, [pointer]),
            ("symbol_relation_get_symbol", pointer, [pointer]),
            ("symbol_get_kind", ctypes.c_int, [pointer]), ("symbol_get_subkind", ctypes.c_int, [pointer]),
            ("symbol_get_name", Text, [pointer]), ("symbol_get_usr", Text, [pointer]),
        ]:
            function = getattr(self.library, "indexstore_" + name)
            function.restype, function.argtypes = result, arguments
            setattr(self, name, function)

    def collect(self, apply, source, read):
        found = []
        apply(source, None, self.each(lambda _, item: (found.append(read(item)), True)[1]))
        return found

    def units(self, store):
        names = []
        self.store_units_apply_f(store, 1, None, self.each_text(lambda _, name: (names.append(str(name)), True)[1]))
        return names

    def occurrence(self, item):
        line, column = ctypes.c_uint(), ctypes.c_uint()
        self.occurrence_get_line_col(item, ctypes.byref(line), ctypes.byref(column))
        symbol = self.occurrence_get_symbol(item)
        related = self.collect(self.occurrence_relations_apply_f, item, lambda relation: (
            self.symbol_relation_get_roles(relation),
            str(self.symbol_get_usr(self.symbol_relation_get_symbol(relation)))))
        return (line.value, column.value, KIND.get(self.symbol_get_kind(symbol), ""),
                self.symbol_get_subkind(symbol), str(self.symbol_get_name(symbol)), str(self.symbol_get_usr(symbol)),
                self.occurrence_get_roles(item), related)


def occurrences(root, store_path):
    """For each file of the package its occurrences, sorted."""
    library = Library()
    store = library.store_create(store_path.encode(), None) or sys.exit("no index store in " + store_path)
    files = {}
    for name in library.units(store):
        unit = library.unit_reader_create(store, name.encode(), None)
        main = str(library.unit_reader_get_main_file(unit)) if unit else ""
        if not main.startswith(root + "/") or not main.endswith(".swift"):
            continue
        path = os.path.relpath(main, root)
        if path.startswith(".build/"):
            continue
        records = library.collect(library.unit_reader_dependencies_apply_f, unit, lambda item: (
            library.unit_dependency_get_kind(item), str(library.unit_dependency_get_name(item)),
            str(library.unit_dependency_get_filepath(item))))
        for kind, record, file in records:
            if kind == 2 and file == main:
                reader = library.record_reader_create(store, record.encode(), None)
                rows = library.collect(library.record_reader_occurrences_apply_f, reader, library.occurrence)
                files.setdefault(path, set()).update((*row[:7], tuple(row[7])) for row in rows)
    return {path: sorted(rows) for path, rows in sorted(files.items())}


def places(files):
    """Where each symbol is written: USR → (where, path, line, column, name)."""
    found = {}
    for path, rows in files.items():
        for line, column, _, _, name, usr, roles, _ in rows:
            if roles & DEFINITION:
                where = "implicit" if roles & IMPLICIT else "explicit"
                found.setdefault(usr, (where, path, line, column, name))
    return found


def rows(files):
    definitions = places(files)
    for path, found in files.items():
        for line, column, kind, subkind, name, usr, roles, related in found:
            def row(edge, target, target_name):
                there = definitions.get(target, ("external", "!", "", "", target_name))
                return (edge, path, line, column, name.split("(")[0], *there)
            if roles & DEFINITION and not roles & IMPLICIT and subkind not in ACCESSORS:
                for role, target in related:
                    if role & OVERRIDE_OF and target in definitions:
                        yield row("overrides", target, "")
            if not roles & REFERENCE or roles & IMPLICIT or subkind in ACCESSORS:
                continue
            if roles & CALL and kind in CALLED:
                yield row("calls", usr, name)
            if kind in TYPES:
                yield row("references", usr, name)
                if any(role & BASE_OF for role, _ in related):
                    yield row("inherits", usr, name)


def main():
    root, store, out = sys.argv[1:]
    files = occurrences(os.path.realpath(root), store)
    lines = sorted({"\t".join(map(str, row)) for row in rows(files)})
    head = "kind path line column name where targetPath targetLine targetColumn targetName".replace(" ", "\t")
    text = "\n".join([head, *lines]) + "\n"
    with (gzip.open(out, "wt", encoding="utf-8") if out.endswith(".gz") else open(out, "w", encoding="utf-8")) as file:
        file.write(text)
    print(f"{len(files)} files, {len(lines)} rows", file=sys.stderr)


if __name__ == "__main__":
    main()
