#!/usr/bin/env python3
"""Makes truth about Python references: what two type checkers, asked separately, both say a reference means.

usage: python_truth.py ROOT OUT.tsv.gz --tools VENV [--dependencies DIR] [--only GLOB]

ROOT is a folder of packages as `pip install --no-deps --target ROOT` makes it; VENV has `ty` and `pyrefly`;
DIR holds what the packages depend on. Both language servers are asked for the definition of every name that
is called, read, inherited from, imported by `from` or used as a decorator. A row is written where both know
one and agree, in the format of `score_edges.py`; sites that one does not resolve are not judged. Parameters,
local variables and variables that are called are left out as targets; `__init__` stands for its class.
"""
import argparse
import ast
import collections
import gzip
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading

FIELDS = "kind path line column name where targetPath targetLine targetColumn targetName".split()


class Text:
    """A source file: its tree, and columns in UTF-8 bytes against those of the protocol, in UTF-16 units."""

    def __init__(self, path):
        self.source = path.read_bytes()
        self.lines = self.source.split(b"\n")
        self.tree = ast.parse(self.source)

    def units(self, line, byte):
        return len(self.lines[line - 1][:byte].decode("utf-8", "replace").encode("utf-16-le")) // 2

    def byte(self, line, units):
        text = self.lines[line - 1].decode("utf-8", "replace").encode("utf-16-le")[:2 * units]
        return len(text.decode("utf-16-le", "replace").encode())


def name_column(text, node):
    """The 0-based byte column of the name that a `def` or `class` statement declares."""
    line = text.lines[node.lineno - 1]
    start = line.index(b"class" if isinstance(node, ast.ClassDef) else b"def", node.col_offset)
    return line.index(node.name.encode(), start + 3)


class Definitions(ast.NodeVisitor):
    """What a file defines: (line, byte column) -> (line, byte column of the name, qualified name, is callable).

    Overloads and other definitions of one function or class count as its first. A server may point at an
    attribute's name or at the expression around it.
    """

    def __init__(self, text):
        self.text, self.found, self.names, self.kinds, self.first = text, {}, [], ["module"], {}
        self.visit(text.tree)

    def define(self, node, statements, kind):
        qualified = ".".join(self.names + [node.name])
        place = (node.lineno, name_column(self.text, node))
        self.found[place] = (*self.first.setdefault(qualified, place), qualified, True)
        self.names.append(node.name)
        self.kinds.append(kind)
        for statement in statements:
            self.visit(statement)
        self.names.pop()
        self.kinds.pop()

    def visit_ClassDef(self, node):
        self.define(node, node.body, "class")

    def visit_FunctionDef(self, node):
        self.define(node, node.body, "function")

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node):
        pass

    def visit_Name(self, node):
        if isinstance(node.ctx, ast.Store) and self.kinds[-1] != "function":
            place = (node.lineno, node.col_offset)
            self.found[place] = (*place, ".".join(self.names + [node.id]), False)

    def visit_Attribute(self, node):
        if isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name) and "class" in self.kinds:
            inner = len(self.kinds) - 1 - self.kinds[::-1].index("class")
            if self.kinds[-1] == "function" and node.value.id in ("self", "cls"):
                place = (node.end_lineno, node.end_col_offset - len(node.attr.encode()))
                for at in (place, (node.lineno, node.col_offset)):
                    self.found[at] = (*place, ".".join(self.names[:inner] + [node.attr]), False)
        self.generic_visit(node)

    def visit_comprehension(self, node):
        pass


class Sites(ast.NodeVisitor):
    """The references of a file: (kind, line, byte column, name)."""

    def __init__(self, tree):
        self.found, self.roles = [], {}
        self.visit(tree)

    def role(self, node, role):
        """The last name of an expression, before subscripts, has this role."""
        while isinstance(node, ast.Subscript):
            node = node.value
        self.roles.setdefault(id(node), role)

    def visit_ClassDef(self, node):
        for base in node.bases:
            if not isinstance(base, ast.Call):
                self.role(base, "inherits")
        self.decorated(node)

    def decorated(self, node):
        for decorator in node.decorator_list:
            if not isinstance(decorator, ast.Call):
                self.role(decorator, "decorates")
        self.generic_visit(node)

    visit_FunctionDef = decorated
    visit_AsyncFunctionDef = decorated

    def visit_Call(self, node):
        self.role(node.func, "calls")
        self.generic_visit(node)

    def visit_Name(self, node):
        if isinstance(node.ctx, ast.Load):
            self.add(node, node.lineno, node.col_offset, node.id)

    def visit_Attribute(self, node):
        if isinstance(node.ctx, ast.Load):
            self.add(node, node.end_lineno, node.end_col_offset - len(node.attr.encode()), node.attr)
        self.generic_visit(node)

    def visit_ImportFrom(self, node):
        for alias in node.names:
            if alias.name != "*":
                self.found.append(("imports", alias.lineno, alias.col_offset, alias.name))

    def add(self, node, line, column, name):
        self.found.append((self.roles.get(id(node), "references"), line, column, name))


class Server:
    """A language server, asked for definitions."""

    def __init__(self, command, root):
        self.process = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)
        self.answers, self.ready, self.next = {}, threading.Condition(), 0
        threading.Thread(target=self.read, daemon=True).start()
        uri = root.as_uri()
        self.answer(self.ask("initialize", dict(
            processId=os.getpid(), rootUri=uri, workspaceFolders=[dict(uri=uri, name="root")],
            capabilities=dict(textDocument=dict(definition=dict(linkSupport=True))))))
        self.send(dict(method="initialized", params={}))

    def send(self, message):
        data = json.dumps(dict(jsonrpc="2.0", **message)).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def ask(self, method, params):
        self.next += 1
        self.send(dict(id=self.next, method=method, params=params))
        return self.next

    def read(self):
        stream = self.process.stdout
        while header := stream.readline():
            length = 0
            while header.strip():
                if header.lower().startswith(b"content-length:"):
                    length = int(header.split(b":")[1])
                header = stream.readline()
            message = json.loads(stream.read(length))
            if "method" in message and "id" in message:      # the server asks for settings: there are none
                items = message.get("params", {}).get("items", [])
                self.send(dict(id=message["id"], result=[{} for _ in items] if items else None))
            elif "id" in message:
                with self.ready:
                    self.answers[message["id"]] = message.get("result")
                    self.ready.notify_all()

    def answer(self, request, patience=300):
        with self.ready:
            if not self.ready.wait_for(lambda: request in self.answers, patience):
                sys.exit("a language server does not answer")
            return self.answers.pop(request)

    def definitions(self, path, text, sites):
        """For each site the places it is defined at: {(path, line, UTF-16 column)}, 1-based lines."""
        document = dict(uri=path.as_uri())
        self.send(dict(method="textDocument/didOpen", params=dict(textDocument=dict(
            languageId="python", version=1, text=text.source.decode(), **document))))
        asked = [self.ask("textDocument/definition", dict(
            textDocument=document, position=dict(line=line - 1, character=text.units(line, column))))
            for _, line, column, _ in sites]
        found = []
        for request in asked:
            places = self.answer(request) or []
            found.append({place(p) for p in (places if isinstance(places, list) else [places])})
        self.send(dict(method="textDocument/didClose", params=dict(textDocument=document)))
        return found

    def stop(self):
        self.process.kill()
        self.process.wait()


def place(location):
    uri = location.get("targetUri") or location["uri"]
    start = (location.get("targetSelectionRange") or location.get("targetRange") or location["range"])["start"]
    return uri, start["line"] + 1, start["character"]


class Corpus:
    """A copy of the packages with the settings of both checkers beside it."""

    def __init__(self, root, dependencies, work):
        self.root = pathlib.Path(work).resolve() / "root"
        shutil.copytree(root, self.root, ignore=shutil.ignore_patterns("*.pyc", "__pycache__"))
        libraries = pathlib.Path(work).resolve() / "libraries"
        shutil.copytree(dependencies, libraries) if dependencies else libraries.mkdir()
        for name in os.listdir(self.root):                   # nothing may shadow the packages
            if name.endswith(".py"):
                (libraries / name).unlink(missing_ok=True)
            shutil.rmtree(libraries / name, ignore_errors=True)
        (self.root / "ty.toml").write_text(f'[environment]\nextra-paths = ["{libraries}"]\nroot = ["{self.root}"]\n')
        (self.root / "pyrefly.toml").write_text(
            f'search-path = ["{self.root}"]\nsite-package-path = ["{libraries}"]\n'
            'disable-search-path-heuristics = true\nskip-interpreter-query = true\nproject-includes = ["**/*.py"]\n')
        self.texts, self.defined, self.bases = {}, {}, collections.defaultdict(set)
        for path in sorted(self.root.rglob("*.py")):
            try:
                self.texts[path] = Text(path)
            except (SyntaxError, ValueError):
                continue
            self.defined[path] = Definitions(self.texts[path]).found
            for node in ast.walk(self.texts[path].tree):
                if isinstance(node, ast.ClassDef):
                    self.bases[node.name].update(ast.unparse(b).split("[")[0].rsplit(".", 1)[-1] for b in node.bases)

    def derives(self, one, other):
        """Whether a class has another among its bases, by their names; both are targets."""
        names, goal = [one[3].rsplit(".", 1)[-1]], other[3].rsplit(".", 1)[-1]
        for name in names:
            names += sorted(self.bases[name] - set(names))
        return goal in names

    def target(self, place, name):
        """(path, line, byte column, qualified name, is callable) of a place inside, its file's name outside; None
        for parameters and local variables. A constructor that is not called by its name is its class."""
        uri, line, units = place
        path = pathlib.Path(uri.removeprefix("file://"))
        if path not in self.texts:
            return path.name
        relative = str(path.relative_to(self.root))
        found = self.defined[path].get((line, self.texts[path].byte(line, units)))
        if found is None:
            return (relative, 1, 0, "", False) if (line, units) == (1, 0) else None
        line, column, qualified, is_callable = found
        owner, _, last = qualified.rpartition(".")
        if owner and last in ("__init__", "__new__") and name != last:
            for class_line, class_column, candidate, _ in self.defined[path].values():
                if candidate == owner:
                    return relative, class_line, class_column, owner, True
        return relative, line, column, qualified, is_callable


def rows(corpus, path, sites, answers):
    """The rows of a file, how many sites both servers resolve, and on how many of those they agree.

    They agree on what both name; that a place outside comes with it (`object.__new__`) is no contradiction.
    """
    relative = str(path.relative_to(corpus.root))
    resolved = agreed = 0
    found = []
    for (kind, line, column, name), places in zip(sites, zip(*answers)):
        targets = [{corpus.target(p, name) for p in each} for each in places]
        if not all(targets) or any(each == {None} for each in targets):
            continue
        inside = [{t for t in each if isinstance(t, tuple)} for each in targets]
        outside = [{t for t in each if isinstance(t, str)} for each in targets]
        both = inside[0] & inside[1]
        if kind == "calls" and not both:
            # A class without a constructor of its own: one server names the class, one where it comes from.
            both = {a for i in (0, 1) for a in inside[i] for b in inside[1 - i] if corpus.derives(a, b)}
        if kind in ("calls", "decorates"):
            both = {t for t in both if t[4]}
            if not both and all(inside):
                continue                                     # a variable that is called
        resolved += 1
        if not both and (inside[0] or inside[1]):
            continue
        agreed += 1
        row = dict(kind=kind, path=relative, line=line, column=column + 1, name=name)
        if not both and kind != "references":
            found.append(dict(row, where="external", targetPath="!", targetLine="", targetColumn="",
                              targetName=",".join(sorted(outside[0] | outside[1]))))
        for target_path, target_line, target_column, qualified, _ in sorted(both):
            if (target_path, target_line, target_column) != (relative, line, column):
                found.append(dict(row, where="explicit", targetPath=target_path, targetLine=target_line,
                                  targetColumn=target_column + 1, targetName=qualified))
    return found, resolved, agreed


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--tools", type=pathlib.Path, required=True)
    parser.add_argument("--dependencies", type=pathlib.Path)
    parser.add_argument("--only", default="*")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        corpus = Corpus(options.root, options.dependencies, work)
        servers = [Server([str(options.tools / "bin" / "ty"), "server"], corpus.root),
                   Server([str(options.tools / "bin" / "pyrefly"), "lsp", "--indexing-mode", "none"], corpus.root)]
        found, resolved, agreed = [], 0, 0
        for path, text in corpus.texts.items():
            if not path.relative_to(corpus.root).match(options.only):
                continue
            sites = Sites(text.tree).found
            answers = [server.definitions(path, text, sites) for server in servers]
            more, of, same = rows(corpus, path, sites, answers)
            found += more
            resolved += of
            agreed += same
        for server in servers:
            server.stop()
    kinds = collections.Counter(row["kind"] for row in found)
    order = sorted(found, key=lambda r: (r["kind"], r["path"], int(r["line"]), r["column"], r["targetPath"],
                                         r["targetLine"] or 0, r["targetColumn"] or 0))
    with gzip.open(options.out, "wt", encoding="utf-8") as out:
        out.write("\t".join(FIELDS) + "\n")
        for row in order:
            out.write("\t".join(str(row[field]) for field in FIELDS) + "\n")
    print(f"{agreed} of {resolved} sites agreed; rows:", dict(sorted(kinds.items())))


if __name__ == "__main__":
    main()
