#!/usr/bin/env python3
"""Compares kg's call edges with the call graphs of PyCG's micro-benchmark or of Jarvis' extension of it.

usage: python_call_graphs.py --kg BINARY CHECKOUT [--only TEXT] [--show] [--json] [--jobs N]

CHECKOUT is a clone of vitsalis/PyCG or of pythonJaRvis/pythonJaRvis.github.io. Each program's folder is indexed
by itself; README.md, beside this file, says how kg's edges become call graphs of the benchmark's form.
Complete: no edge that is not expected. Sound: every expected edge. Exact: both. --show prints what differs;
--only takes programs whose category/name contains TEXT.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kg_call_graph import PYCG, JARVIS, call_graph  # noqa: E402


def programs(checkout):
    """The naming of the benchmark in a checkout, and its programs: (category, name, sources, expected graph)."""
    checkout = pathlib.Path(checkout)
    snippets = checkout / "micro-benchmark" / "snippets"
    if snippets.is_dir():
        naming, truth, sources = PYCG, snippets, snippets
    else:
        naming = JARVIS
        truth = checkout / "Jarvis" / "ground_truth" / "micro_benchmark"
        sources = checkout / "Jarvis" / "dataset" / "micro_benchmark"
        if not truth.is_dir():
            sys.exit(f"{checkout} holds neither micro-benchmark/snippets nor Jarvis/ground_truth")
    folders = {str(f.relative_to(sources)).replace(" ", "_"): f for f in sources.glob("*/*") if f.is_dir()}
    found = []
    for graph in sorted(truth.glob("*/*/callgraph.json")):
        category, name = graph.parent.relative_to(truth).parts
        found.append((category, name, folders[f"{category}/{name}"], json.loads(graph.read_text())))
    return naming, found


def exported(kg, folder):
    """The rows of `kg export` for an index of a folder; nothing is written into it."""
    with tempfile.TemporaryDirectory() as work:
        database = os.path.join(work, "graph.db")
        subprocess.run([kg, "index", folder, "--db", database, "--quiet"], check=True, capture_output=True)
        out = subprocess.run([kg, "export", "--db", database, "--format", "jsonl"], check=True, capture_output=True)
    return [json.loads(line) for line in out.stdout.splitlines()]


def edges_of(graph):
    return {(caller, callee) for caller, callees in graph.items() for callee in callees}


def without_lambdas(edges):
    """The same graph without nodes for lambdas: their calls belong to what encloses them."""
    def owner(name):
        while name.rsplit(".", 1)[-1].startswith("<lambda"):
            name = name.rsplit(".", 1)[0]
        return name
    return {(owner(a), b) for a, b in edges if owner(b) == b}


class Score:
    """Sums over programs."""

    def __init__(self):
        self.programs = self.complete = self.sound = self.exact = self.common = self.got = self.want = 0

    def add(self, got, want):
        self.programs += 1
        self.complete += got <= want
        self.sound += want <= got
        self.exact += got == want
        self.common += len(got & want)
        self.got += len(got)
        self.want += len(want)

    def figures(self):
        return dict(programs=self.programs, complete=self.complete, sound=self.sound, exact=self.exact,
                    precision=round(self.common / max(self.got, 1), 4), recall=round(self.common / max(self.want, 1), 4))

    def row(self, name):
        f = self.figures()
        return (f"{name:34s} {f['programs']:4d} {f['complete']:9d} {f['sound']:6d} {f['exact']:6d}"
                f" {f['precision']:10.3f} {f['recall']:7.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkout")
    parser.add_argument("--kg", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    naming, found = programs(options.checkout)
    found = [p for p in found if options.only in f"{p[0]}/{p[1]}"]

    def judge(program):
        category, _, folder, _ = program
        return call_graph(exported(options.kg, folder), folder, naming, method_calls=category == "builtins")

    total, folded, categories = Score(), Score(), collections.defaultdict(Score)
    report, complaints = [], 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for (category, name, _, expected), (got, problems) in zip(found, pool.map(judge, found)):
            want = edges_of(expected)
            for score in (total, categories[category]):
                score.add(got, want)
            folded.add(without_lambdas(got), without_lambdas(want))
            complaints += len(problems)
            if got != want or problems:
                report.append(dict(program=f"{category}/{name}", false=sorted(got - want),
                                   missing=sorted(want - got), problems=problems))
    if options.json:
        print(json.dumps(dict(total=total.figures(), lambdasFolded=folded.figures(),
                              categories={c: s.figures() for c, s in sorted(categories.items())},
                              different=report), indent=1))
        return
    if options.show:
        for entry in report:
            print(entry["program"])
            for word in ("false", "missing"):
                for caller, callee in entry[word]:
                    print(f"    {word:8s}{caller} -> {callee}")
            for problem in entry["problems"]:
                print(f"    problem {problem}")
    print(f"{'':34s}  all  complete  sound  exact  precision  recall")
    for category in sorted(categories):
        print(categories[category].row(category))
    print(total.row("all"))
    print(folded.row("all, lambdas part of their scope"))
    if complaints:
        print(f"{complaints} edges whose source is not the innermost definition around their site")


if __name__ == "__main__":
    main()
