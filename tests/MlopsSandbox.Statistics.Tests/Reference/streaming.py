"""Traces of drift detectors over known streams, for the C# detectors to be held against.

Each detector is written here from its paper, in the plainest way that gives the numbers: whole lists instead of rings, sums over raw values
instead of running moments. docs/detectors.md names the conventions where papers leave a choice. Run it with python3 (no package is needed);
it writes streaming.json beside itself.
"""
import json
import math
import platform
from pathlib import Path
from statistics import NormalDist

STABLE, WARNING, DRIFT = "S", "W", "D"
MASK = (1 << 64) - 1


# Streams: SplitMix64, so that both languages have the same bits.

class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def uniform(self):
        return (self.bits() >> 11) * 2.0 ** -53


class Xoshiro256:
    """Blackman and Vigna's xoshiro256**, seeded by SplitMix64."""

    def __init__(self, seed):
        spread = SplitMix64(seed)
        self.s = [spread.bits() for _ in range(4)]

    def bits(self):
        def rotate(x, k):
            return ((x << k) | (x >> (64 - k))) & MASK
        s = self.s
        result = (rotate((s[1] * 5) & MASK, 7) * 9) & MASK
        shifted = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= shifted
        s[3] = rotate(s[3], 45)
        return result

    def below(self, exclusive):
        """Lemire's unbiased draw."""
        unfair = (1 << 64) % exclusive
        while True:
            product = self.bits() * exclusive
            if product & MASK >= unfair:
                return product >> 64


def errors(seed, length, rate):
    random = SplitMix64(seed)
    return [1.0 if random.uniform() < rate(i) else 0.0 for i in range(length)]


def values(seed, length, value):
    random = SplitMix64(seed)
    return [value(i, random.uniform()) for i in range(length)]


BINARY = {
    "abrupt": errors(1, 6000, lambda i: 0.1 if i < 3000 else 0.4),
    "gradual": errors(2, 6000, lambda i: 0.1 if i < 2000 else 0.1 + 0.4 * ((i - 2000) / 2000) if i < 4000 else 0.5),
    "none": errors(3, 6000, lambda i: 0.2),
    "better": errors(4, 6000, lambda i: 0.5 if i < 3000 else 0.1),
    "recurring": errors(5, 6000, lambda i: 0.05 if i // 750 % 2 == 0 else 0.5),
    "rare": errors(6, 6000, lambda i: 0.005 if i < 4000 else 0.05),
    "zeros": [0.0] * 2000,
    "ones": [1.0] * 2000,
    "alternating": [float(i % 2) for i in range(2000)],
    "blocks": [float(i // 500 % 2) for i in range(2000)],
}
LONG = {"long": errors(7, 60000, lambda i: 0.1 if i < 50000 else 0.3)}
UNIT = {
    "unit-abrupt": values(11, 6000, lambda i, u: u * 0.5 if i < 3000 else 0.3 + u * 0.5),
    "unit-none": values(12, 6000, lambda i, u: u),
    "unit-better": values(13, 6000, lambda i, u: 0.5 + u * 0.5 if i < 3000 else u * 0.5),
}
REAL = {
    "real-abrupt": values(21, 6000, lambda i, u: 10 + u if i < 3000 else 10.5 + u),
    "real-gradual": values(22, 6000, lambda i, u: u + i / 2000),
    "real-none": values(23, 6000, lambda i, u: 4 * u - 2),
    "real-spread": values(24, 6000, lambda i, u: u - 0.5 if i < 3000 else 4 * (u - 0.5)),
    "real-large": values(25, 6000, lambda i, u: 1e6 + 20 * u if i < 3000 else 1e6 + 30 + 20 * u),
}


# Detectors. step(x) returns the state after x; statistics() is compared each hundred steps.

class Ddm:
    """Gama, Medas, Castillo and Rodrigues (2004)."""

    def __init__(self, minimum_items=30, minimum_errors=1, warning=2.0, drift=3.0):
        self.minimum_items, self.minimum_errors, self.levels = minimum_items, minimum_errors, (warning, drift)
        self.begin()

    def begin(self):
        self.seen, self.low, self.state = [], None, STABLE

    def step(self, x):
        if self.state == DRIFT:
            self.begin()
        self.seen.append(x)
        self.state = STABLE
        n, wrong = len(self.seen), self.wrong_so_far(x)
        p = wrong / n
        s = math.sqrt(p * (1 - p) / n)
        if n < self.minimum_items or wrong < self.minimum_errors:
            return self.state
        if self.low is None or p + s <= self.low[0] + self.low[1]:
            self.low = (p, s)
        if p + s > self.low[0] + self.levels[1] * self.low[1]:
            self.state = DRIFT
        elif p + s > self.low[0] + self.levels[0] * self.low[1]:
            self.state = WARNING
        return self.state

    def wrong_so_far(self, x):
        self.wrong = x if len(self.seen) == 1 else self.wrong + x
        return self.wrong

    def statistics(self):
        return [self.wrong / len(self.seen), *(self.low or (-1, -1))]


class Eddm:
    """Baena-García et al. (2006)."""

    def __init__(self, minimum_items=30, minimum_errors=30, warning=0.95, drift=0.90):
        self.minimum_items, self.minimum_errors, self.levels = minimum_items, minimum_errors, (warning, drift)
        self.begin()

    def begin(self):
        self.n, self.last, self.distances, self.top, self.state = 0, 0, [], 0.0, STABLE
        self.mean = self.std = self.m2 = 0.0

    def step(self, x):
        if self.state == DRIFT:
            self.begin()
        self.n += 1
        if x != 1:
            return self.state
        d = self.n - self.last
        self.last = self.n
        self.distances.append(d)
        k = len(self.distances)
        before = self.mean
        self.mean = before + (d - before) / k
        self.m2 = self.m2 + (d - self.mean) * (d - before)
        self.std = math.sqrt(self.m2 / k)
        self.state = STABLE
        reach = self.mean + 2 * self.std
        if self.n < self.minimum_items:
            return self.state
        if reach > self.top:
            self.top = reach
        if k >= self.minimum_errors:
            if reach < self.levels[1] * self.top:
                self.state = DRIFT
            elif reach < self.levels[0] * self.top:
                self.state = WARNING
        return self.state

    def statistics(self):
        return [self.mean, self.std, self.top]


class Rddm:
    """Barros, Cabral, Gonçalves and Santos (2017), algorithm 1."""

    def __init__(self, minimum_items=129, minimum_errors=1, warning=1.773, drift=2.258, largest_concept=40000, stable_concept=7000, warning_limit=1400):
        self.minimum_items, self.minimum_errors, self.levels = minimum_items, minimum_errors, (warning, drift)
        self.largest, self.keep, self.limit = largest_concept, stable_concept, warning_limit
        self.history = []          # the stored predictions, newest last
        self.pending = False       # rebuild before the next item
        self.clear()

    def clear(self):
        self.n, self.wrong, self.low, self.since, self.warnings, self.state = 0, 0, None, 0, 0, STABLE

    def count(self, x):
        self.n += 1
        self.wrong += x
        p = self.wrong / self.n
        return p, math.sqrt(p * (1 - p) / self.n)

    def lower(self, p, s):
        if self.wrong >= self.minimum_errors and (self.low is None or p + s < self.low[0] + self.low[1]):
            self.low = (p, s)

    def step(self, x):
        if self.pending:
            self.clear()
            for stored in self.history:
                p, s = self.count(stored)
                if self.n >= self.minimum_items:
                    self.lower(p, s)
            self.pending = False
        self.history = (self.history + [x])[-self.keep:]
        p, s = self.count(x)
        self.since += 1
        self.state = STABLE
        if self.since < self.minimum_items:
            return self.state
        self.lower(p, s)
        if self.low is None:
            pass
        elif p + s > self.low[0] + self.levels[1] * self.low[1]:
            self.state, self.pending = DRIFT, True
            self.history = self.history[-(self.warnings + 1):]
        elif p + s > self.low[0] + self.levels[0] * self.low[1]:
            if self.warnings >= self.limit:
                self.state, self.pending = DRIFT, True
                self.history = self.history[-1:]
            else:
                self.state = WARNING
                self.warnings += 1
        else:
            self.warnings = 0
        if self.since >= self.largest and self.state == STABLE:
            self.pending = True
        return self.state

    def statistics(self):
        return [self.n, self.wrong / self.n, *(self.low or (-1, -1))]


class HddmA:
    """Frías-Blanco et al. (2015), test A: the mean of all against the mean before the cut, Hoeffding's bound."""

    def __init__(self, drift=0.001, warning=0.005, two_sided=False):
        self.drift, self.warning, self.two_sided = drift, warning, two_sided
        self.begin()

    def begin(self):
        self.n, self.total, self.low, self.high, self.state = 0, 0.0, None, None, STABLE

    def bound(self, n):
        return math.sqrt(math.log(1 / self.drift) / (2 * n))

    def apart(self, cut, confidence, sign):
        if cut[0] == self.n:
            return False
        weight = (self.n - cut[0]) / (cut[0] * self.n)
        sides = 2 if self.two_sided else 1
        return sign * (self.total / self.n - cut[1] / cut[0]) >= math.sqrt(weight / 2 * math.log(sides / confidence))

    def step(self, x):
        if self.state == DRIFT:
            self.begin()
        self.n += 1
        self.total += x
        here = self.total / self.n
        if self.low is None or here + self.bound(self.n) <= self.low[1] / self.low[0] + self.bound(self.low[0]):
            self.low = (self.n, self.total)
        if self.high is None or here - self.bound(self.n) >= self.high[1] / self.high[0] - self.bound(self.high[0]):
            self.high = (self.n, self.total)

        def found(confidence):
            return self.apart(self.low, confidence, 1) or (self.two_sided and self.apart(self.high, confidence, -1))
        self.state = DRIFT if found(self.drift) else WARNING if found(self.warning) else STABLE
        return self.state

    def statistics(self):
        return [self.total / self.n, self.low[0], self.low[1] / self.low[0]]


class Weighted:
    """An exponentially weighted mean and the sum of its squared weights."""

    def __init__(self):
        self.mean, self.squares = None, None

    def add(self, x, weight):
        if self.mean is None:
            self.mean, self.squares = x, 1.0
        else:
            self.mean = weight * x + (1 - weight) * self.mean
            self.squares = weight * weight + (1 - weight) * (1 - weight) * self.squares

    def copy(self):
        other = Weighted()
        other.mean, other.squares = self.mean, self.squares
        return other


class HddmW:
    """Frías-Blanco et al. (2015), test W: weighted means before and since the cut, McDiarmid's bound."""

    def __init__(self, drift=0.001, warning=0.005, weight=0.05, two_sided=False):
        self.drift, self.warning, self.weight, self.two_sided = drift, warning, weight, two_sided
        self.begin()

    def begin(self):
        self.total, self.state = Weighted(), STABLE
        self.cuts = {1: None, -1: None}
        self.before = {1: Weighted(), -1: Weighted()}
        self.since = {1: Weighted(), -1: Weighted()}

    def apart(self, sign, confidence):
        before, since = self.before[sign], self.since[sign]
        if since.mean is None:
            return False
        sides = 2 if self.two_sided else 1
        bound = math.sqrt((before.squares + since.squares) * math.log(sides / confidence) / 2)
        return sign * (since.mean - before.mean) > bound

    def step(self, x):
        if self.state == DRIFT:
            self.begin()
        self.total.add(x, self.weight)
        bound = math.sqrt(self.total.squares * math.log(1 / self.drift) / 2)
        for sign in (1, -1):
            reach = sign * self.total.mean + bound
            if self.cuts[sign] is None or reach < self.cuts[sign]:
                self.cuts[sign], self.before[sign], self.since[sign] = reach, self.total.copy(), Weighted()
            else:
                self.since[sign].add(x, self.weight)
        signs = (1, -1) if self.two_sided else (1,)

        def found(confidence):
            return any(self.apart(sign, confidence) for sign in signs)
        self.state = DRIFT if found(self.drift) else WARNING if found(self.warning) else STABLE
        return self.state

    def statistics(self):
        since = self.since[1].mean
        return [self.total.mean, self.before[1].mean, -1 if since is None else since]


class Stepd:
    """Nishida and Yamauchi (2007)."""

    def __init__(self, window=30, drift=0.003, warning=0.05, two_sided=False):
        self.window, self.two_sided = window, two_sided
        sides = 2 if two_sided else 1
        self.levels = [NormalDist().inv_cdf(1 - alpha / sides) for alpha in (warning, drift)]
        self.begin()

    def begin(self):
        self.recent, self.older_items, self.older_wrong, self.t, self.state = [], 0, 0, 0.0, STABLE

    def step(self, x):
        if self.state == DRIFT:
            self.begin()
        self.recent.append(x)
        if len(self.recent) > self.window:
            self.older_items += 1
            self.older_wrong += self.recent.pop(0)
        self.state, self.t = STABLE, 0.0
        if self.older_items < self.window:
            return self.state
        nr, wr, no, wo = len(self.recent), sum(self.recent), self.older_items, self.older_wrong
        p = (wr + wo) / (nr + no)
        if p == 0 or p == 1:
            return self.state
        inverse = 1 / no + 1 / nr
        gap = wr / nr - wo / no
        if gap < 0 and not self.two_sided:
            return self.state
        self.t = (abs(gap) - inverse / 2) / math.sqrt(p * (1 - p) * inverse)
        self.state = DRIFT if self.t > self.levels[1] else WARNING if self.t > self.levels[0] else STABLE
        return self.state

    def statistics(self):
        return [sum(self.recent), self.older_items, self.t]


class Fhddm:
    """Pesaranghader and Viktor (2016)."""

    def __init__(self, window=100, delta=1e-6):
        self.window, self.epsilon = window, math.sqrt(math.log(1 / delta) / (2 * window))
        self.begin()

    def begin(self):
        self.right, self.best, self.state = [], 0, STABLE

    def step(self, x):
        if self.state == DRIFT:
            self.begin()
        self.right = (self.right + [1 - x])[-self.window:]
        if len(self.right) == self.window:
            self.best = max(self.best, sum(self.right))
            self.state = DRIFT if (self.best - sum(self.right)) / self.window >= self.epsilon else STABLE
        return self.state

    def statistics(self):
        return [sum(self.right), self.best]


class Kswin:
    """Raab, Heusinger and Schleif (2020)."""

    def __init__(self, window=100, recent=30, alpha=0.005, seed=42):
        self.size, self.r, self.threshold = window, recent, math.sqrt(-math.log(alpha) / recent)
        self.random, self.window, self.distance = Xoshiro256(seed), [], 0.0

    def drawn(self, older):
        """The first r places of a shuffle that goes from the front."""
        older = list(older)
        for i in range(self.r):
            j = i + self.random.below(len(older) - i)
            older[i], older[j] = older[j], older[i]
        return older[:self.r]

    def step(self, x):
        self.window = (self.window + [x])[-self.size:]
        self.distance = 0.0
        if len(self.window) < self.size:
            return STABLE
        recent = self.window[-self.r:]
        sample = self.drawn(self.window[:-self.r])
        most = max(abs(sum(v <= at for v in recent) - sum(v <= at for v in sample)) for at in set(recent + sample))
        self.distance = most / self.r
        if self.distance > self.threshold:
            self.window = recent
            return DRIFT
        return STABLE

    def statistics(self):
        return [len(self.window), self.distance]


class PageHinkley:
    """Page (1954), Hinkley (1971), with a running mean; plain: distance from the lowest sum; clamped: the sum is kept at 0 or above."""

    def __init__(self, delta=0.005, threshold=50.0, forgetting=0.9999, minimum_items=30, clamped=True):
        self.delta, self.threshold, self.forgetting = delta, threshold, forgetting
        self.minimum_items, self.clamped = minimum_items, clamped
        self.begin()

    def begin(self):
        self.n, self.mean, self.sum, self.low, self.state = 0, 0.0, 0.0, 0.0, STABLE

    def step(self, x):
        if self.state == DRIFT:
            self.begin()
        self.n += 1
        self.mean += (x - self.mean) / self.n
        self.sum = self.forgetting * self.sum + (x - self.mean - self.delta)
        if self.clamped:
            self.sum = max(0.0, self.sum)
        else:
            self.low = min(self.low, self.sum)
        self.state = DRIFT if self.n >= self.minimum_items and self.sum - self.low > self.threshold else STABLE
        return self.state

    def statistics(self):
        return [self.mean, self.sum - self.low]


class Cusum:
    """Page (1954): one-sided sums about a target or the running mean, each kept at 0 or above."""

    def __init__(self, delta=0.005, threshold=50.0, minimum_items=30, target=None, two_sided=False):
        self.delta, self.threshold, self.minimum_items, self.target, self.two_sided = delta, threshold, minimum_items, target, two_sided
        self.begin()

    def begin(self):
        self.n, self.mean, self.up, self.down, self.state = 0, 0.0, 0.0, 0.0, STABLE

    def step(self, x):
        if self.state == DRIFT:
            self.begin()
        self.n += 1
        self.mean += (x - self.mean) / self.n
        centre = self.mean if self.target is None else self.target
        self.up = max(0.0, self.up + (x - centre - self.delta))
        self.down = max(0.0, self.down + (centre - x - self.delta)) if self.two_sided else 0.0
        self.state = DRIFT if self.n >= self.minimum_items and max(self.up, self.down) > self.threshold else STABLE
        return self.state

    def statistics(self):
        return [self.mean, self.up, self.down]


class Ecdd:
    """Ross, Adams, Tasoulis and Hand (2012); weight 0.2 and the control limits fitted for a mean of 400 items between false alarms."""

    def __init__(self, minimum_items=30, warning_share=0.5, control_limit=None):
        self.minimum_items, self.share, self.fixed = minimum_items, warning_share, control_limit
        self.begin()

    def begin(self):
        self.n, self.wrong, self.z, self.state = 0, 0, 0.0, STABLE

    def reach(self):
        """How far above the error rate the control limit lies."""
        p = self.wrong / self.n
        at = min(p, 0.5)
        limit = 3.97 - 6.56 * at + 48.73 * at ** 3 - 330.13 * at ** 5 + 848.18 * at ** 7 if self.fixed is None else self.fixed
        return limit * math.sqrt(p * (1 - p) * 0.2 / (2 - 0.2) * (1 - (1 - 0.2) ** (2 * self.n)))

    def step(self, x):
        if self.state == DRIFT:
            self.begin()
        self.n += 1
        self.wrong += x
        self.z = (1 - 0.2) * self.z + 0.2 * x
        self.state = STABLE
        if self.n >= self.minimum_items:
            above = self.z - self.wrong / self.n
            self.state = DRIFT if above > self.reach() else WARNING if above > self.share * self.reach() else STABLE
        return self.state

    def statistics(self):
        return [self.wrong / self.n, self.z]


class Adwin:
    """Bifet and Gavaldà (2007), ADWIN2; every bucket holds its raw values, so nothing is approximated but the places of the cuts."""

    def __init__(self, delta=0.002, clock=32, buckets=5, minimum_window=10, minimum_side=5):
        self.delta, self.clock, self.most, self.least, self.side = delta, clock, buckets, minimum_window, minimum_side
        self.rows, self.time = [[]], 0        # row i: buckets of 2^i values, oldest first

    def insert(self, x):
        self.rows[0].append([x])
        for i in range(len(self.rows) + 1):
            if len(self.rows[i]) <= self.most:
                return
            if i + 1 == len(self.rows):
                self.rows.append([])
            self.rows[i + 1].append(self.rows[i][0] + self.rows[i][1])
            del self.rows[i][:2]

    def buckets(self):
        return [bucket for row in reversed(self.rows) for bucket in row]

    def must_cut(self):
        buckets = self.buckets()
        everything = [x for bucket in buckets for x in bucket]
        width = len(everything)
        if width < self.least:
            return False
        mean = math.fsum(everything) / width
        variance = math.fsum((x - mean) ** 2 for x in everything) / width
        log = math.log(2 * math.log(width) / self.delta)
        total, sums = math.fsum(everything), [math.fsum(bucket) for bucket in buckets]
        n0, u0 = 0, 0.0
        for bucket, amount in zip(buckets, sums):
            n0, u0 = n0 + len(bucket), u0 + amount
            n1 = width - n0
            if n0 < self.side or n1 < self.side:
                continue
            inverse = 1 / n0 + 1 / n1
            if abs(u0 / n0 - (total - u0) / n1) > math.sqrt(2 * inverse * variance * log) + 2 / 3 * inverse * log:
                return True
        return False

    def drop(self):
        for row in reversed(self.rows):
            if row:
                del row[0]
                return

    def step(self, x):
        self.insert(x)
        self.time += 1
        state = STABLE
        if self.time % self.clock == 0:
            while self.must_cut():
                self.drop()
                state = DRIFT
        return state

    def statistics(self):
        everything = [x for bucket in self.buckets() for x in bucket]
        mean = math.fsum(everything) / len(everything)
        return [len(everything), mean, math.fsum((x - mean) ** 2 for x in everything) / len(everything)]


# Which detector walks which streams, with which settings.

CASES = [
    ("ddm", {}, Ddm, BINARY),
    ("ddm", {"minimum_errors": 0}, Ddm, BINARY),
    ("ddm", {"minimum_items": 100, "warning": 1.5, "drift": 2.5}, Ddm, BINARY),
    ("eddm", {}, Eddm, BINARY),
    ("eddm", {"minimum_items": 50, "minimum_errors": 10, "warning": 0.9, "drift": 0.8}, Eddm, BINARY),
    ("rddm", {}, Rddm, {**BINARY, **LONG}),
    ("rddm", {"minimum_items": 60, "largest_concept": 1000, "stable_concept": 200, "warning_limit": 40}, Rddm, BINARY),
    ("hddm-a", {}, HddmA, {**BINARY, **UNIT}),
    ("hddm-a", {"two_sided": True, "warning": 0.05, "drift": 0.01}, HddmA, {**BINARY, **UNIT}),
    ("hddm-w", {}, HddmW, {**BINARY, **UNIT}),
    ("hddm-w", {"two_sided": True, "warning": 0.05, "drift": 0.01, "weight": 0.1}, HddmW, {**BINARY, **UNIT}),
    ("stepd", {}, Stepd, BINARY),
    ("stepd", {"two_sided": True, "window": 50}, Stepd, BINARY),
    ("fhddm", {}, Fhddm, BINARY),
    ("fhddm", {"window": 25, "delta": 1e-3}, Fhddm, BINARY),
    ("kswin", {}, Kswin, {**REAL, "abrupt": BINARY["abrupt"], "zeros": BINARY["zeros"]}),
    ("kswin", {"window": 60, "recent": 20, "alpha": 1e-4, "seed": 7}, Kswin, REAL),
    ("page-hinkley", {}, PageHinkley, {**BINARY, **REAL}),
    ("page-hinkley", {"clamped": False, "threshold": 20.0}, PageHinkley, {**BINARY, **REAL}),
    ("page-hinkley", {"forgetting": 1.0, "threshold": 10.0, "delta": 0.05, "minimum_items": 5}, PageHinkley, {**BINARY, **REAL}),
    ("cusum", {}, Cusum, {**BINARY, **REAL}),
    ("cusum", {"two_sided": True, "threshold": 15.0}, Cusum, {**BINARY, **REAL}),
    ("cusum", {"target": 0.2, "threshold": 8.0, "delta": 0.05, "minimum_items": 1}, Cusum, BINARY),
    ("ecdd", {}, Ecdd, BINARY),
    ("ecdd", {"control_limit": 2.0, "warning_share": 0.8, "minimum_items": 50}, Ecdd, BINARY),
    ("adwin", {}, Adwin, {**BINARY, **UNIT, **REAL}),
    ("adwin", {"delta": 0.05, "clock": 1, "buckets": 3, "minimum_window": 20, "minimum_side": 8}, Adwin,
     {"recurring": BINARY["recurring"][:2500], "unit-abrupt": UNIT["unit-abrupt"][2500:4000]}),
]


def trace(make, options, stream):
    detector, changes, before, statistics = make(**options), [], STABLE, []
    for i, x in enumerate(stream):
        state = detector.step(x)
        if state != before or state == DRIFT:
            changes.append(f"{i}{state}")
            before = state
        if i % 100 == 99:
            statistics.append(detector.statistics())
    return {"states": " ".join(changes), "statistics": statistics if len(stream) < 10000 else statistics[9::10]}


def main():
    streams = {name: len(stream) for group in (BINARY, LONG, UNIT, REAL) for name, stream in group.items()}
    traces = []
    for name, options, make, over in CASES:
        for stream, items in over.items():
            # ADWIN at every step is slow here: a part of the stream is enough.
            whole = {**BINARY, **LONG, **UNIT, **REAL}[stream]
            start = next(i for i in range(len(whole)) if whole[i:i + len(items)] == items)
            traces.append({"detector": name, "options": options, "stream": stream, "from": start, "items": len(items), **trace(make, options, items)})
    written = json.dumps({"python": platform.python_version(), "every": 100, "streams": streams}, indent=1)[:-2]
    rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in traces)
    (Path(__file__).parent / "streaming.json").write_text(f'{written},\n "traces": [\n{rows}\n]}}\n')


if __name__ == "__main__":
    main()
