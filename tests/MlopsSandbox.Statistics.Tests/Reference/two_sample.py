"""Writes two_sample.json, the figures that the two-sample tests are held against.

    /usr/bin/python3 two_sample.py        # any python3 that imports scipy

Samples are written with all their digits, so that other languages read the same numbers. Where scipy has no answer (a constant sample, too few
values), there is no case: what is defined there stands in the tests themselves.
"""
import itertools
import json
import math
import pathlib
import platform
import warnings

import mpmath
import numpy
import scipy
from scipy import special, stats

SEED = 20260701
random = numpy.random.default_rng(SEED)
warnings.simplefilter("error", RuntimeWarning)


# Samples --------------------------------------------------------------------------------------------------------------------------------

SHAPES = {
    "normal": lambda size: random.normal(size=size).round(4),
    "shifted": lambda size: random.normal(0.7, 1, size).round(4),
    "wider": lambda size: random.normal(0, 2.5, size).round(4),
    "cauchy": lambda size: random.standard_cauchy(size).round(4),
    "lognormal": lambda size: random.lognormal(0, 1.5, size).round(4),
    "counts": lambda size: random.poisson(4, size).astype(float),
    "tenths": lambda size: random.normal(size=size).round(1),
    "coin": lambda size: random.integers(0, 2, size).astype(float),
    "far": lambda size: (1e9 + random.normal(size=size)).round(5),
    "small": lambda size: random.normal(0, 1e-9, size).round(14),
    "mostly-zero": lambda size: numpy.where(random.random(size) < 0.4, 0, random.exponential(2, size)).round(4),
}
SIZES = [(1, 4), (2, 2), (2, 3), (3, 3), (4, 3), (5, 5), (5, 6), (7, 7), (8, 12), (9, 40), (20, 20), (19, 20), (25, 24), (30, 40), (60, 45), (150, 100)]
AGAINST = [("normal", "normal"), ("normal", "shifted"), ("normal", "wider"), ("cauchy", "cauchy"), ("lognormal", "lognormal"), ("counts", "counts"),
           ("tenths", "tenths"), ("coin", "coin"), ("far", "far"), ("small", "small"), ("mostly-zero", "mostly-zero")]


def pairs():
    for before, now in AGAINST:
        for sizes in SIZES:
            yield f"{before} {now} {sizes[0]} {sizes[1]}", SHAPES[before](sizes[0]), SHAPES[now](sizes[1])
    for sizes in [(1, 1), (1, 300), (2, 300), (400, 350), (50, 50)]:
        yield f"normal shifted {sizes[0]} {sizes[1]}", SHAPES["normal"](sizes[0]), SHAPES["shifted"](sizes[1])
    varied = SHAPES["normal"](12)
    yield "apart", varied, varied + 10
    yield "the same", varied, varied.copy()
    yield "interleaved", numpy.arange(0, 20, 2.0), numpy.arange(1, 21, 2.0)
    yield "constant and varied", numpy.full(8, 0.3), SHAPES["normal"](9)
    yield "two constants", numpy.full(6, 0.1), numpy.full(7, 0.2)
    yield "one constant", numpy.full(6, 0.1), numpy.full(7, 0.1)
    yield "one value apart", numpy.array([0.0] * 19 + [1.0]), numpy.zeros(20)


# Cases of two samples -----------------------------------------------------------------------------------------------------------------------

def kolmogorov_smirnov_exact(x, y):
    return stats.ks_2samp(x, y, method="exact")


def kolmogorov_smirnov_asymptotic(x, y):
    """R's ks.test(exact = FALSE): the limit distribution."""
    statistic = stats.ks_2samp(x, y, method="asymp")[0]
    return statistic, special.kolmogorov(math.sqrt(len(x) * len(y) / (len(x) + len(y))) * statistic)


def cramer_von_mises_exact(x, y):
    if min(len(x), len(y)) < 2 or max(len(x), len(y)) > 20:
        return None
    result = stats.cramervonmises_2samp(x, y, method="exact")
    return result.statistic, result.pvalue


def cramer_von_mises_asymptotic(x, y):
    """scipy's figure with more digits: its series ends at terms of 1e-7, and the tail is 1 less its sum."""
    if min(len(x), len(y)) < 2:
        return None
    result = stats.cramervonmises_2samp(x, y, method="asymptotic")
    p = cramer_von_mises_tail(result.statistic, len(x), len(y))
    assert abs(p - result.pvalue) < 1e-6
    return result.statistic, p


def cramer_von_mises_spread(x, y):
    """Not scipy's: the distance of the distribution functions runs straight across a tie. Without ties it is the same statistic."""
    n, m = len(x), len(y)
    if min(n, m) < 2:
        return None
    values, counts = numpy.unique(numpy.concatenate([x, y]), return_counts=True)
    distances = [(x <= value).sum() / n - (y <= value).sum() / m for value in values]
    over = numpy.interp(numpy.arange(1, n + m + 1), [0, *counts.cumsum()], [0, *distances])
    statistic = n * m / (n + m) ** 2 * math.fsum(over**2)
    assert len(values) < n + m or abs(statistic - stats.cramervonmises_2samp(x, y, method="asymptotic").statistic) < 1e-9
    return statistic, cramer_von_mises_tail(statistic, n, m)


def cramer_von_mises_tail(statistic, n, m):
    """Csörgő and Faraway (1996), equation 1.2, at the statistic brought to the limit's mean and variance (Anderson 1962, equations 11 and 14)."""
    both, product = n + m, n * m
    variance = (both + 1) * (4 * product * both - 3 * (n * n + m * m) - 2 * product) / (45 * both**2 * 4 * product)
    return cramer_von_mises_limit_tail(mpmath.mpf(1 / 6 + (statistic - (1 + 1 / both) / 6) / math.sqrt(45 * variance)))


def cramer_von_mises_limit_tail(x):
    if x < 0.003:
        return 1.0
    def term(k):
        q = (4 * k + 1) ** 2 / (16 * x)
        return mpmath.gamma(k + 0.5) / mpmath.factorial(k) / (mpmath.pi**1.5 * mpmath.sqrt(x)) * mpmath.sqrt(4 * k + 1) * mpmath.exp(-q) * mpmath.besselk(0.25, q)
    with mpmath.workdps(120):
        return float(1 - mpmath.fsum(term(k) for k in range(int(20 * math.sqrt(x) + 2 * x) + 12)))


def mann_whitney_exact(x, y):
    if len(numpy.unique(numpy.concatenate([x, y]))) < len(x) + len(y) or len(x) * len(y) > 1200:
        return None
    return stats.mannwhitneyu(x, y, method="exact")


def mann_whitney_asymptotic(x, y):
    return stats.mannwhitneyu(x, y, method="asymptotic", use_continuity=True)


def varies(x):
    return len(numpy.unique(x)) > 1


def near_zero(x, y):
    """Both less the same value, which changes no t and no W: scipy's means of values about a billion have lost the digits that count."""
    return x - x[0], y - x[0]


def welch(x, y):
    return stats.ttest_ind(*near_zero(x, y), equal_var=False) if min(len(x), len(y)) > 1 and (varies(x) or varies(y)) else None


def levene(center):
    def of(x, y):
        x, y = near_zero(x, y)
        middle = numpy.median if center == "median" else numpy.mean
        deviations = [numpy.abs(values - middle(values)).round(15) for values in (x, y)]
        if min(len(x), len(y)) < 3 or not any(map(varies, deviations)):
            return None
        return stats.levene(x, y, center=center)
    return of


def epps_singleton(x, y):
    """Without cases in which the covariance is singular: there scipy's figures are rounding."""
    pooled = numpy.concatenate([x, y])
    if min(len(x), len(y)) < 5 or stats.iqr(pooled) == 0 or min(len(numpy.unique(x)), len(numpy.unique(y))) < 5:
        return None
    return stats.epps_singleton_2samp(x, y)


def anderson_darling(x, y):
    if len(x) + len(y) < 4 or not varies(numpy.concatenate([x, y])):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")   # the p value is clipped; only the statistic is taken
        return stats.anderson_ksamp([x, y])[0], None


def anderson_darling_enumerated(x, y):
    """The p value over all divisions of the values, each counted once."""
    pooled, size = numpy.concatenate([x, y]), len(x)
    if len(pooled) < 4 or math.comb(len(pooled), size) > 1000 or not varies(pooled):
        return None
    observed = anderson_darling(x, y)[0]
    as_far = total = 0
    for chosen in itertools.combinations(range(len(pooled)), size):
        mask = numpy.zeros(len(pooled), bool)
        mask[list(chosen)] = True
        as_far += anderson_darling(pooled[mask], pooled[~mask])[0] >= observed - 1e-9
        total += 1
    return observed, as_far / total


TESTS = {
    "ks exact": kolmogorov_smirnov_exact,
    "ks asymptotic": kolmogorov_smirnov_asymptotic,
    "cvm exact": cramer_von_mises_exact,
    "cvm asymptotic": cramer_von_mises_asymptotic,
    "cvm spread": cramer_von_mises_spread,
    "mann-whitney exact": mann_whitney_exact,
    "mann-whitney asymptotic": mann_whitney_asymptotic,
    "welch": welch,
    "levene median": levene("median"),
    "levene mean": levene("mean"),
    "epps-singleton": epps_singleton,
    "anderson-darling": anderson_darling,
    "anderson-darling enumerated": anderson_darling_enumerated,
}


def pair_cases(samples):
    for name, x, y in samples:
        for test, function in TESTS.items():
            result = case_of(test, name, function, x, y)
            if result:
                yield {"test": test, "pair": name, "statistic": result[0], "p": result[1]}


def case_of(test, name, function, x, y):
    try:
        result = function(x, y)
    except RuntimeWarning as warning:
        print(f"left out: {test} of {name}: {warning}")
        return None
    if result is None or not math.isfinite(result[0]):
        return None
    return float(result[0]), None if result[1] is None else float(result[1])


# Three samples and more -----------------------------------------------------------------------------------------------------------------------

def several():
    for sizes, shape in [((5, 6, 7), "normal"), ((3, 1, 9, 4), "counts"), ((10, 10, 10, 10, 10), "tenths"), ((30, 8, 20), "cauchy"), ((2, 2, 2), "normal")]:
        samples = [SHAPES[shape](size) for size in sizes]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield {"samples": [sample.tolist() for sample in samples], "statistic": float(stats.anderson_ksamp(samples)[0])}


# Counts ---------------------------------------------------------------------------------------------------------------------------------------

def tables():
    for categories in [2, 3, 5, 12, 40]:
        for rows, other_rows in [(12, 9), (100, 60), (5000, 400), (900_000_000, 700_000_000)]:
            for concentration in [0.3, 5]:
                shares = random.dirichlet([concentration] * categories)
                baseline = random.multinomial(rows, shares)
                current = random.multinomial(other_rows, shares)
                used = numpy.array([baseline, current])[:, baseline + current > 0]
                if used.shape[1] < 2:
                    continue
                chi_square = stats.chi2_contingency(used, correction=False)
                likelihood, likelihood_p = g_test(used, int(chi_square[2]))
                yield {"baseline": baseline.tolist(), "current": current.tolist(), "degrees": int(chi_square[2]),
                       "pearson": float(chi_square[0]), "pearson_p": float(chi_square[1]), "likelihood": likelihood, "likelihood_p": likelihood_p}


def g_test(table, degrees):
    """scipy's chi2_contingency(lambda_="log-likelihood") with more digits: its sum cancels when the shares are nearly equal."""
    with mpmath.workdps(40):
        rows, columns = table.sum(axis=1), table.sum(axis=0)
        terms = [mpmath.mpf(int(cell)) * mpmath.log(mpmath.mpf(int(cell)) * int(table.sum()) / (int(rows[i]) * int(columns[j])))
                 for (i, j), cell in numpy.ndenumerate(table) if cell > 0]
        statistic = 2 * mpmath.fsum(terms)
        p = mpmath.gammainc(mpmath.mpf(degrees) / 2, statistic / 2, regularized=True)
    scipys = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")
    assert abs(float(statistic) - scipys[0]) < 1e-5 * max(1, scipys[0])
    return float(statistic), float(p)


def shares():
    counts = [(0, 5, 0, 3), (5, 5, 3, 3), (0, 1, 1, 1), (1, 2, 0, 3), (2, 40, 9, 30), (0, 100, 3, 50), (30, 100, 5, 60), (4, 2465, 36, 360), (7, 10, 7, 10),
              (500, 1000, 470, 1000), (50_000, 1_000_000, 51_000, 1_000_000), (3, 1000, 1, 20)]
    for _ in range(60):
        rows, other_rows = int(random.integers(1, 300)), int(random.integers(1, 300))
        share = random.random()
        counts.append((int(random.binomial(rows, share)), rows, int(random.binomial(other_rows, min(1, share * 1.2))), other_rows))
    for hits, rows, other_hits, other_rows in counts:
        yield share_case(hits, rows, other_hits, other_rows)


def share_case(hits, rows, other_hits, other_rows):
    table = [[hits, rows - hits], [other_hits, other_rows - other_hits]]
    distribution = stats.hypergeom(rows + other_rows, hits + other_hits, rows)
    doubled = min(1, 2 * min(distribution.cdf(hits), distribution.sf(hits - 1)))
    case = {"counts": [hits, rows, other_hits, other_rows], "fisher": float(stats.fisher_exact(table)[1]), "fisher_doubled": float(doubled)}
    if 0 < hits + other_hits < rows + other_rows:
        chi_square = stats.chi2_contingency(table, correction=False)
        case |= {"z_score": math.copysign(math.sqrt(chi_square[0]), hits / rows - other_hits / other_rows), "z_score_p": float(chi_square[1])}
    return case


# Tails ---------------------------------------------------------------------------------------------------------------------------------------

def tails():
    """P values of given statistics, small ones and large samples among them, to 30 digits where scipy's are differences from 1."""
    for degrees in [1, 1.7, 2, 5.25, 30, 199.5, 900, 1_100, 9_998, 1_999_998, 40_000_000.5]:
        for t in [0, 1e-6, 0.3, 1, 1.96, 4, 9, 30]:
            yield {"tail": "student", "statistic": t, "degrees": degrees, "p": student_tail(t, degrees)}
    for z in [0, 1e-8, 0.5, 1.96, 5, 12, 30]:
        yield {"tail": "normal", "statistic": z, "degrees": 0, "p": float(mpmath.erfc(mpmath.mpf(z) / mpmath.sqrt(2)))}
    for degrees in [1, 2, 4, 39, 500]:
        for ratio in [0.2, 0.9, 1, 1.3, 3, 8]:
            p = float(mpmath.gammainc(mpmath.mpf(degrees) / 2, mpmath.mpf(degrees * ratio) / 2, regularized=True))
            yield {"tail": "chi-square", "statistic": degrees * ratio, "degrees": degrees, "p": p}
    for degrees, statistic in [(99_999, 99_000), (99_999, 101_000), (999_999, 1_000_000), (999_999, 1_004_000)]:
        yield {"tail": "chi-square", "statistic": statistic, "degrees": degrees, "p": float(stats.chi2.sf(statistic, degrees))}
    for x in [0.004, 0.02, 0.0505, 0.1, 0.16, 0.25, 0.461, 1, 2.5, 6, 15, 40]:
        yield {"tail": "cramer-von mises", "statistic": x, "degrees": 0, "p": cramer_von_mises_limit_tail(mpmath.mpf(x))}
    for x in [0.1, 0.3, 0.7, 0.999, 1, 1.5, 3, 8]:
        yield {"tail": "kolmogorov", "statistic": x, "degrees": 0, "p": float(special.kolmogorov(x))}


def student_tail(t, degrees):
    if degrees > 10_000:
        return float(2 * stats.t.sf(t, degrees))
    with mpmath.workdps(30):
        degrees = mpmath.mpf(degrees)
        return float(mpmath.betainc(degrees / 2, 0.5, 0, degrees / (degrees + mpmath.mpf(t) ** 2), regularized=True))


# The file -------------------------------------------------------------------------------------------------------------------------------------

def lines(items):
    return "[\n" + ",\n".join(json.dumps(item) for item in items) + "\n]"


def main():
    samples = list(pairs())
    head = {"made_by": "two_sample.py", "python": platform.python_version(), "numpy": numpy.__version__, "scipy": scipy.__version__, "mpmath": mpmath.__version__, "seed": SEED}
    parts = {
        "pairs": [{"name": name, "baseline": x.tolist(), "current": y.tolist()} for name, x, y in samples],
        "pair_cases": list(pair_cases(samples)),
        "several": list(several()),
        "tables": list(tables()),
        "shares": list(shares()),
        "tails": list(tails()),
    }
    text = "{\n" + ",\n".join([f'"head": {json.dumps(head)}'] + [f'"{name}": {lines(items)}' for name, items in parts.items()]) + "\n}\n"
    path = pathlib.Path(__file__).with_name("two_sample.json")
    path.write_text(text, encoding="utf-8")
    print(f"{path}: {', '.join(f'{len(items)} {name}' for name, items in parts.items())}, {len(text)} characters")


if __name__ == "__main__":
    main()
