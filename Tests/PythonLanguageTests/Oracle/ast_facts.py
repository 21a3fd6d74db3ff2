"""Prints what CPython's own parser finds in Python files, one fact a line.

    python3 ast_facts.py FILE-WITH-PATHS

The argument names a file with one path a line. For each path: a line `file PATH`, then either the
single line `refused`, or facts. Lines and columns are 1-based, columns count the bytes of the file.

    def KIND NAME LINE NAME-LINE END-LINE    LINE is the first decorator's, if there is one
    doc NAME LINE TEXT                       `file` for the file; line breaks as \\n
    odd NAME LINE                            its documentation has control characters or is not UTF-8
    import LINE COLUMN LEVEL MODULE NAME ALIAS DEFERRED
    call LINE COLUMN NAME                    at the callee's last identifier
    base LINE COLUMN NAME                    at a base class's last identifier
    decorator LINE COLUMN NAME               at a decorator's last identifier, before its arguments
    load|store|delete|global|nonlocal LINE COLUMN NAME SCOPE OWNER RECEIVER
                                             every name and attribute, parameters and captures too
    fcall NAME, fname NAME                   inside an f-string before 3.12: columns are not exact
    fstring LINE COLUMN END-LINE END-COLUMN  an outermost f-string, before 3.12
    annotation LINE COLUMN END-LINE END-COLUMN   a string inside an annotation

Absent parts are `-`. The rules for kinds are those of the parser's README, written down a second time.
"""

import ast
import re
import sys
import tokenize
import warnings

EXACT_FSTRINGS = sys.version_info >= (3, 12)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Source:
    """Turns columns of the decoded text, counted in UTF-8, into columns of the file's own bytes."""

    def __init__(self, data):
        self.data = data
        self.encoding = "utf-8"
        self.mark = 3 if data.startswith(b"\xef\xbb\xbf") else 0
        lines = iter(data.splitlines(True))
        self.encoding, _ = tokenize.detect_encoding(lambda: next(lines, b""))
        self.is_utf8 = self.encoding.startswith("utf-8")
        text = data[self.mark:].decode(self.encoding).replace("\r\n", "\n").replace("\r", "\n")
        self.lines = [line.encode("utf-8") for line in text.split("\n")]

    def column(self, line, column):
        if self.is_utf8:
            return column + 1 + (self.mark if line == 1 else 0)
        text = self.lines[line - 1][:column].decode("utf-8")
        return len(text.encode(self.encoding)) + 1

    def text(self, line, column, end_line, end_column):
        """The UTF-8 bytes of a span, whose columns are those of `ast`."""
        if line == end_line:
            return self.lines[line - 1][column:end_column]
        middle = self.lines[line:end_line - 1]
        return b"\n".join([self.lines[line - 1][column:], *middle, self.lines[end_line - 1][:end_column]])

    def behind(self, line, column, length):
        """Line and `ast` column of the byte that lies `length` bytes behind another."""
        while length > len(self.lines[line - 1]) - column:
            length -= len(self.lines[line - 1]) - column + 1
            line, column = line + 1, 0
        return line, column + length


class Facts:
    def __init__(self, source, out):
        self.source = source
        self.out = out
        self.bound = {}  # (scope, name) of every definition in a file or class body
        self.attributes = []
        self.attribute_keys = set()
        self.undecided = []

    # Scopes are dictionaries: kind is "file", "class", "function" or "other".

    def run(self, tree):
        scope = {"kind": "file", "name": "", "label": "file", "owner": "file", "local": False, "self": None}
        self.documentation(tree, "file", 1)
        self.walk(tree.body, scope)
        for key, line in self.attributes:
            if key not in self.bound:
                self.out.append(line)
        for place, (key, name, method), receiver in self.undecided:
            self.write(*place, method if key in self.bound else name, receiver)

    def write(self, *words):
        self.out.append(" ".join("-" if word in (None, "") else str(word) for word in words))

    def qualified(self, scope, name):
        return scope["name"] + "." + name if scope["name"] else name

    def bind(self, scope, name):
        key = (id(scope), name)
        if key in self.bound:
            return False
        # The scope is kept, so that its id stays its own.
        self.bound[key] = scope
        return True

    def walk(self, nodes, scope):
        stack = [(node, scope) for node in reversed(nodes)]
        while stack:
            node, scope = stack.pop()
            stack.extend(reversed(self.visit(node, scope)))

    def visit(self, node, scope):
        """Writes a node's own facts and returns its children with their scopes, in source order."""
        if isinstance(node, FUNCTIONS):
            return self.function(node, scope)
        if isinstance(node, ast.ClassDef):
            return self.class_definition(node, scope)
        if isinstance(node, ast.Lambda):
            label = scope["label"] + ".<lambda>"
            inner = {"kind": "function", "name": scope["name"], "label": label, "local": True, "self": None}
            inner["owner"] = scope["owner"]
            return self.parameters(node.args, inner, scope, scope) + [(node.body, inner)]
        if isinstance(node, COMPREHENSIONS):
            inner = dict(scope, kind="other", outer=scope, label=scope["label"] + ".<comprehension>")
            first = node.generators[0]
            children = [(child, inner) for child in ast.iter_child_nodes(node) if child is not first]
            children.append((first.iter, scope))
            children += [(child, inner) for child in ast.iter_child_nodes(first) if child is not first.iter]
            return children
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            self.imports(node, scope)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                self.assign(target, scope, node)
        elif isinstance(node, ast.AnnAssign):
            self.strings(node.annotation)
            name = self.assign(node.target, scope, node)
            owner = self.header(scope, name) if name else scope
            children = [(node.target, scope), (node.annotation, owner)]
            return children + ([(node.value, scope)] if node.value is not None else [])
        elif isinstance(node, ast.NamedExpr):
            outer = scope
            while outer["kind"] == "other":
                outer = outer["outer"]
            self.assign(node.target, outer, node)
            return [(node.target, dict(outer, owner=scope["owner"])), (node.value, scope)]
        elif isinstance(node, ast.Call):
            self.place("call", node.func)
        elif isinstance(node, (ast.Name, ast.Attribute)):
            self.place(type(node.ctx).__name__.lower().replace("del", "delete"), node, scope)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            start = (node.type.end_lineno, node.type.end_col_offset)
            end = (node.body[0].lineno, node.body[0].col_offset)
            self.search("store", rb"[\s)\\,]*as[\s\\]+", start, end, node.name, scope)
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            self.names_of(node, scope)
        elif type(node).__name__ in ("MatchAs", "MatchStar") and node.name:
            column = node.end_col_offset - len(node.name.encode())
            self.use("store", node.end_lineno, column, node.name, scope)
        elif type(node).__name__ == "MatchMapping" and node.rest:
            start = (node.lineno, node.col_offset)
            end = (node.end_lineno, node.end_col_offset)
            self.search("store", rb".*\*\*[\s\\]*", start, end, node.rest, scope)
        elif isinstance(node, ast.JoinedStr) and not EXACT_FSTRINGS:
            self.format_string(node)
            return []
        elif type(node).__name__ == "TypeAlias":
            self.strings(node.value)
            if self.is_body(scope):
                self.bind(scope, node.name.id)
            line = node.lineno
            self.write("def", "typeAlias", self.qualified(scope, node.name.id), line, line, node.end_lineno)
            inner = self.type_parameters(node, self.header(scope, self.qualified(scope, node.name.id)))
            return [(child, inner) for child in node.type_params + [node.value]]
        elif type(node).__name__ in ("TypeVar", "TypeVarTuple", "ParamSpec"):
            start = (node.lineno, node.col_offset)
            end = (node.end_lineno, node.end_col_offset)
            self.search("store", rb"[*\s\\]*", start, end, node.name, scope)
            for child in ast.iter_child_nodes(node):
                self.strings(child)
        return [(child, scope) for child in ast.iter_child_nodes(node)]

    def parameters(self, node, inner, outer, annotations):
        """Writes the names of parameters and returns their annotations and defaults."""
        children = []
        every = node.posonlyargs + node.args + node.kwonlyargs + [node.vararg, node.kwarg]
        for parameter in every:
            if parameter is not None:
                self.use("store", parameter.lineno, parameter.col_offset, parameter.arg, inner)
                if parameter.annotation is not None:
                    self.strings(parameter.annotation)
                    children.append((parameter.annotation, annotations))
        defaults = node.defaults + [default for default in node.kw_defaults if default is not None]
        return children + [(default, outer) for default in defaults]

    def header(self, scope, name):
        """The scope around a definition, for what belongs to the definition but is evaluated outside."""
        return dict(scope, kind="other", outer=scope, owner=name)

    def type_parameters(self, node, scope):
        """The scope of a definition's type parameters, or the one around it."""
        if not getattr(node, "type_params", []):
            return scope
        return dict(scope, kind="types", label=scope["label"] + ".<typeParameters>")

    def is_body(self, scope):
        return scope["kind"] in ("file", "class")

    # Definitions

    def first_line(self, node):
        return min([node.lineno] + [decorator.lineno for decorator in node.decorator_list])

    def documentation(self, node, name, line):
        text = ast.get_docstring(node)
        if text is None or not text.strip():
            return
        raw = ast.get_docstring(node, clean=False)
        if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", raw) or not (self.source.is_utf8 or raw.isascii()):
            self.write("odd", name, line)
        else:
            text = text.rstrip().replace("\\", "\\\\").replace("\n", "\\n")
            self.write("doc", name, line, text)

    def function(self, node, scope):
        names = [self.decorator_name(decorator) for decorator in node.decorator_list]
        kind = "function"
        if scope["kind"] == "class":
            kind = "method"
            if node.name == "__init__":
                kind = "initializer"
            if any(name in ("property", "cached_property", "abstractproperty") for name, _ in names):
                kind = "property"
            if any(name in ("setter", "getter", "deleter") and dotted for name, dotted in names):
                kind = "property"
        if self.is_body(scope):
            self.bind(scope, node.name)
        name = self.qualified(scope, node.name)
        self.write("def", kind, name, self.first_line(node), node.lineno, node.end_lineno)
        self.documentation(node, name, node.lineno)
        if node.returns is not None:
            self.strings(node.returns)
        inner = {"kind": "function", "name": name, "label": name, "owner": name, "local": True, "self": None}
        positional = node.args.posonlyargs + node.args.args
        if scope["kind"] == "class" and positional:
            words = [name for name, _ in names]
            if "staticmethod" not in words and "abstractstaticmethod" not in words:
                in_class = "classmethod" in words or "abstractclassmethod" in words
                in_class = in_class or node.name in ("__new__", "__init_subclass__", "__class_getitem__")
                inner["self"] = positional[0].arg
                inner["class"] = scope
                inner["attribute"] = "variable" if in_class else "property"
        header = self.header(scope, name)
        children = [(child, header) for child in self.decorators(node)]
        types = self.type_parameters(node, header)
        children += [(parameter, types) for parameter in getattr(node, "type_params", [])]
        children += self.parameters(node.args, inner, header, types)
        if node.returns is not None:
            children.append((node.returns, types))
        return children + [(child, inner) for child in node.body]

    def class_definition(self, node, scope):
        if self.is_body(scope):
            self.bind(scope, node.name)
        name = self.qualified(scope, node.name)
        self.write("def", "class", name, self.first_line(node), node.lineno, node.end_lineno)
        self.documentation(node, name, node.lineno)
        for base in node.bases:
            target = base
            while isinstance(target, ast.Subscript):
                self.strings(target.slice)
                target = target.value
            self.place("base", target)
        inner = {"kind": "class", "name": name, "label": name, "owner": name, "local": scope["local"]}
        inner["self"] = None
        header = self.header(scope, name)
        types = self.type_parameters(node, header)
        children = [(child, header) for child in self.decorators(node)]
        children += [(child, types) for child in getattr(node, "type_params", [])]
        children += [(child, types) for child in node.bases + node.keywords]
        return children + [(child, inner) for child in node.body]

    def decorators(self, node):
        """Writes the decorators of a definition and returns what else they contain."""
        children = []
        for decorator in node.decorator_list:
            if isinstance(decorator, ast.Call):
                self.place("decorator", decorator.func)
                children += [decorator.func] + decorator.args + decorator.keywords
            else:
                self.place("decorator", decorator)
                children.append(decorator)
        return children

    def decorator_name(self, node):
        """The last identifier of a decorator, and whether it is an attribute of a dotted name."""
        if isinstance(node, ast.Call):
            node = node.func
        if isinstance(node, ast.Name):
            return node.id, False
        if isinstance(node, ast.Attribute):
            return node.attr, isinstance(node.value, (ast.Name, ast.Attribute, ast.Call))
        return None, False

    def assign(self, target, scope, statement):
        """Writes the definitions that an assignment makes; returns the name of one for a single target."""
        if isinstance(target, (ast.Tuple, ast.List)):
            for element in target.elts:
                self.assign(element, scope, statement)
        elif isinstance(target, ast.Starred):
            self.assign(target.value, scope, statement)
        elif isinstance(target, ast.Name):
            if self.is_body(scope) and self.bind(scope, target.id):
                name = self.qualified(scope, target.id)
                self.definition("variable", name, target, target.lineno, statement)
                return name
        elif isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
            if scope["self"] is not None and target.value.id == scope["self"]:
                owner = scope["class"]
                key = (id(owner), target.attr)
                if key not in self.bound and key not in self.attribute_keys:
                    self.attribute_keys.add(key)
                    kept = self.out
                    self.out = []
                    name = self.qualified(owner, target.attr)
                    self.definition(scope["attribute"], name, target.value, target.end_lineno, statement)
                    self.attributes.append((key, self.out[0]))
                    self.out = kept
                    return (key, name, scope["owner"])
        return None

    def definition(self, kind, name, start, name_line, statement):
        self.write("def", kind, name, start.lineno, name_line, statement.end_lineno)

    # References

    def place(self, what, node, scope=None):
        if isinstance(node, ast.Name):
            self.use(what, node.lineno, node.col_offset, node.id, scope)
        elif isinstance(node, ast.Attribute):
            column = node.end_col_offset - len(node.attr.encode())
            self.use(what, node.end_lineno, column, node.attr, scope, self.receiver(node.value))

    def use(self, what, line, column, name, scope, receiver="none"):
        place = [what, line, self.source.column(line, column), name]
        if scope is None:
            self.write(*place)
        elif isinstance(scope["owner"], tuple):
            # An attribute that may turn out to be the class's own name: decided at the end.
            self.undecided.append((place + [scope["label"]], scope["owner"], receiver))
        else:
            self.write(*place, scope["label"], scope["owner"], receiver)

    def receiver(self, node):
        if isinstance(node, ast.Call):
            node = node.func
        if isinstance(node, (ast.Name, ast.Attribute)):
            return self.last_name(node)
        return "expression"

    def search(self, what, pattern, start, end, name, scope):
        """Writes the use of a name that stands behind `pattern` in a span of the source."""
        text = self.source.text(*start, *end)
        match = re.match(pattern + rb"(?=" + re.escape(name.encode()) + rb"\b)", text, re.DOTALL)
        if match:
            self.use(what, *self.source.behind(*start, match.end()), name, scope)

    def names_of(self, node, scope):
        """Writes the names of a `global` or `nonlocal` statement."""
        start = (node.lineno, node.col_offset)
        text = self.source.text(*start, node.end_lineno, node.end_col_offset)
        words = list(re.finditer(rb"[^\s,\\]+", text))[1:]
        for word, name in zip(words, node.names):
            self.use(type(node).__name__.lower(), *self.source.behind(*start, word.start()), name, scope)

    def imports(self, node, scope):
        deferred = int(scope["local"])
        for alias in node.names:
            column = self.source.column(alias.lineno, alias.col_offset)
            if isinstance(node, ast.Import):
                self.write("import", alias.lineno, column, 0, alias.name, None, alias.asname, deferred)
            elif alias.name == "*":
                self.write("import", node.lineno, None, node.level, node.module, "*", None, deferred)
            else:
                place = (alias.lineno, column)
                self.write("import", *place, node.level, node.module, alias.name, alias.asname, deferred)

    def span(self, what, node):
        start = self.source.column(node.lineno, node.col_offset)
        end = self.source.column(node.end_lineno, node.end_col_offset)
        self.write(what, node.lineno, start, node.end_lineno, end)

    def strings(self, annotation):
        for node in ast.walk(annotation):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                self.span("annotation", node)

    def format_string(self, node):
        self.span("fstring", node)
        for inner in ast.walk(node):
            if isinstance(inner, ast.Call) and isinstance(inner.func, (ast.Name, ast.Attribute)):
                self.write("fcall", self.last_name(inner.func))
            elif isinstance(inner, (ast.Name, ast.Attribute)):
                self.write("fname", self.last_name(inner))
            elif isinstance(inner, ast.arg):
                self.write("fname", inner.arg)

    def last_name(self, node):
        return node.id if isinstance(node, ast.Name) else node.attr


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
    with open(sys.argv[1], encoding="utf-8", errors="surrogateescape") as paths:
        for path in paths.read().splitlines():
            print("file", path)
            try:
                with open(path, "rb") as file:
                    data = file.read()
                out = []
                Facts(Source(data), out).run(ast.parse(data))
                print("\n".join(sorted(out)))
            except (SyntaxError, ValueError, RecursionError, MemoryError, LookupError):
                print("refused")


main()
