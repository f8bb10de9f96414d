"""Writes distances.json: what numpy, scipy and scikit-learn say of the distances and tests of MlopsSandbox.Statistics.

Run it with an interpreter that has all three (on Debian: apt-get install python3-scipy python3-sklearn):
    /usr/bin/python3 tests/MlopsSandbox.Statistics.Tests/Reference/distances.py
The versions used are recorded in the table. The samples depend on the seeds below alone, so a second run changes nothing.
"""
import json
import os
import platform

import numpy as np
import scipy
import sklearn
from scipy import stats
from scipy.spatial.distance import cdist, jensenshannon
from sklearn.decomposition import PCA
from sklearn.metrics import roc_auc_score
from sklearn.metrics.pairwise import rbf_kernel
from sklearn.preprocessing import StandardScaler

MASK = (1 << 64) - 1


class SeededRandom:
    """xoshiro256** seeded by SplitMix64, from the papers of their authors; as src/MlopsSandbox.Statistics/Random."""

    def __init__(self, seed):
        self.s = []
        for _ in range(4):
            seed = (seed + 0x9E3779B97F4A7C15) & MASK
            z = seed
            z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
            z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
            self.s.append(z ^ (z >> 31))

    @staticmethod
    def rotate(x, by):
        return ((x << by) | (x >> (64 - by))) & MASK

    def bits(self):
        s = self.s
        result = (self.rotate((s[1] * 5) & MASK, 7) * 9) & MASK
        shifted = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= shifted
        s[3] = self.rotate(s[3], 45)
        return result

    def below(self, exclusive):
        unfair = (1 << 64) % exclusive
        while True:
            product = self.bits() * exclusive
            if (product & MASK) >= unfair:
                return product >> 64

    def shuffle(self, items):
        for last in range(len(items) - 1, 0, -1):
            chosen = self.below(last + 1)
            items[last], items[chosen] = items[chosen], items[last]


def samples():
    """Pairs of samples of a number: shapes × sizes, then ties, constants and single values."""
    shapes = {
        "normal": lambda r, n, s: r.normal(s, 1, n),
        "lognormal": lambda r, n, s: np.exp(r.normal(s, 1.2, n)),
        "cauchy": lambda r, n, s: r.standard_cauchy(n) + s,
        "whole": lambda r, n, s: r.integers(0, 6, n) + float(round(2 * s)),
        "coin": lambda r, n, s: (r.random(n) < 0.3 + 0.3 * s).astype(float),
        "uniform": lambda r, n, s: r.random(n) * (1 + s),
        "twopeaks": lambda r, n, s: np.where(r.random(n) < 0.5, r.normal(-3 - s, 0.3, n), r.normal(3, 0.3, n)),
        "large": lambda r, n, s: 1e9 + r.normal(s, 1, n) * 1e3,
        "small": lambda r, n, s: r.normal(s, 1, n) * 1e-3,
    }
    sizes = [(1, 1), (1, 7), (2, 2), (3, 5), (10, 10), (12, 40), (50, 50), (80, 17)]
    for name, draw in shapes.items():
        for n, m in sizes:
            for shift in (0.0, 0.5, 4.0):
                r = np.random.default_rng(abs(hash_of(f"{name}-{n}-{m}-{shift}")))
                yield f"{name} {n}/{m} shift {shift}", np.round(draw(r, n, 0.0), 6), np.round(draw(r, m, shift), 6)
    yield "constants alike", np.full(5, 2.5), np.full(3, 2.5)
    yield "constants apart", np.full(5, 2.5), np.full(3, -1.0)
    yield "constant baseline", np.full(8, 1.0), np.array([0.0, 1.0, 2.0, 2.0])
    yield "constant window", np.array([0.0, 1.0, 2.0, 2.0]), np.full(8, 1.0)
    yield "one sample twice", np.array([3.0, 1.0, 2.0]), np.array([3.0, 1.0, 2.0])
    yield "one sample, repeated rows", np.array([3.0, 1.0, 2.0]), np.array([3.0, 1.0, 2.0, 1.0, 3.0, 2.0])
    yield "minus zero", np.array([-0.0, 0.0, 1.0]), np.array([0.0, -1.0])


def hash_of(text):
    value = 0
    for character in text:
        value = (value * 131 + ord(character)) % (1 << 31)
    return value


def jeffreys(counts):
    return (counts + 0.5) / (counts.sum() + len(counts) / 2)


def number_cases():
    for name, b, c in samples():
        distance = stats.wasserstein_distance(b, c)
        deviation = 0.0 if (b == b[0]).all() else np.std((b - b.mean()))
        case = {
            "name": name, "baseline": b.tolist(), "current": c.tolist(),
            "wasserstein": distance,
            "normed": 0.0 if distance == 0 else (distance / deviation if deviation > 0 else np.inf),
            "energy": stats.energy_distance(b, c),
        }
        for rule in ("fd", "doane", "auto", 7):
            edges = np.histogram_bin_edges(b, bins=rule)
            if len(edges) <= 40:
                case[f"edges {rule}"] = edges.tolist()
                case[f"counts {rule}"] = np.histogram(b, bins=rule)[0].tolist()
        if np.unique(b).size > 1:
            case["moments"] = [b.mean(), np.var(b, ddof=1), stats.skew(b), stats.kurtosis(b)]
        yield case


def histogram_cases():
    r = np.random.default_rng(20260101)
    for case in range(240):
        k = int(r.integers(1, 16))
        scale = float(r.choice([3, 30, 3000]))
        b = r.poisson(scale * r.gamma(0.6, 1, k) + 0.01)
        c = r.poisson(scale * r.gamma(0.6, 1, k)) if case % 3 else np.maximum(b + r.integers(-2, 3, k), 0)
        if case % 10 == 9:
            c = np.where(b > 0, 0, 4)
        if b.sum() == 0:
            b[0] = 1
        if c.sum() == 0:
            c[-1] = 2
        p, q = b / b.sum(), c / c.sum()
        used = (b > 0) | (c > 0)
        sp, sq = jeffreys(b[used]), jeffreys(c[used])
        with np.errstate(divide="ignore"):
            yield {
                "baseline": b.tolist(), "current": c.tolist(),
                "klOfShares": stats.entropy(q, p), "klOfCounts": stats.entropy(sq, sp),
                "jensenShannon": jensenshannon(p, q, base=2),
                "hellinger": np.linalg.norm(np.sqrt(p) - np.sqrt(q)) / np.sqrt(2),
                "totalVariation": np.abs(p - q).sum() / 2,
                "largest": np.abs(p - q).max(),
                "bhattacharyya": -np.log(np.sqrt(p * q).sum()),
                "psi": stats.entropy(sq, sp) + stats.entropy(sp, sq),
            }


def benjamini_hochberg(p):
    """From the definition: the least of p(j)·m/j over all j from the own rank on."""
    order = np.argsort(p, kind="stable")
    m = len(p)
    adjusted = np.empty(m)
    for rank, index in enumerate(order):
        adjusted[index] = min(1.0, min(p[order[j]] * m / (j + 1) for j in range(rank, m)))
    return adjusted


def holm(p):
    order = np.argsort(p, kind="stable")
    m = len(p)
    adjusted = np.empty(m)
    for rank, index in enumerate(order):
        adjusted[index] = min(1.0, max(p[order[j]] * (m - j) for j in range(rank + 1)))
    return adjusted


def family_cases():
    r = np.random.default_rng(7)
    for case in range(40):
        m = int(r.integers(1, 25))
        p = np.round(r.beta(0.4, 1, m), 4) if case % 2 else np.round(r.random(m), 1)
        yield {"p": p.tolist(), "bonferroni": np.minimum(1, p * m).tolist(), "holm": holm(p).tolist(), "benjaminiHochberg": benjamini_hochberg(p).tolist()}


def permutation_p(pairs, n, statistic, seed, permutations):
    """p = (k+1)/(B+1); each permutation shuffles on from the order before it; equal up to rounding counts as equal."""
    random = SeededRandom(seed)
    order = list(range(len(pairs)))
    observed = statistic(pairs[np.ix_(order, order)], n)
    slack = 1e-10 * np.abs(pairs).mean()
    k = 0
    for _ in range(permutations):
        random.shuffle(order)
        k += statistic(pairs[np.ix_(order, order)], n) >= observed - slack
    return observed, (int(k) + 1) / (permutations + 1)


def mmd_unbiased(kernel, n):
    x, y, xy = kernel[:n, :n], kernel[n:, n:], kernel[:n, n:]
    m = len(kernel) - n
    return (x.sum() - np.trace(x)) / (n * (n - 1)) + (y.sum() - np.trace(y)) / (m * (m - 1)) - 2 * xy.mean()


def energy_statistic(distances, n):
    m = len(distances) - n
    x, y, xy = distances[:n, :n], distances[n:, n:], distances[:n, n:]
    return n * m / (n + m) * (2 * xy.mean() - x.mean() - y.mean())


def linear_mmd(b, c, bandwidth, seed):
    random = SeededRandom(seed)
    of, against = list(range(len(b))), list(range(len(c)))
    random.shuffle(of)
    random.shuffle(against)
    pairs = min(len(b), len(c)) // 2
    kernel = lambda u, v: float(np.exp(-((u - v) ** 2).sum() / (2 * bandwidth**2)))
    h = []
    for i in range(pairs):
        x1, x2, y1, y2 = b[of[2 * i]], b[of[2 * i + 1]], c[against[2 * i]], c[against[2 * i + 1]]
        h.append(kernel(x1, x2) + kernel(y1, y2) - kernel(x1, y2) - kernel(x2, y1))
    h = np.array(h)
    deviation = np.std(h, ddof=1)
    if deviation == 0:
        return {"linearMmd": h.mean(), "linearP": 0.0 if h.mean() > 0 else 1.0}
    return {"linearMmd": h.mean(), "linearP": stats.norm.sf(h.mean() / (deviation / np.sqrt(pairs)))}


def multivariate_cases():
    r = np.random.default_rng(99)
    for case in range(60):
        n, m, d = int(r.integers(4, 24)), int(r.integers(4, 24)), int(r.integers(1, 5))
        mix = r.normal(0, 1, (d, d))
        b, c = r.normal(0, 1, (n, d)) @ mix, (r.normal(0, 1 + case % 3, (m, d)) + (case % 4) * 0.4) @ mix
        if case % 5 == 4:
            b, c = np.round(b), np.round(c)
        if case % 7 == 6:
            b[:, 0], c[:, 0] = 3.0, 3.0
        b, c = np.round(b, 4), np.round(c, 4)
        both = np.vstack([b, c])
        distances = cdist(both, both)
        apart = distances[np.triu_indices(n + m, 1)]
        bandwidth = np.median(apart) if np.median(apart) > 0 else np.median(apart[apart > 0]) if apart.any() else 1.0
        mmd, mmd_p = permutation_p(rbf_kernel(both, gamma=1 / (2 * bandwidth**2)), n, mmd_unbiased, 1000 + case, 99)
        energy, energy_p = permutation_p(distances, n, energy_statistic, 1000 + case, 99)
        result = {
            "seed": 1000 + case, "permutations": 99, "baseline": b.tolist(), "current": c.tolist(), "bandwidth": bandwidth,
            "mmd": mmd, "mmdP": mmd_p, "energy": energy, "energyP": energy_p,
        }
        result.update(linear_mmd(b, c, bandwidth, 1000 + case))
        if d > 1:
            scaler = StandardScaler().fit(b)
            z, w = scaler.transform(b), scaler.transform(c)
            pca = PCA(n_components=0.65, svd_solver="full").fit(z)
            errors = lambda rows: np.linalg.norm(rows - pca.inverse_transform(pca.transform(rows)), axis=1)
            result.update({"components": int(pca.n_components_), "errorsOfBaseline": errors(z).tolist(), "errorsOfCurrent": errors(w).tolist()})
        yield result


def score_cases():
    r = np.random.default_rng(5)
    for case in range(60):
        n, m = int(r.integers(1, 40)), int(r.integers(1, 40))
        b, c = r.normal(0, 1, n), r.normal((case % 4) * 0.5, 1, m)
        digits = 0 if case % 3 == 0 else 4
        b, c = np.round(b, digits) + 0.0, np.round(c, digits) + 0.0
        if case == 59:
            b[:], c[:] = 0.5, 0.5
        labels = [0] * n + [1] * m
        scores = np.concatenate([b, c])
        same = (scores == scores[0]).all()
        p = 1.0 if same else stats.mannwhitneyu(c, b, alternative="greater", method="asymptotic", use_continuity=False).pvalue
        p = 1.0 if same else stats.norm.sf(stats.norm.isf(p) / np.sqrt(2))  # scores of folds: twice the variance
        yield {"ofBaseline": b.tolist(), "ofCurrent": c.tolist(), "auc": roc_auc_score(labels, scores), "p": p}


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, (float, np.floating)):
        value = float(value)
        return "Infinity" if value == np.inf else int(value) if value.is_integer() and abs(value) < 1e15 else value
    return int(value) if isinstance(value, np.integer) else value


def main():
    table = {
        "versions": {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__, "scikit-learn": sklearn.__version__},
        "numbers": list(number_cases()),
        "histograms": list(histogram_cases()),
        "families": list(family_cases()),
        "multivariate": list(multivariate_cases()),
        "scores": list(score_cases()),
    }
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "distances.json")
    with open(path, "w", encoding="utf-8") as file:
        file.write("{\n")
        sections = []
        for name, content in table.items():
            if isinstance(content, dict):
                sections.append(f'"{name}": {json.dumps(content)}')
            else:
                sections.append(f'"{name}": [\n' + ",\n".join(json.dumps(plain(case), allow_nan=False) for case in content) + "\n]")
        file.write(",\n".join(sections) + "\n}\n")


main()
