#!/usr/bin/env python3
"""How far subsystems agree with the packages that maintainers chose, beside folders and beside other weights.

usage: agreement.py --kg BINARY [--sweep] [--seeds N] TREE …

A Python file's package is the first folder of its path below TREE, a Swift file's the first two (`Sources/Name`); files
that lie above that are left out. Each cell is the normalised mutual information with that; kg's own communities are in
the line "kg". Three weights are those of calls, of
inheritance and its like, and of references and imports. The other lines are igraph's Leiden on graphs made of kg's edges, mean of the seeds.
"""
import argparse
import pathlib
import statistics

from filegraph import WEIGHTS, Program, folder, nmi

PLAIN = {kind: 1 for kind in WEIGHTS}


def package(path, language):
    parts = path.split("/")
    depth = dict(python=1, swift=2).get(language)
    return "/".join(parts[:depth]) if depth and len(parts) > depth else None


def changed(**weights):
    return {**WEIGHTS, **weights}


def kinds(calls, types, others, mentions=.5):
    groups = {kind: others for kind in ("references", "reads", "writes", "imports", "documents")}
    groups.update(calls=calls, instantiates=calls)
    groups.update({kind: types for kind in ("inherits", "conforms", "overrides", "extends", "decorates")})
    return {kind: groups.get(kind, mentions) for kind in WEIGHTS}


VARIANTS = {
    "unweighted, no folders": dict(weights=PLAIN, damping="none", repeats="whole", folders=0),
    "3/2/1, no folders": dict(weights=kinds(3, 2, 1), damping="none", repeats="whole", folders=0),
    "3/2/1 damped, no folders": dict(weights=kinds(3, 2, 1), folders=0),
    "unweighted, folders": dict(weights=PLAIN, damping="none", repeats="whole"),
    "as kg weights": {},
}
SWEEP = {
    "damping none": dict(damping="none"), "damping root": dict(damping="root"), "damping 1/k": dict(damping="whole"),
    "repeats count whole": dict(repeats="whole"),
    "3/2/1": dict(weights=kinds(3, 2, 1)), "1/1/1": dict(weights=kinds(1, 1, 1)), "3/1/3": dict(weights=kinds(3, 1, 3)),
    "1/3/1": dict(weights=kinds(1, 3, 1)),
    "imports 0": dict(weights=changed(imports=0)), "no mentions": dict(weights=kinds(1, 1, 3, 0)),
    "calls 0": dict(weights=changed(calls=0, instantiates=0)),
    **{f"folders {share}": dict(folders=share) for share in (.1, .3, .5, 2)},
    **{f"outer folders {share}": dict(outer=share) for share in (.1, .3, .7, 1)},
    **{f"gamma {gamma}": dict(gamma=gamma) for gamma in (.5, .7, 1.5, 2)},
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kg", required=True)
    parser.add_argument("--sweep", action="store_true", help="more weights")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("trees", nargs="+")
    options = parser.parse_args()
    programs = [Program(options.kg, tree) for tree in options.trees]
    truths = [{path: name for path, language in program.language.items() if (name := package(path, language))}
              for program in programs]

    def row(name, found):
        cells = [nmi([membership[path] for path in truth], list(truth.values()))
                 for membership, truth in zip(found, truths)]
        print(f"| {name} | " + " | ".join(f"{cell:.3f}" for cell in cells) + f" | {statistics.mean(cells):.3f} |",
              flush=True)

    print("| | " + " | ".join(pathlib.Path(tree).name for tree in options.trees) + " | mean |")
    print("|---" * (len(programs) + 2) + "|")
    print("| files, packages | " + " | ".join(f"{len(truth)}, {len(set(truth.values()))}" for truth in truths) + " | |")
    row("plain folders", [{path: folder(path) for path in truth} for truth in truths])
    row("kg", [program.communities[0] for program in programs])
    for name, variant in (VARIANTS | SWEEP if options.sweep else VARIANTS).items():
        cells = []
        for program, truth in zip(programs, truths):
            runs = program.clustered(range(options.seeds), **variant)
            cells.append(statistics.mean(nmi([run[path] for path in truth], list(truth.values())) for run in runs))
        print(f"| {name} | " + " | ".join(f"{cell:.3f}" for cell in cells) + f" | {statistics.mean(cells):.3f} |",
              flush=True)


if __name__ == "__main__":
    main()
