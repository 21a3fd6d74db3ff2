#!/usr/bin/env python3
"""How many files change their community when a few others are edited, beside igraph's partitions.

usage: stability.py --kg BINARY [--edits N] [--share S] [--package NAME] [--alone] [--out FILE] TREE

Makes N edits of a copy of TREE, a Python package; each time a share S of its files, at least one: of some a definition or
an import goes, others get a function with an import of another file; a few are deleted or get a neighbour. For each
edit the definitions in files that were not edited are counted whose community has another id than before, as a share of
all such definitions. igraph clusters the references between files, each counted once (two iterations); its communities
are named after the file most tied to the rest. --alone leaves igraph out. NAME is how the tree's modules import each other.
"""
import argparse
import ast
import json
import os
import pathlib
import random
import shutil
import statistics
import tempfile

from filegraph import WEIGHTS, Program

SYSTEMS = ("kg, subsystems", "kg, parts", "igraph, references", "igraph, kg's file graph")
PLAIN = dict(weights={kind: 1 for kind in WEIGHTS}, damping="none", repeats="whole", folders=0)


class Edit:
    """One random edit of a share of the files, which can be undone."""

    def __init__(self, root, files, share, package, seed):
        self.random = random.Random(seed)
        self.root, self.package, self.files = root, package, files
        self.chosen = self.random.sample(files, max(1, round(len(files) * share)))
        self.before = {path: (root / path).read_bytes() for path in self.chosen}
        self.added = []
        for path in self.chosen:
            draw = self.random.random()
            if draw < .08:
                (root / path).unlink()
                continue
            self.change(root / path)
            if draw < .16:
                new = (root / path).with_name(f"added_{seed}_{len(self.added)}.py")
                new.write_text(self.importing("use"))
                self.added.append(new)

    def importing(self, name):
        module = self.random.choice(self.files)[:-3].replace("/", ".").removesuffix(".__init__")
        return f"from {self.package}.{module} import thing\n\n\ndef {name}():\n    return thing()\n"

    def change(self, path):
        text = path.read_text(errors="replace")
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError):
            return
        lines = text.split("\n")
        kinds = {.35: (ast.FunctionDef, ast.ClassDef), .6: (ast.Import, ast.ImportFrom)}
        draw = self.random.random()
        limit = next((limit for limit in kinds if draw < limit), None)
        items = [item for item in tree.body if isinstance(item, kinds[limit])] if limit else []
        if items:
            item = self.random.choice(items)
            first = min([item.lineno] + [line.lineno for line in getattr(item, "decorator_list", [])])
            del lines[first - 1:item.end_lineno]
        else:
            lines += ["", self.importing(f"added_{self.random.randrange(10 ** 6)}")]
        path.write_text("\n".join(lines))

    def undo(self):
        for path, content in self.before.items():
            (self.root / path).write_bytes(content)
        for path in self.added:
            path.unlink()


def partitions(program, alone):
    if alone:
        return program.communities
    return [*program.communities, *program.clustered(iterations=2, **PLAIN), *program.clustered(iterations=2)]


def moved(before, after, edited, definitions):
    """The share of the definitions in files that were not edited whose community has another id."""
    kept = [path for path in before if path not in edited]
    total = sum(definitions[path] for path in kept)
    return sum(definitions[path] for path in kept if after.get(path) != before[path]) / total if total else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kg", required=True)
    parser.add_argument("--edits", type=int, default=50)
    parser.add_argument("--share", type=float, default=.01)
    parser.add_argument("--package", help="the name of the folder if not given")
    parser.add_argument("--out", help="where to write the share of each edit as JSON")
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("tree")
    options = parser.parse_args()
    shares = {system: [] for system in SYSTEMS}
    with tempfile.TemporaryDirectory() as work:
        root = pathlib.Path(work, "tree")
        shutil.copytree(options.tree, root, ignore=lambda at, names: [
            name for name in names if os.path.isfile(os.path.join(at, name)) and not name.endswith((".py", ".md"))])
        first = Program(options.kg, root, not options.alone)
        before = partitions(first, options.alone)
        files = sorted(path for path, language in first.language.items() if language == "python")
        for seed in range(options.edits):
            edit = Edit(root, files, options.share, options.package or pathlib.Path(options.tree).name, seed)
            after = partitions(Program(options.kg, root, not options.alone), options.alone)
            for system, old, new in zip(SYSTEMS, before, after):
                shares[system].append(moved(old, new, set(edit.chosen), first.definitions))
            edit.undo()
    print(f"{len(files)} files, {options.edits} edits")
    print("| | mean | median | 90 % | most | edits within 3 % |\n|---|---|---|---|---|---|")
    for system, values in list(shares.items())[:len(before)]:
        values = sorted(values)
        cells = [statistics.mean(values), statistics.median(values), values[int(.9 * (len(values) - 1))], values[-1],
                 sum(value <= .03 for value in values) / len(values)]
        print(f"| {system} | " + " | ".join(f"{100 * cell:.1f} %" for cell in cells) + " |")
    if options.out:
        pathlib.Path(options.out).write_text(json.dumps(shares, indent=1) + "\n")


if __name__ == "__main__":
    main()
