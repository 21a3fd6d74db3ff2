#!/usr/bin/env python3
"""Exact nearest neighbours of 256 components: vectors-benchmark beside faiss' scalar quantizer, in one run.

    compare.py --benchmark Benchmarks/.build/release/vectors-benchmark [--rounds 3]

Needs faiss-cpu and numpy. One thread; medians over 101 questions, the best of the rounds.
"""

import argparse
import json
import subprocess
import time

import faiss
import numpy


def faiss_times(counts):
    faiss.omp_set_num_threads(1)
    random = numpy.random.default_rng(1)
    result = {}
    for count in counts:
        vectors = random.standard_normal((count, 256), dtype=numpy.float32)
        index = faiss.IndexScalarQuantizer(256, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT)
        index.train(vectors[:10000])
        index.add(vectors)
        times = []
        for question in range(101):
            start = time.perf_counter()
            index.search(vectors[question : question + 1], 10)
            times.append((time.perf_counter() - start) * 1e6)
        result[count] = sorted(times)[50]
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--benchmark", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    counts = [10_000, 100_000, 1_000_000]
    best = {}
    for _ in range(arguments.rounds):
        theirs = faiss_times(counts)
        lines = subprocess.run([arguments.benchmark], capture_output=True, text=True, check=True).stdout
        for line in lines.splitlines():
            ours = json.loads(line)
            row = best.setdefault(ours["vectors"], {"instructions": ours["instructions"]})
            for key in ("exactMicroseconds", "signsMicroseconds", "readMicroseconds"):
                row[key] = min(row.get(key, 1e9), ours[key])
            row["faiss"] = min(row.get("faiss", 1e9), theirs[ours["vectors"]])
    print("| vectors | kg exact µs | reading µs | ratio | faiss SQ8 µs | faster | kg signs µs | instructions |")
    print("|---|---|---|---|---|---|---|---|")
    for count, row in sorted(best.items()):
        exact = row["exactMicroseconds"]
        print(
            f"| {count} | {exact:.0f} | {row['readMicroseconds']:.0f} | {exact / row['readMicroseconds']:.2f} "
            f"| {row['faiss']:.0f} | {row['faiss'] / exact:.2f} | {row['signsMicroseconds']:.0f} | {row['instructions']} |"
        )


main()
