#!/usr/bin/env python3
"""Measures what an edit costs, and another work tree, as whole processes beside `git status` in the same run.

usage: edits.py --kg BINARY --tree NAME=FOLDER [--tree ...] [--copies N[,N...]] [--runs N] [--work FOLDER] [--worktrees N]

For every tree, copied and committed to a repository of its own: nothing changed, a comment added to a Python file, a
function added, a call put into a function, a heading added to a document, a file added, another branch. With --copies
the last tree is taken so many times, side by side: how the cost of an edit grows with the tree. With --worktrees so
many more work trees are made, the first equal, each of the others with one edit: seconds and bytes, files with several
names counted once.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from measure import run

GIT = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


def git(folder, *arguments):
    subprocess.run([*GIT, *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def repository(folder, source, copies=1):
    """A repository whose first commit holds the source so many times."""
    shutil.rmtree(folder, ignore_errors=True)
    ignored = shutil.ignore_patterns(".git", ".kg")
    for number in range(copies):
        shutil.copytree(source, folder / f"part{number}" if copies > 1 else folder, symlinks=True, ignore=ignored)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "all")
    # A file that was written within the same tick of the clock as the index is compared by content.
    time.sleep(2.1)


def index(kg, folder):
    result = run([kg, "index", "--json", "--quiet"], cwd=folder)
    if result["code"] != 0:
        sys.exit(f"kg index {folder} failed with {result['code']}: {result['output'][-500:]!r}")
    return result, json.loads(result["output"])


def typical(folder, suffix):
    """A file of the median size among those of at least 2 kB, so that no outlier is measured."""
    files = [p for p in sorted(folder.rglob(f"*{suffix}")) if p.is_file() and ".kg" not in p.parts]
    files = sorted((p.stat().st_size, str(p)) for p in files if p.stat().st_size >= 2000)
    return pathlib.Path(files[len(files) // 2][1]) if files else None


def edits(folder):
    """Name, and what makes the edit of one round."""
    source = typical(folder, ".py")
    document = typical(folder, ".md") or typical(folder, ".rst")
    text = source.read_text()

    def put(path, content):
        return lambda number: path.write_text(content(number))

    found = [
        ("a comment", put(source, lambda n: text + f"\n# note {n}\n")),
        ("a function", put(source, lambda n: text + f"\n\ndef added_{n}(value):\n    return len(value)\n")),
        ("a call", put(source, lambda n: text + f"\n\ndef calling(value):\n    return {'abs' if n % 2 else 'len'}(value)\n")),
        ("a new file", lambda n: (folder / f"brand_new_{n}.py").write_text("def fresh():\n    return 1\n")),
    ]
    if document:
        prose = document.read_text()
        found.insert(3, ("a heading", put(document, lambda n: prose + f"\n\n## Part {n}\n\nText.\n")))
    return found


def measure_tree(kg, name, folder, runs):
    whole, report = index(kg, folder)
    lines = report["lines"]
    time.sleep(2.1)
    index(kg, folder)
    status = statistics.median(run(["git", "status"], cwd=folder)["wall"] for _ in range(runs))

    def row(kind, results):
        wall = statistics.median(r["wall"] for r, _ in results)
        cpu = statistics.median(r["user"] + r["system"] for r, _ in results)
        written = sum(report["changed"] for _, report in results)
        print(f"| {name} | {lines} | {kind} | {wall:.3f} | {cpu:.3f} | {wall / status:.1f} | {whole['wall'] / wall:.0f} |",
              flush=True)
        return written

    row("whole", [(whole, report)])
    row("nothing", [index(kg, folder) for _ in range(runs)])
    for kind, edit in edits(folder):
        results = []
        for number in range(runs):
            edit(number)
            results.append(index(kg, folder))
            time.sleep(0.1)
        if row(kind, results) != runs:
            sys.exit(f"{kind}: an edit did not change the index")
    git(folder, "stash", "-q", "-u")
    git(folder, "switch", "-q", "-c", "other")
    edits(folder)[0][1](99)
    git(folder, "commit", "-q", "-a", "-m", "other")
    index(kg, folder)
    results = []
    for number in range(runs):
        git(folder, "switch", "-q", "other" if number % 2 else "-")
        results.append(index(kg, folder))
    row("another branch", results)


def unique_bytes(folders):
    """Bytes on the disk, files with several names once."""
    seen = {}
    for folder in folders:
        for path in pathlib.Path(folder, ".kg").rglob("*"):
            status = path.lstat()
            seen[status.st_dev, status.st_ino] = status.st_blocks * 512
    return sum(seen.values())


def measure_worktrees(kg, name, folder, count):
    index(kg, folder)
    trees = [folder]
    one = unique_bytes(trees)
    before = one
    for number in range(count):
        tree = folder.parent / f"{folder.name}-tree{number}"
        shutil.rmtree(tree, ignore_errors=True)
        git(folder, "worktree", "prune")
        git(folder, "worktree", "add", "-q", "-B", f"tree{number}", str(tree))
        if number > 0:
            source = typical(tree, ".py")
            source.write_text(source.read_text() + f"\n\ndef only_in_{number}(value):\n    return len(value)\n")
            (tree / f"only_in_{number}.py").write_text("x = 1\n")
            git(tree, "add", "-A")
            git(tree, "commit", "-q", "-m", f"tree {number}")
        result, _ = index(kg, tree)
        trees.append(tree)
        now = unique_bytes(trees)
        if number < 3 or number == count - 1:
            print(f"| {name} | {number + 2} | {'equal' if number == 0 else 'a branch of its own'} | {result['wall']:.2f} "
                  f"| {(now - before) / one:.3f} | {now / one:.2f} |", flush=True)
        before = now


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--kg", required=True)
    parser.add_argument("--tree", action="append", required=True)
    parser.add_argument("--copies", default="")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--worktrees", type=int, default=0)
    parser.add_argument("--work")
    options = parser.parse_args()
    kg = os.path.abspath(options.kg)
    work = pathlib.Path(options.work or tempfile.mkdtemp(prefix="kg-edits-"))
    work.mkdir(parents=True, exist_ok=True)
    trees = [tree.split("=", 1) for tree in options.tree]
    print("| tree | lines | edit | wall s | CPU s | × `git status` | whole ÷ it |\n|---|---|---|---|---|---|---|", flush=True)
    for name, source in trees:
        repository(work / name, source)
        measure_tree(kg, name, work / name, options.runs)
    for copies in filter(None, options.copies.split(",")):
        name, source = trees[-1]
        repository(work / f"{name}-{copies}", source, int(copies))
        measure_tree(kg, f"{copies} × {name}", work / f"{name}-{copies}", options.runs)
        shutil.rmtree(work / f"{name}-{copies}")
    if options.worktrees:
        print("\n| repository | work trees | the newest | wall s | its bytes ÷ one database | all ÷ one |\n|---|---|---|---|---|---|",
              flush=True)
        name, source = trees[-1]
        repository(work / name, source)
        measure_worktrees(kg, name, work / name, options.worktrees)


if __name__ == "__main__":
    main()
