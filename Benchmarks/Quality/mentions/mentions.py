#!/usr/bin/env python3
"""Precision and recall of names in prose, on a sample that was judged by hand.

    mentions.py fetch FOLDER                      the repositories, from PyPI and by tag
    mentions.py draw FOLDER SAMPLE > SAMPLE.tsv   draws a sample anew (fixed seed), without verdicts
    mentions.py score FOLDER SAMPLE --kg KG [-v]  compares kg's edges with the verdicts in SAMPLE.tsv

Rules were written with `development` at hand and again after `fresh` had been scored; `final` was drawn from other
repositories after the last of them.

The population does not depend on kg: code spans, literals and roles, and identifiers in plain text, found by plain
regular expressions in the documentation outside of code blocks, change logs left out. A verdict is the symbol id of
the definition (or file, section) that a reader who knows the repository would say is meant, several with `|` where any of them is
right, or `-` where nothing in the tree is meant.
"""
import argparse, json, os, random, re, subprocess, sys

REPOSITORIES = {
    "development": [
        ("flask", "pypi", "flask==3.1.2", "docs"),
        ("click", "pypi", "click==8.3.0", "docs"),
        ("werkzeug", "pypi", "werkzeug==3.1.3", "docs"),
        ("swift-argument-parser", "git", "apple/swift-argument-parser 1.8.2", "."),
        ("swift-nio", "git", "apple/swift-nio 2.101.2", "."),
    ],
    "fresh": [
        ("attrs", "pypi", "attrs==25.4.0", "docs"),
        ("tornado", "pypi", "tornado==6.5.2", "docs"),
        ("swift-configuration", "git", "apple/swift-configuration 1.4.0", "."),
        ("pytest", "pypi", "pytest==8.4.2", "doc"),
        ("swift-async-algorithms", "git", "apple/swift-async-algorithms 1.1.4", "."),
        ("swift-distributed-tracing", "git", "apple/swift-distributed-tracing 1.7.3", "."),
    ],
    "final": [
        ("marshmallow", "pypi", "marshmallow==4.4.0", "docs"),
        ("swift-log", "git", "apple/swift-log 1.16.2", "."),
        ("swift-algorithms", "git", "apple/swift-algorithms 1.2.1", "."),
    ],
    "second": [
        ("jinja2", "pypi", "jinja2==3.1.6", "docs"),
        ("scrapy", "pypi", "scrapy==2.13.3", "docs"),
        ("GRDB.swift", "git", "groue/GRDB.swift 7.10.0", "."),
    ],
    "third": [
        ("trio", "pypi", "trio==0.30.0", "docs"),
        ("starlette", "pypi", "starlette==0.47.3", "docs"),
        ("swift-testing", "git", "swiftlang/swift-testing a53b5cd4e7c5aad7814971f82a4e653908d041a8", "."),
    ],
    "fourth": [
        ("structlog", "pypi", "structlog==25.4.0", "docs"),
        ("urllib3", "pypi", "urllib3==2.5.0", "docs"),
        ("swift-composable-architecture", "git",
         "pointfreeco/swift-composable-architecture d34c1dfe7a4b13ba96c37f8b78f7dc9432dd0471", "."),
    ],
    "fifth": [
        ("anyio", "pypi", "anyio==4.9.0", "docs"),
        ("black", "pypi", "black==25.1.0", "docs"),
        ("swift-collections", "git", "apple/swift-collections 1.6.0", "."),
    ],
}
PER_REPOSITORY = {"development": 50, "fresh": 70, "final": 70, "second": 70, "third": 70, "fourth": 70, "fifth": 70}
SEEDS = {"development": 20251121, "fresh": 20251121, "final": 20251121, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
HERE = os.path.dirname(os.path.abspath(__file__))

MARKED = {
    ".md": re.compile(r"(?:\{([\w:]+)\})?(?<!`)(`{1,2})(?!`)([^`\n]+)\2(?!`)"),
    ".rst": re.compile(r"(?::([\w:]+):`([^`\n]+)`|``([^`\n]+)``)"),
}
PROSE = re.compile(r"(?<![\w`/.<@:-])(?:[A-Za-z]*[a-z][A-Z]\w+|[a-z]\w*_\w+|\w+\(\))(?![\w`/@-])")


def fetch(folder):
    os.makedirs(folder, exist_ok=True)
    for name, source, what, _ in [item for sample in REPOSITORIES.values() for item in sample]:
        target = os.path.join(folder, name)
        if os.path.exists(target):
            continue
        if source == "pypi":
            subprocess.run(["pip", "download", "-q", "--no-deps", "--no-binary", ":all:", what, "-d", folder], check=True)
            archive = next(f for f in os.listdir(folder) if f.lower().startswith(name) and f.endswith(".tar.gz"))
            subprocess.run(["tar", "xf", archive], cwd=folder, check=True)
            os.rename(os.path.join(folder, archive[: -len(".tar.gz")]), target)
        else:
            repository, revision = what.split()
            subprocess.run(["git", "init", "-q", target], check=True)
            for step in (["fetch", "-q", "--depth", "1", "https://github.com/" + repository, revision],
                         ["checkout", "-q", "FETCH_HEAD"]):
                subprocess.run(["git", "-C", target] + step, check=True)


def prose_lines(text, suffix):
    """The lines outside of code blocks, with their numbers."""
    fence, literal, indent = None, False, 0
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip()
        depth = len(line) - len(line.lstrip())
        if suffix == ".md":
            mark = re.match(r"\s*(`{3,}|~{3,})", line)
            if mark:
                fence = None if fence else mark.group(1)
                continue
            if not fence and depth < 4:
                yield number, line
        else:
            if literal and stripped and depth <= indent:
                literal = False
            if literal or stripped.startswith(">>>"):
                continue
            directive = re.match(r"\s*\.\. ([\w:-]+)::", line)
            if directive and not re.search("note|warning|admonition|versio|deprecated|tip|seealso", directive.group(1)):
                literal, indent = True, depth
                continue
            if stripped.endswith("::") and not directive:
                literal, indent = True, depth
            yield number, line


def population(root, part):
    found = []
    for folder, folders, files in os.walk(os.path.join(root, part)):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(files):
            suffix = os.path.splitext(name)[1]
            if suffix not in MARKED or re.match("(?i)change|history|news", name):
                continue
            path = os.path.relpath(os.path.join(folder, name), root)
            with open(os.path.join(root, path), encoding="utf-8") as file:
                text = file.read()
            for number, line in prose_lines(text, suffix):
                spans = []
                for match in MARKED[suffix].finditer(line):
                    if match.group(1) in ("ref", "doc", "pr", "issue", "term", "kbd", "pep", "rfc", "ghsa"):
                        continue
                    spans.append(match.span())
                    found.append(("marked", path, number, match.start(), match.group(0)))
                for match in PROSE.finditer(line):
                    if not any(a <= match.start() < b for a, b in spans) and "://" not in line:
                        found.append(("prose", path, number, match.start(), match.group(0)))
    return found


def draw(folder, sample):
    size = PER_REPOSITORY[sample]
    for name, _, _, part in REPOSITORIES[sample]:
        every = population(os.path.join(folder, name), part)
        generator = random.Random(SEEDS[sample])
        marked = [item for item in every if item[0] == "marked"]
        prose = [item for item in every if item[0] == "prose"]
        taken = generator.sample(prose, min(len(prose), size // 5))
        taken += generator.sample(marked, size - len(taken))
        for kind, path, line, column, text in sorted(taken, key=lambda item: item[1:]):
            print(name, path, line, column + 1, kind, text, "", sep="\t")


def answers(kg, root, database):
    subprocess.run([kg, "index", root, "--full", "--db", database, "--quiet"], check=True, stdout=subprocess.DEVNULL)
    out = subprocess.run([kg, "export", "--db", database], check=True, capture_output=True, text=True).stdout
    edges = {}
    for row in map(json.loads, out.splitlines()):
        if row["type"] == "edge" and row["kind"] in ("mentions", "documents"):
            edges.setdefault((row["path"], row["line"]), []).append(row)
    return edges


def score(folder, sample, kg, verbose):
    right = sets = wrong = missed = several = nothing = expected = found = 0
    known = {}
    with open(os.path.join(HERE, sample + ".tsv"), encoding="utf-8") as file:
        for row in file:
            name, path, line, column, kind, text, truth = row.rstrip("\n").split("\t")
            root = os.path.join(folder, name)
            if name not in known:
                known[name] = answers(kg, root, os.path.join(folder, name + ".db"))
            with open(os.path.join(root, path), encoding="utf-8") as source:
                start = len(source.read().split("\n")[int(line) - 1][: int(column) - 1].encode()) + 1
            end = start + len(text.encode())
            edges = [e for e in known[name].get((path, int(line)), []) if start <= e["column"] < end]
            targets = {e["target"] for e in edges}
            allowed = set(truth.split("|")) - {"-"}
            mayBeNone = "-" in truth.split("|")
            expected += not mayBeNone
            if not targets:
                verdict = "nothing" if mayBeNone else "missed"
            elif any(e["resolution"] == "ambiguous" for e in edges):
                verdict = "set" if targets <= allowed else "several" if targets & allowed else "wrong"
            else:
                verdict = "right" if targets & allowed else "wrong"
            found += verdict in ("right", "set") and not mayBeNone
            if verdict == "right": right += 1
            elif verdict == "wrong": wrong += 1
            elif verdict == "missed": missed += 1
            elif verdict == "several": several += 1
            elif verdict == "set": sets += 1
            else: nothing += 1
            if verbose and verdict in ("wrong", "missed", "several"):
                print(verdict, name, f"{path}:{line}", text, "->", sorted(targets), "expected", truth)
    resolved = right + sets + wrong
    print(json.dumps({
        "sample": resolved + missed + several + nothing, "meant": expected, "resolved": resolved, "right": right,
        "sets": sets, "wrong": wrong, "partly": several, "missed": missed,
        "precision": round((right + sets) / max(1, resolved), 4),
        "recall": round(found / max(1, expected), 4)}))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["fetch", "draw", "score"])
    parser.add_argument("folder")
    parser.add_argument("sample", nargs="?", choices=sorted(REPOSITORIES), default="final")
    parser.add_argument("--kg", default="kg")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    if options.command == "fetch":
        fetch(options.folder)
    elif options.command == "draw":
        draw(options.folder, options.sample)
    else:
        score(options.folder, options.sample, options.kg, options.verbose)


if __name__ == "__main__":
    main()
