#!/usr/bin/env python3
"""Clusters a graph with igraph or leidenalg and prints one JSON object with the keys of the Swift program.

usage: peers.py SYSTEM FILE [--objective modularity|cpm] [--gamma G] [--seed N] [--iterations N] [--repeats N] [--membership FILE]

SYSTEM is igraph or leidenalg. userSeconds is the clustering alone, peakBytes the whole process.
"""
import argparse
import gzip
import json
import random
import resource

import igraph
import numpy


def read(path):
    opener = gzip.open if open(path, "rb").read(2) == b"\x1f\x8b" else open
    with opener(path, "rt") as lines:
        rows = numpy.loadtxt(lines, ndmin=2)
    edges = rows[:, :2].astype(numpy.int64)
    weights = rows[:, 2] if rows.shape[1] > 2 else None
    graph = igraph.Graph(n=int(edges.max()) + 1, edges=edges)
    if weights is not None:
        graph.es["weight"] = weights
    else:
        graph.es["weight"] = [1.0] * graph.ecount()
    return graph


def cpm(graph, clustering, gamma):
    inside = sum(weight for weight, crosses in zip(graph.es["weight"], clustering.crossing()) if not crosses)
    return inside - gamma * sum(size * (size - 1) / 2 for size in clustering.sizes())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("system", choices=["igraph", "leidenalg"])
    parser.add_argument("file")
    parser.add_argument("--objective", choices=["modularity", "cpm"], default="modularity")
    parser.add_argument("--gamma", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--iterations", type=int, default=2)
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--membership")
    options = parser.parse_args()
    graph = read(options.file)
    if options.system == "leidenalg":
        import leidenalg  # its loading is not measured
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    for _ in range(options.repeats):
        random.seed(options.seed)
        if options.system == "igraph":
            clustering = graph.community_leiden(
                objective_function="modularity" if options.objective == "modularity" else "CPM",
                resolution=options.gamma, weights="weight", n_iterations=options.iterations)
        else:
            kind = (leidenalg.RBConfigurationVertexPartition if options.objective == "modularity"
                    else leidenalg.CPMVertexPartition)
            clustering = leidenalg.find_partition(
                graph, kind, weights="weight", resolution_parameter=options.gamma,
                n_iterations=options.iterations, seed=options.seed)
    after = resource.getrusage(resource.RUSAGE_SELF)
    clustering = igraph.VertexClustering(graph, clustering.membership)
    inner = graph.copy()
    inner.delete_edges([edge for edge, crosses in enumerate(clustering.crossing()) if crosses])
    disconnected = len(inner.connected_components()) - len(set(clustering.membership))
    print(json.dumps(dict(
        system=options.system, nodes=graph.vcount(), edges=graph.ecount(),
        modularity=graph.modularity(clustering.membership, weights="weight"),
        cpm=cpm(graph, clustering, options.gamma if options.objective == "cpm" else 0.0),
        communities=len(set(clustering.membership)), disconnected=disconnected, levels=None,
        userSeconds=(after.ru_utime - before) / options.repeats, peakBytes=after.ru_maxrss * 1024)))
    if options.membership:
        with open(options.membership, "w") as out:
            out.writelines(f"{community}\n" for community in clustering.membership)


if __name__ == "__main__":
    main()
