"""kg's export as a call graph in the form of PyCG: {caller} -> {callee} with dotted names."""
import ast
import pathlib

BUILTIN_TYPES_PYCG = {"str": "**PyStr**", "dict": "**PyDict**", "list": "**PyList**", "tuple": "**PyTuple**",
                      "set": "**PySet**", "int": "**PyNum**", "float": "**PyNum**"}
BUILTIN_TYPES_JARVIS = {"str": "str", "dict": "map", "list": "list", "tuple": "tuple", "set": "set",
                        "int": "num", "float": "num"}


class Naming:
    """What differs between the two benchmarks."""

    def __init__(self, builtin_types, class_bodies):
        self.builtin_types = builtin_types
        # True if a class's body is a caller of its own, and `@staticmethod` a call in it.
        self.class_bodies = class_bodies


PYCG = Naming(BUILTIN_TYPES_PYCG, class_bodies=False)
JARVIS = Naming(BUILTIN_TYPES_JARVIS, class_bodies=True)
DESCRIPTORS = {"builtins.staticmethod", "builtins.classmethod", "builtins.property"}

DEFINITIONS = {"class", "function", "method", "initializer", "property"}
FUNCTIONS = {"function", "method", "initializer", "property"}


def module_name(path):
    """The dotted name of a file below the program's folder, as the program itself would import it."""
    parts = list(pathlib.PurePosixPath(path).with_suffix("").parts)
    if parts[-1] == "__init__":
        parts.pop()
    return ".".join(parts)


class Bodies(ast.NodeVisitor):
    """Which code runs as part of which caller: spans of bodies, lambdas included, with the callers' names.

    Decorators, defaults, annotations and base classes run in the scope around the definition.
    """

    def __init__(self, module, source, class_bodies):
        self.names, self.callers, self.counts = [module], [module], {}
        self.spans = []    # (start, end, caller), outer before inner
        self.lambdas = {}  # (line, column) of the keyword -> name
        self.lambda_variables = {}  # (line, column) of a name that is bound to a lambda -> the lambda's position
        self.class_bodies = class_bodies
        self.visit(ast.parse(source))

    def body(self, node, name, statements, is_caller):
        self.names.append(f"{self.names[-1]}.{name}" if self.names[-1] else name)
        if is_caller:
            self.callers.append(self.names[-1])
            first, last = statements[0], statements[-1]
            start = min([first] + getattr(first, "decorator_list", []), key=position)
            self.spans.append((position(start), (last.end_lineno, last.end_col_offset), self.callers[-1]))
        for statement in statements:
            self.visit(statement)
        if is_caller:
            self.callers.pop()
        self.names.pop()

    def visit_FunctionDef(self, node):
        for outside in [*node.decorator_list, node.args, *([node.returns] if node.returns else [])]:
            self.visit(outside)
        self.body(node, node.name, node.body, True)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_ClassDef(self, node):
        for outside in [*node.decorator_list, *node.bases, *node.keywords]:
            self.visit(outside)
        self.body(node, node.name, node.body, self.class_bodies)

    def visit_Lambda(self, node):
        self.visit(node.args)
        scope = self.names[-1]
        self.counts[scope] = self.counts.get(scope, 0) + 1
        name = f"<lambda{self.counts[scope]}>"
        self.lambdas[position(node)] = f"{scope}.{name}" if scope else name
        self.body(node, name, [node.body], True)

    def visit_Assign(self, node):
        if isinstance(node.value, ast.Lambda):
            for target in node.targets:
                self.lambda_variables[position(target)] = position(node.value)
        self.generic_visit(node)

    def caller(self, line, column):
        """The caller that runs the code at a position, 0-based column in bytes."""
        found = [c for start, end, c in self.spans if start <= (line, column) < end]
        return found[-1] if found else self.callers[0]


def position(node):
    return (node.lineno, node.col_offset)


def call_graph(rows, folder, naming, method_calls):
    """The set of (caller, callee) of an export, and the edges whose source is not what encloses their site.

    `method_calls`: whether calls of methods of built-in types belong to the graph; the benchmarks have them in
    one category and leave them out elsewhere.
    """
    nodes = {r["id"]: r for r in rows if r["type"] == "node"}
    modules = {n["path"]: n["qualifiedName"] for n in nodes.values() if n["kind"] in ("module", "package") and n.get("path")}
    bodies, definitions = {}, {}
    for path in (r["path"] for r in rows if r["type"] == "file" and r["language"] == "python"):
        source = (pathlib.Path(folder) / path).read_bytes()
        bodies[path] = Bodies(module_name(path), source, naming.class_bodies)
        definitions[path] = [n for n in nodes.values() if n.get("path") == path and n["kind"] in DEFINITIONS
                             and "isInstanceAttribute" not in n["properties"]]

    bases = {}
    for edge in rows:
        if edge["type"] == "edge" and edge["kind"] == "inherits":
            bases.setdefault(edge["source"], []).append((edge["line"], edge["column"], edge["target"]))
    initializers = {n["qualifiedName"]: n for n in nodes.values() if n["name"] == "__init__"}

    def initializer(node):
        """The name of the `__init__` that a class inherits, or None."""
        for owner in linearized(node["id"], bases):
            found = initializers.get(f"{nodes[owner]['qualifiedName']}.__init__")
            if found:
                return callee(found)
            if nodes[owner]["kind"] == "external" and not nodes[owner]["qualifiedName"].startswith("builtins."):
                return f"{nodes[owner]['qualifiedName']}.__init__"
        return None

    def callee(node):
        if node["kind"] == "external":
            return external(node["qualifiedName"])
        if node["kind"] == "class":
            return initializer(node)
        path = node.get("path")
        if path not in bodies:
            return None
        at = (node.get("nameLine", 0), node.get("nameColumn", 0) - 1)
        at = bodies[path].lambda_variables.get(at, at)
        if at in bodies[path].lambdas:
            return bodies[path].lambdas[at]
        if node["kind"] not in FUNCTIONS:
            return None  # a variable
        inside = node["qualifiedName"][len(modules[path]):].lstrip(".")
        module = module_name(path)
        return f"{module}.{inside}" if module else inside

    def external(name):
        first, _, rest = name.partition(".")
        if first != "builtins":
            return name
        owner, _, method = rest.partition(".")
        if not method:
            return f"<builtin>.{rest}"
        if not method_calls:
            return None
        return f"<{naming.builtin_types.get(owner, owner)}>.{method}"

    graph, problems = set(), []
    for edge in rows:
        if edge["type"] != "edge" or edge["kind"] not in ("calls", "decorates") or edge.get("path") not in bodies:
            continue
        target = nodes[edge["target"]]
        if edge["kind"] == "decorates" and target["qualifiedName"] in DESCRIPTORS and not naming.class_bodies:
            continue
        site = (edge["line"], edge["column"])
        inner = enclosing(definitions[edge["path"]], site)
        source = nodes[edge["source"]]
        if source["kind"] in DEFINITIONS and source is not inner or source["kind"] not in DEFINITIONS and inner:
            problems.append(f"{edge['path']}:{site[0]}:{site[1]} {edge['source']} -> {edge['target']}")
        name = callee(target)
        if name:
            graph.add((bodies[edge["path"]].caller(site[0], site[1] - 1), name))
    return graph, problems


def linearized(start, bases, seen=()):
    """A class and its bases in the order of Python's lookup: C3, where it exists, else as they come.

    Source: Barrett et al., "A Monotonic Superclass Linearization for Dylan", OOPSLA 1996.
    """
    if start in seen:
        return []
    direct = [target for _, _, target in sorted(bases.get(start, []))]
    lists = [list(linearized(base, bases, (*seen, start))) for base in direct] + [list(direct)]
    order = [start]
    while any(lists):
        heads = [each[0] for each in lists if each]
        head = next((h for h in heads if not any(h in each[1:] for each in lists)), heads[0])
        order.append(head)
        lists = [[entry for entry in each if entry != head] for each in lists]
    return order


def enclosing(definitions, site):
    """The innermost definition whose span holds a site, or None."""
    around = [d for d in definitions
              if (d["startLine"], d["startColumn"]) <= site < (d["endLine"], d["endColumn"])]
    return max(around, key=lambda d: (d["startLine"], d["startColumn"])) if around else None
