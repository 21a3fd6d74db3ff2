#!/usr/bin/env python3
"""Clusters graphs with kg and its peers in one run and prints a table.

usage: compare.py --benchmark BINARY [--peers PYTHON] [--graphs FOLDER] [--plant NODES …] [--seeds N]
                  [--systems igraph,leidenalg] [--out FILE] [--commit ID]

BINARY is the `communities-benchmark` of this package; PYTHON one with igraph, leidenalg and numpy. FOLDER holds
graphs as NAME.txt.gz, with NAME.truth.gz where the communities are known. Each figure is the mean over the seeds; small graphs are clustered several times a seed, as a few hundredths of
a second cannot be measured. "× graph" is the peak memory over that of the empty process, in units of the graph's rows.
FILE gets all figures as JSON.
"""
import argparse
import collections
import gzip
import json
import math
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

# Each run clusters about so many edges.
EDGES_A_RUN = 1_000_000
HERE = pathlib.Path(__file__).resolve().parent


def labels(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt") as lines:
        return [int(line) for line in lines]


def nmi(left, right):
    """Normalised mutual information, by the arithmetic mean of the entropies."""
    count = len(left)

    def entropy(counts):
        return -sum(value / count * math.log(value / count) for value in counts.values())

    both = entropy(collections.Counter(zip(left, right)))
    first, second = entropy(collections.Counter(left)), entropy(collections.Counter(right))
    return 2 * (first + second - both) / (first + second) if first + second else 1.0


def edge_count(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt") as lines:
        return sum(1 for _ in lines)


def cluster(command, truth, work):
    membership = os.path.join(work, "membership")
    command = command + ["--membership", membership]
    result = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    if truth:
        result["nmi"] = nmi(labels(membership), truth)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--benchmark", required=True)
    parser.add_argument("--peers", default=sys.executable)
    parser.add_argument("--graphs")
    parser.add_argument("--plant", type=int, nargs="*", default=[])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--systems", default="igraph")
    parser.add_argument("--objective", choices=["modularity", "cpm"], default="modularity")
    parser.add_argument("--gamma", type=float, default=1.0)
    parser.add_argument("--out")
    parser.add_argument("--commit", help="what was measured, for FILE")
    options = parser.parse_args()
    work = tempfile.mkdtemp()
    graphs = []
    for path in sorted(pathlib.Path(options.graphs).glob("*.txt.gz")) if options.graphs else []:
        truth = path.with_name(path.name.replace(".txt.gz", ".truth.gz"))
        graphs.append((path.name.removesuffix(".txt.gz"), path, truth if truth.exists() else None))
    for nodes in options.plant:
        path, truth = os.path.join(work, f"planted{nodes}.txt"), os.path.join(work, f"planted{nodes}.truth")
        subprocess.run([options.benchmark, "plant", path, "--truth", truth, "--nodes", str(nodes)], check=True)
        graphs.append((f"planted {nodes}", path, truth))
    flags = ["--objective", options.objective, "--gamma", str(options.gamma)]
    systems = [("kg", [options.benchmark, "cluster"])]
    systems += [(name, [options.peers, str(HERE / "peers.py"), name]) for name in options.systems.split(",") if name]
    table = []
    print("| graph | nodes | edges | system | modularity | cpm | NMI | communities | disconnected | user s | ratio "
          "| peak MB | × graph |")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|---|")
    for name, path, truth in graphs:
        known = labels(truth) if truth else None
        repeats = max(1, EDGES_A_RUN // edge_count(path))
        base = None
        rows = []
        for system, command in systems:
            runs = [cluster(command + [str(path), "--seed", str(seed), "--repeats", str(repeats)] + flags, known, work)
                    for seed in range(options.seeds)]
            mean = {key: statistics.mean(run[key] for run in runs)
                    for key in ("modularity", "cpm", "communities", "disconnected", "userSeconds", "peakBytes")}
            mean["nmi"] = statistics.mean(run["nmi"] for run in runs) if known else None
            row = dict(graph=name, system=system, nodes=runs[0]["nodes"], edges=runs[0]["edges"], **mean)
            if "graphBytes" in runs[0]:
                row["memoryRatio"] = (row["peakBytes"] - runs[0]["startBytes"]) / runs[0]["graphBytes"]
            row["disconnected"] = max(run["disconnected"] for run in runs)
            rows.append(row)
            base = row["userSeconds"] if system == "igraph" else base
        for row in rows:
            ratio = f"{row['userSeconds'] / base:.2f}" if base else ""
            agreement = f"{row['nmi']:.4f}" if row["nmi"] is not None else ""
            memory = f"{row['memoryRatio']:.1f}" if "memoryRatio" in row else ""
            print(f"| {name} | {row['nodes']} | {row['edges']} | {row['system']} | {row['modularity']:.4f} | "
                  f"{row['cpm']:.0f} | {agreement} | {row['communities']:.0f} | {row['disconnected']} | "
                  f"{row['userSeconds']:.3f} | {ratio} | {row['peakBytes'] / 1e6:.0f} | {memory} |", flush=True)
        table += rows
    if options.out:
        pathlib.Path(options.out).write_text(
            json.dumps(dict(commit=options.commit, seeds=options.seeds, graphs=table), indent=1) + "\n")


if __name__ == "__main__":
    main()
