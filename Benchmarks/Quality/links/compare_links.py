#!/usr/bin/env python3
"""Broken links by kg beside those by a link checker from PyPI (deadlinkfinder), in Markdown.

    pip install deadlinkfinder
    compare_links.py --kg KG FOLDER…

Compared are places (file and line), in Markdown files alone: the checker reads reStructuredText by Markdown's rules.
"""
import argparse, json, os, subprocess, sys, tempfile


def ours(kg, root):
    database = os.path.join(tempfile.mkdtemp(), "graph.db")
    subprocess.run([kg, "index", root, "--full", "--quiet", "--db", database], check=True, stdout=subprocess.DEVNULL)
    run = subprocess.run([kg, "docs", "--broken", "--json", "--db", database], capture_output=True, text=True)
    return {(item["path"], item["line"]): f'{item["name"]} ({item["reason"]})' for item in json.loads(run.stdout)["broken"]}


def theirs(root):
    run = subprocess.run([sys.executable, "-m", "deadlinkfinder", "--format", "json", root], capture_output=True, text=True)
    found = {}
    for item in json.loads(run.stdout)["broken_links"]:
        path = os.path.relpath(os.path.realpath(item["source_file"]), os.path.realpath(root))
        found[path, item["line_number"]] = f'{item["target"]} ({item["reason"]})'
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--kg", default="kg")
    options = parser.parse_args()
    for root in options.folders:
        mine, other = ours(options.kg, root), theirs(root)
        mine, other = ({k: v for k, v in found.items() if k[0].endswith(".md")} for found in (mine, other))
        both = mine.keys() & other.keys()
        print(f"{os.path.basename(os.path.abspath(root))}: kg {len(mine)}, checker {len(other)}, both {len(both)}")
        for place in sorted(mine.keys() - both): print("  kg only", *place, mine[place])
        for place in sorted(other.keys() - both): print("  checker only", *place, other[place])


if __name__ == "__main__":
    main()
