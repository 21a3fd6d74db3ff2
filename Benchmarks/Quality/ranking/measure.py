#!/usr/bin/env python3
"""How well `kg search --by file` finds the files of real tasks and of annotated questions, and what each signal adds.

usage: measure.py collect KG MIRRORS TASKS.jsonl OUT.jsonl [--whole]
       measure.py collect-definitions KG MIRRORS TASKS.jsonl OUT.jsonl
       measure.py collect-files KG MIRRORS QUERIES.jsonl ROOTS.json OUT.jsonl [--whole]
       measure.py report OUT.jsonl...
       measure.py fit OUT.jsonl...

`collect` takes tasks {repo, parent, message, files}: for each it checks out the tree at `parent` from MIRRORS/<owner>+<name>/repo
into a repository whose HEAD is `parent` (so no later commit can be seen), without tests, documents and examples unless --whole,
indexes it and asks with the first 400 characters of the message. `collect-definitions` asks for definitions instead: the answers are
the innermost ones around the lines that the commit changed or removed; a commit is the child of `parent` with the message's first line. `collect-files` takes questions {repo, query, relevant, secondary} and
ROOTS {repo: [mirror, revision, folder]}; the folder is what is indexed unless --whole. Both keep the raw signals of all results, from which `report`
computes the metrics with bootstrap intervals, each signal alone and each left out, and `fit` weights with each repository left out in turn."""
import json, math, os, random, re, shutil, subprocess, sys, tempfile

ASIDE = re.compile(r"(^|/)(tests?|Tests|docs?|examples?|Examples?|Benchmarks?)/|(^|/)test_|Tests?\.swift$|conftest\.py$")
WEIGHTS = {"bestChunk": 2.0, "wholeFile": 2.0, "messages": 2.0, "vector": 1.5, "stem": 2.0, "folders": 1.0, "path": 1.5,
           "definition": 1.0, "exactDefinition": 3.0, "recency": 1.0}
SYMBOL_WEIGHTS = {"words": 1.0, "vector": 1.0, "messages": 0.5, "file": 0.5, "name": 3.0}
RESULTS = 200


def git(folder, *arguments):
    return subprocess.run(["git", "-C", folder, *arguments], check=True, capture_output=True).stdout


def checkout(mirror, revision, folder, wanted):
    """A repository in `folder` at `revision` with the files for which `wanted` holds."""
    subprocess.run(["git", "clone", "-q", "-s", "--no-checkout", mirror, folder], check=True)
    git(folder, "update-ref", "--no-deref", "HEAD", revision)
    git(folder, "read-tree", "HEAD")
    names = [n for n in git(folder, "ls-files", "-z").split(b"\0") if n and wanted(n.decode(errors="replace"))]
    subprocess.run(["git", "-C", folder, "checkout-index", "-q", "-f", "-z", "--stdin"], check=True, input=b"\0".join(names) + b"\0")


def index(kg, folder, database):
    subprocess.run([kg, "index", folder, "--db", database, "--quiet", "--no-index-store"], check=True, stdout=subprocess.DEVNULL)


def search(kg, database, query, grain="file"):
    done = subprocess.run([kg, "search", query, "--db", database, "--by", grain, "-k", str(RESULTS), "--json", "--no-fresh"],
                          capture_output=True, text=True)
    answer = json.loads(done.stdout) if done.stdout else {"results": []}
    name = "path" if grain == "file" else "id"
    return answer, [{"path": r["node"][name], "score": r["score"], "factor": r["why"].get("factor", 1), "signals": r["why"]["signals"]}
                    for r in answer["results"]]


def touched(kg, folder, database, task):
    """The ids of the innermost definitions of more than one line around the lines that the task's commit changed or removed."""
    first = task["message"].split("\n")[0][:40]
    commit = None
    for line in git(folder, "log", "--all", "--no-merges", "--format=%H %P").decode().splitlines():
        child, *parents = line.split()
        if task["parent"] in parents and git(folder, "log", "-1", "--format=%s", child).decode(errors="replace")[:40] == first:
            commit = child
    if commit is None:
        return []
    ranges = {}
    for line in subprocess.run([kg, "export", "--db", database, "--no-fresh"], capture_output=True, text=True).stdout.splitlines():
        node = json.loads(line)
        if node["type"] == "node" and node.get("path") in task["files"] and node["kind"] not in ("file", "module", "package"):
            if node.get("endLine", 0) > node.get("startLine", 0):
                ranges.setdefault(node["path"], []).append((node["endLine"] - node["startLine"], node["startLine"], node["endLine"], node["id"]))
    found = set()
    for path, nodes in ranges.items():
        difference = git(folder, "diff", "-U0", "--no-ext-diff", task["parent"], commit, "--", path).decode(errors="replace")
        for start, count in re.findall(r"^@@ -(\d+)(?:,(\d+))? ", difference, re.M):
            for line in range(int(start), int(start) + max(1, int(count or 1))):
                around = [n for n in nodes if n[1] <= line <= n[2]]
                if around:
                    found.add(min(around)[3])
    return sorted(found)


def collect(kg, mirrors, tasks, out, whole, grain="file"):
    with open(out, "w") as output:
        for line in open(tasks):
            task = json.loads(line)
            repo = task["repo"].replace("+", "/")
            with tempfile.TemporaryDirectory() as scratch:
                folder, database = scratch + "/tree", scratch + "/graph.db"
                wanted = (lambda n: True) if whole else (lambda n: n.endswith((".py", ".swift")) and not ASIDE.search(n))
                checkout(os.path.join(mirrors, repo.replace("/", "+"), "repo"), task["parent"], folder, wanted)
                there = [f for f in task["files"] if os.path.exists(os.path.join(folder, f))]
                index(kg, folder, database)
                if grain == "symbol":
                    there = touched(kg, folder, database, task)
                answer, results = search(kg, database, task["message"][:400], grain)
            row = {"repo": repo, "query": task["message"][:400], "answers": there, "secondary": [], "kind": "task",
                   "confident": answer.get("confident"), "confidence": answer.get("confidence"), "results": results}
            output.write(json.dumps(row) + "\n")


def collect_files(kg, mirrors, queries, roots, out, whole):
    roots = json.load(open(roots))
    rows = [json.loads(l) for l in open(queries)]
    with open(out, "w") as output:
        for repo, (mirror, revision, root) in roots.items():
            with tempfile.TemporaryDirectory() as scratch:
                folder, database = scratch + "/tree", scratch + "/graph.db"
                checkout(os.path.join(mirrors, mirror, "repo"), revision, folder, lambda n: True)
                index(kg, folder if whole else os.path.join(folder, root), database)
                for row in rows:
                    if row["repo"] != repo:
                        continue
                    answer, results = search(kg, database, row["query"])
                    if not whole:
                        for result in results:
                            result["path"] = root + "/" + result["path"]
                    output.write(json.dumps({"repo": repo, "query": row["query"], "answers": row["relevant"], "secondary": row["secondary"],
                                             "kind": row["category"], "confident": answer.get("confident"),
                                             "confidence": answer.get("confidence"), "results": results}) + "\n")


def ranked(row, weights):
    """The paths by the weighted sum of the raw signals; as they came if `weights` is None."""
    if weights is None:
        return [r["path"] for r in row["results"]]
    scores = [(-sum(w * r["signals"].get(s, 0) for s, w in weights.items()) * r["factor"], r["path"]) for r in row["results"]]
    return [path for _, path in sorted(scores)]


def metrics(row, weights=None):
    answers = set(row["answers"]) | set(row["secondary"])
    paths = ranked(row, weights)
    hits = [i for i, p in enumerate(paths) if p in answers]
    recall = lambda k: sum(1 for i in hits if i < k) / len(answers)
    ideal = sum(1 / math.log2(i + 2) for i in range(min(10, len(answers))))
    return {"recall@1": recall(1), "recall@5": recall(5), "recall@10": recall(10), "recall@20": recall(20),
            "MRR": 1 / (hits[0] + 1) if hits else 0, "NDCG@10": sum(1 / math.log2(i + 2) for i in hits if i < 10) / ideal}


def mean(rows, weights=None):
    values = [metrics(r, weights) for r in rows]
    return {k: sum(v[k] for v in values) / len(values) for k in values[0]}


def interval(rows, key, rounds=1000):
    values = [metrics(r)[key] for r in rows]
    dice = random.Random(1)
    means = sorted(sum(dice.choices(values, k=len(values))) / len(values) for _ in range(rounds))
    return means[int(rounds * .025)], means[int(rounds * .975)]


def show(name, values):
    print(f"| {name:28} | " + " | ".join(f"{values[k]:.3f}" for k in values) + " |")


def report(files):
    for file in files:
        rows = [r for r in map(json.loads, open(file)) if r["answers"]]
        print(f"\n{os.path.basename(file)}: {len(rows)} queries\n")
        keys = list(mean(rows))
        print("| ranking | " + " | ".join(keys) + " |\n|---|" + "---|" * len(keys))
        show("all signals", mean(rows))
        for key in ("recall@5", "recall@10", "MRR", "NDCG@10"):
            low, high = interval(rows, key)
            print(f"  {key}: 95 % between {low:.3f} and {high:.3f}")
        weights = SYMBOL_WEIGHTS if any("words" in r["signals"] for row in rows for r in row["results"][:1]) else WEIGHTS
        for signal in weights:
            show("without " + signal, mean(rows, {k: w for k, w in weights.items() if k != signal}))
        for signal in weights:
            show(signal + " alone", mean(rows, {signal: 1.0}))
        for group in ("repo", "kind"):
            for value in sorted({r[group] for r in rows}):
                show(value, mean([r for r in rows if r[group] == value]))


def fit(files):
    """Weights by a linear softmax over the results of each query (cross entropy), non-negative, and what each repository gets from
    weights that were fitted on the others."""
    import numpy as np
    from scipy.optimize import minimize
    rows = [r for f in files for r in map(json.loads, open(f)) if r["answers"]]
    names = [n for n in WEIGHTS if n != "exactDefinition"]
    data = []
    for row in rows:
        answers = set(row["answers"]) | set(row["secondary"])
        a = np.array([[r["signals"].get(n, 0) * r["factor"] for n in names] for r in row["results"]])
        y = np.array([r["path"] in answers for r in row["results"]], float)
        if y.sum():
            data.append((row["repo"], a, y / y.sum()))

    def solve(part):
        def loss(w):
            total, gradient = 0.5 * w @ w, w.copy()
            for _, a, y in part:
                s = a @ w
                e = np.exp(s - s.max())
                p = e / e.sum()
                total -= (y * np.log(p + 1e-300)).sum()
                gradient += a.T @ (p - y)
            return total, gradient
        return minimize(loss, np.ones(len(names)), jac=True, method="L-BFGS-B", bounds=[(0, None)] * len(names)).x

    print("all:", " ".join(f"{n}={w:.2f}" for n, w in zip(names, solve(data))))
    held = []
    for repo in sorted({d[0] for d in data}):
        weights = dict(zip(names, solve([d for d in data if d[0] != repo])))
        part = [r for r in rows if r["repo"] == repo]
        held += [(metrics(r, weights), metrics(r)) for r in part]
        show(repo + ", fitted on the others", mean(part, weights))
        show(repo + ", frozen weights", mean(part))
    for i, name in enumerate(("fitted on the others", "frozen weights")):
        show("all, " + name, {k: sum(h[i][k] for h in held) / len(held) for k in held[0][i]})


if __name__ == "__main__":
    command, rest = sys.argv[1] if len(sys.argv) > 1 else "", [a for a in sys.argv[2:] if a != "--whole"]
    whole = "--whole" in sys.argv
    if command == "collect" and len(rest) == 4:
        collect(*rest, whole)
    elif command == "collect-definitions" and len(rest) == 4:
        collect(*rest, whole, "symbol")
    elif command == "collect-files" and len(rest) == 5:
        collect_files(*rest, whole)
    elif command == "report" and rest:
        report(rest)
    elif command == "fit" and rest:
        fit(rest)
    else:
        sys.exit(__doc__)
