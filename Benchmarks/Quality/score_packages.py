#!/usr/bin/env python3
"""Indexes packages and scores their edges against truth, one table for all.

usage: score_packages.py --kg BINARY --scorer score_edges.py --truth FOLDER --corpora FOLDER [--only TEXT]
                         [--level sound|all] [--show N] [--kinds calls,…]

FOLDER of truth holds `python-NAME.tsv.gz` and `swift-NAME.tsv.gz`, that of corpora the packages as `py-NAME` and
`sw-NAME`. `false` is the share of sites judged external that have an edge to a definition inside; user CPU
seconds are those of `kg index`, with one job.
"""
import argparse
import collections
import gzip
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

KINDS = ("calls", "inherits", "imports", "decorates", "references", "overrides")
LANGUAGES = {"python": "py", "swift": "sw"}


def corpus(folder, language, name):
    wanted = f"{LANGUAGES[language]}-{name}".lower()
    return next((f for f in sorted(folder.iterdir()) if f.name.lower() == wanted), None)


def export(kg, folder, work):
    """Indexes a folder; the path of its export, and the user CPU seconds of indexing."""
    database, out = os.path.join(work, "graph.db"), os.path.join(work, "graph.jsonl")
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([kg, "index", folder, "--db", database, "--quiet", "--jobs", "1"], check=True, capture_output=True)
    seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    with open(out, "wb") as target:
        subprocess.run([kg, "export", "--db", database, "--format", "jsonl"], check=True, stdout=target)
    return out, seconds


def fabricated(export_path, truth):
    """Of the calls judged external, how many there are and how many have an edge to a definition inside."""
    outside = set()
    with gzip.open(truth, "rt", encoding="utf-8") as rows:
        names = rows.readline().rstrip("\n").split("\t")
        for line in rows:
            row = dict(zip(names, line.rstrip("\n").split("\t")))
            if row["kind"] == "calls" and row["where"] == "external":
                outside.add((row["path"], int(row["line"]), int(row["column"])))
    external, sites = set(), collections.defaultdict(set)
    with open(export_path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["type"] == "node" and row["kind"] == "external":
                external.add(row["id"])
            elif row["type"] == "edge" and row["kind"] == "calls":
                sites[row["path"], row["line"], row["column"]].add(row["target"])
    return len(outside), sum(1 for site in outside if sites.get(site, set()) - external)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kg", required=True)
    parser.add_argument("--scorer", required=True)
    parser.add_argument("--truth", type=pathlib.Path, required=True)
    parser.add_argument("--corpora", type=pathlib.Path, required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--level", choices=("sound", "all"), default="sound")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--kinds", default=",".join(KINDS))
    options = parser.parse_args()
    kinds = options.kinds.split(",")
    print(f"{'':24s}" + "".join(f"{kind:^15s}" for kind in kinds) + "   false      CPU s")
    for truth in sorted(options.truth.glob("*-*.tsv.gz")):
        language, _, name = truth.name.removesuffix(".tsv.gz").partition("-")
        folder = corpus(options.corpora, language, name) if language in LANGUAGES else None
        if options.only not in truth.name:
            continue
        if folder is None:
            print(f"{name:24s} no corpus", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as work:
            try:
                out, seconds = export(options.kg, str(folder), work)
            except subprocess.CalledProcessError as failure:
                print(f"{name:24s} {failure}", file=sys.stderr)
                continue
            command = [sys.executable, options.scorer, out, str(truth), "--kinds", options.kinds]
            scores = json.loads(subprocess.run([*command, "--json"], check=True, capture_output=True).stdout)
            judged, false = fabricated(out, truth)
            shown = subprocess.run([*command, "--show", str(options.show)], check=True, capture_output=True,
                                   text=True).stdout if options.show else ""
        cells = ""
        for kind in kinds:
            score = scores.get(kind, {}).get(options.level)
            cells += f"  {score['precision']:.3f} {score['recall']:.3f}  " if score and score['truth'] else f"{'-':^15s}"
        print(f"{name:24s}{cells} {false:4d}/{judged:<6d} {seconds:5.2f}", flush=True)
        if shown:
            print(shown)


if __name__ == "__main__":
    main()
