#!/usr/bin/env python3
"""Measures kg as a user meets it: whole processes, beside peers in the same run.

usage: measure.py --kg BINARY --corpora FOLDER [--peers VENV] [--floor BINARY] [--runs N] [--only NAME]
                  [--out FOLDER]

--floor names the `parse-floor` executable of this package: swift-syntax's own parse of each Swift package, beside
everything that kg does with it.

For every corpus: a first index (user CPU, wall, peak memory, database size, parsed lines per CPU second), an
index of the unchanged tree, and cold `kg search` and `kg symbol` processes. Prints a table and, with --out,
writes one JSON file named by commit.
"""
import argparse
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

CORPORA = [  # name, folder, a query, a symbol
    ("django package", "django/django", "parse a multipart request body", "QuerySet.filter"),
    ("Django", "django", "parse a multipart request body", "QuerySet.filter"),
    ("CPython Lib", "cpython-lib", "decode a quoted printable string", "ArgumentParser.parse_args"),
    ("Swift packages", "swift", "read from a file descriptor", "EventLoopFuture"),
]


def run(command, **options):
    """Runs a command; returns its exit code, output, user and system CPU, wall seconds and peak bytes."""
    out = tempfile.TemporaryFile()
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    out.seek(0)
    return dict(code=process.returncode, output=out.read(), user=usage.ru_utime, system=usage.ru_stime,
                wall=wall, peak=usage.ru_maxrss * 1024)


def median(values):
    return round(statistics.median(values), 4)


def source_bytes(folder, suffixes):
    return sum(path.stat().st_size for path in pathlib.Path(folder).rglob("*")
               if path.suffix in suffixes and path.is_file() and not path.is_symlink())


def measure_kg(kg, folder, query, symbol, runs, work):
    database = os.path.join(work, ".kg", "graph.db")
    fresh, report = [], {}
    for _ in range(runs):
        shutil.rmtree(os.path.dirname(database), ignore_errors=True)
        result = run([kg, "index", folder, "--db", database, "--json", "--quiet", "--jobs", "1"])
        if result["code"] != 0:
            sys.exit(f"kg index {folder} failed with {result['code']}: {result['output'][-500:]!r}")
        report = json.loads(result["output"])
        fresh.append(result)
    again = [run([kg, "index", folder, "--db", database, "--json", "--quiet"]) for _ in range(max(5, runs))]
    for result in again:
        if json.loads(result["output"])["changed"]:
            sys.exit(f"{folder}: an unchanged tree was written again")

    def cold(*arguments):
        walls = sorted(run([kg, *arguments, "--db", database, "--json"])["wall"] for _ in range(25))
        return dict(p50=round(walls[12], 4), p95=round(walls[23], 4))

    size = os.path.getsize(database)
    files = sum(report["files"].values())
    sources = source_bytes(folder, {".py", ".pyi", ".pyw", ".swift", ".md", ".markdown"})
    user = median([r["user"] for r in fresh])
    parse = median([report["cpuSeconds"]["parse"]])
    return dict(
        files=files, lines=report["lines"], sourceBytes=sources, nodes=report["nodes"],
        edges=report["edges"], userSeconds=user, wallSeconds=median([r["wall"] for r in fresh]),
        peakBytes=int(median([r["peak"] for r in fresh])), cpuSeconds=report["cpuSeconds"],
        linesPerCPUSecond=int(report["lines"] / user), parsedLinesPerCPUSecond=int(report["lines"] / max(parse, 1e-6)),
        databaseBytes=size, databaseRatio=round(size / max(1, sources), 3),
        unchangedWallSeconds=median([r["wall"] for r in again]),
        searchSeconds=cold("search", query), symbolSeconds=cold("symbol", symbol))


def measure_ctags(folder, runs):
    if not shutil.which("ctags"):
        return None
    results = [run(["ctags", "-R", "--languages=Python", "-f", "/dev/null", folder]) for _ in range(runs)]
    return dict(userSeconds=median([r["user"] for r in results]),
                peakBytes=int(median([r["peak"] for r in results])))


def measure_graphify(peers, folder, work):
    binary = os.path.join(peers, "bin", "graphify")
    # Not called after a module of Python: the peer would import the tree instead.
    copy = os.path.join(work, "peer-tree")
    shutil.copytree(folder, copy, symlinks=True)
    result = run([binary, "update", copy, "--no-cluster"], cwd=work)
    written = sum(p.stat().st_size for p in pathlib.Path(copy, "graphify-out").rglob("*") if p.is_file())
    shutil.rmtree(copy)
    return dict(code=result["code"], userSeconds=round(result["user"], 2), wallSeconds=round(result["wall"], 2),
                peakBytes=result["peak"], writtenBytes=written)


def measure_floor(kg, floor, folder, runs, work):
    """For each Swift package: all of kg's user CPU over that of the parse alone."""
    rows = {}
    for name in sorted(os.listdir(folder)):
        tree = os.path.join(folder, name)
        parse = median([json.loads(run([floor, tree])["output"])["userSeconds"] for _ in range(runs)])
        whole = []
        for _ in range(runs):
            shutil.rmtree(os.path.join(work, ".kg"), ignore_errors=True)
            whole.append(run([kg, "index", tree, "--db", os.path.join(work, ".kg", "graph.db"), "--languages",
                              "swift", "--all", "--jobs", "1", "--quiet"])["user"])
        rows[name] = dict(parseSeconds=parse, kgSeconds=median(whole), ratio=round(median(whole) / parse, 2))
    return rows


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--kg", required=True)
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--peers")
    parser.add_argument("--floor")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only")
    parser.add_argument("--out")
    options = parser.parse_args()
    commit = subprocess.run(["git", "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True,
                            cwd=os.path.dirname(os.path.abspath(__file__))).stdout.strip()
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line), "")
    record = dict(system="kg", commit=commit, machine=dict(
        processor=model, cores=os.cpu_count(), system=platform.platform(),
        memoryBytes=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")), corpora={})
    for name, place, query, symbol in CORPORA:
        folder = os.path.join(options.corpora, place)
        if not os.path.isdir(folder) or (options.only and options.only != name):
            continue
        with tempfile.TemporaryDirectory() as work:
            entry = dict(kg=measure_kg(options.kg, folder, query, symbol, options.runs, work))
            entry["ctags"] = measure_ctags(folder, options.runs)
            if options.floor and name == "Swift packages":
                entry["swiftSyntax"] = measure_floor(options.kg, options.floor, folder, options.runs, work)
            if options.peers and name == "django package":
                entry["graphify"] = measure_graphify(options.peers, folder, work)
        record["corpora"][name] = entry
        kg = entry["kg"]
        print(f"{name}: {kg['files']} files, {kg['lines']} lines, {kg['nodes']} nodes, {kg['edges']} edges")
        print(f"  index {kg['userSeconds']} s user, {kg['peakBytes'] >> 20} MB peak, "
              f"{kg['linesPerCPUSecond']:,} lines/CPU s; parsing {kg['parsedLinesPerCPUSecond']:,} lines/CPU s")
        print(f"  database {kg['databaseRatio']} of the source; unchanged {kg['unchangedWallSeconds']} s; "
              f"search {kg['searchSeconds']['p50']} s, symbol {kg['symbolSeconds']['p50']} s (cold, p50)")
        for peer in ("ctags", "graphify", "swiftSyntax"):
            if entry.get(peer):
                print(f"  {peer}: {entry[peer]}")
        sys.stdout.flush()
    if options.out:
        path = os.path.join(options.out, f"kg-{commit}.json")
        with open(path, "w") as file:
            json.dump(record, file, indent=1, sort_keys=True)
            file.write("\n")
        print("written to", path)


if __name__ == "__main__":
    main()
