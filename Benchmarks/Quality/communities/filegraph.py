"""What kg's index says about the files of a tree, as a weighted graph; and how alike two partitions are."""
import collections
import math
import random
import sqlite3
import subprocess
import tempfile

import igraph

# As kg weights them; see Sources/Indexing/Communities.
WEIGHTS = dict(references=3, reads=3, writes=3, imports=3, documents=3, calls=1, instantiates=1, inherits=1, conforms=1,
               overrides=1, extends=1, decorates=1, mentions=.5, links=.5, tests=.5, coChanges=.5)


def folder(path):
    return path.rpartition("/")[0]


def nmi(left, right):
    """Normalised mutual information, by the arithmetic mean of the entropies."""
    count = len(left)

    def entropy(counts):
        return -sum(value / count * math.log(value / count) for value in counts.values())

    first, second = entropy(collections.Counter(left)), entropy(collections.Counter(right))
    both = entropy(collections.Counter(zip(left, right)))
    return 2 * (first + second - both) / (first + second) if first + second else 1.0


class Program:
    """Files, the references between their definitions, and kg's own communities."""

    def __init__(self, kg, tree, references=True):
        with tempfile.TemporaryDirectory() as work:
            database = work + "/graph.db"
            subprocess.run([kg, "index", tree, "--db", database, "--quiet"], check=True, stdout=subprocess.DEVNULL)
            graph = sqlite3.connect(database)
            self.communities = [dict(graph.execute(
                "SELECT path, id FROM community_members JOIN communities ON community = id WHERE level = ?", [level]))
                for level in (0, 1)]
            self.language = dict(graph.execute(
                "SELECT path, language FROM files WHERE skipReason IS NULL ORDER BY path"))
            self.definitions = collections.Counter(dict(graph.execute(
                "SELECT path, count(*) FROM nodes WHERE path IS NOT NULL GROUP BY path")))
            self.references = list(self.read(graph)) if references else []
            graph.close()

    def read(self, graph):
        place = dict(graph.execute("SELECT id, path FROM nodes WHERE path IS NOT NULL"))
        contained = collections.defaultdict(list)
        for module, path in graph.execute(
                "SELECT source, path FROM edges WHERE kind = 'contains' AND line IS NULL AND path IS NOT NULL"):
            contained[module].append(path)
        # A module stands for its only file, or for the folder that all of its files lie in.
        for module, paths in contained.items():
            place.setdefault(module, paths[0] if len(paths) == 1 else common(paths) + "/")
        runs = graph.execute(
            "SELECT kind, source, target, path, max(1, candidates), count(*) FROM edges WHERE kind <> 'contains' "
            "AND path IS NOT NULL GROUP BY kind, source, target, path, candidates ORDER BY 1, 2, 3, 4, 5").fetchall()
        referrers = collections.Counter(run[2] for run in runs)
        for kind, _, target, path, candidates, count in runs:
            goal = place.get(target, path)
            if path in self.language and goal != path and (goal.endswith("/") or goal in self.language):
                yield kind, path, goal, count, candidates, referrers[target]

    def graph(self, weights=WEIGHTS, damping="log", repeats="log", folders=1.0, outer=0.5):
        """Names of the nodes (files, then folders) and the weights of pairs; without folders if `folders` is 0."""
        damp = dict(none=lambda k: 1, log=lambda k: 1 / (1 + math.log2(k)), root=lambda k: k ** -.5,
                    whole=lambda k: 1 / k)[damping]
        repeat = (lambda n: 1 + math.log2(n)) if repeats == "log" else (lambda n: n)
        names = list(self.language)
        place = {path: node for node, path in enumerate(names)}
        pairs, strength = collections.Counter(), collections.Counter()

        def node(path):
            if path not in place:
                place[path] = len(names)
                names.append(path)
            return place[path]

        for kind, source, target, count, candidates, referrers in self.references:
            if target.endswith("/") and not folders:
                continue
            weight = weights.get(kind, 0) * repeat(count) / candidates * damp(referrers)
            if weight:
                ends = node(source), node(target)
                pairs[min(ends), max(ends)] += weight
                strength[source] += weight
                strength[target] += weight
        if folders:
            held = collections.Counter()
            for path in self.language:
                weight = folders * max(strength[path], 1)
                pairs[place[path], node(folder(path) + "/")] += weight
                held[folder(path)] += weight
            for depth in range(max(path.count("/") for path in names), -1, -1):
                for path in [path for path in sorted(held) if path and path.count("/") == depth]:
                    if folder(path):
                        ends = node(folder(path) + "/"), node(path + "/")
                        pairs[min(ends), max(ends)] += outer * held[path]
                        held[folder(path)] += outer * held[path]
        return names, pairs

    def clustered(self, seeds=(0,), gamma=1.0, iterations=4, **options):
        """For each seed the community of each file by igraph's Leiden, named after the file most tied to its rest."""
        names, pairs = self.graph(**options)
        pairs = dict(sorted(pairs.items()))
        graph = igraph.Graph(n=len(names), edges=list(pairs))
        for seed in seeds:
            random.seed(seed)
            found = graph.community_leiden(objective_function="modularity", weights=list(pairs.values()),
                                           resolution=gamma, n_iterations=iterations).membership
            ties = collections.Counter()
            for (left, right), weight in pairs.items():
                if found[left] == found[right]:
                    ties[left] += weight
                    ties[right] += weight
            best = {}
            for file in range(len(self.language)):
                if ties[file] > ties.get(best.get(found[file]), -1):
                    best[found[file]] = file
            yield {names[file]: names[best[found[file]]] for file in range(len(self.language))}


def common(paths):
    parts = [folder(path).split("/") for path in paths]
    shared = []
    for names in zip(*parts):
        if len(set(names)) > 1:
            break
        shared.append(names[0])
    return "/".join(shared)
