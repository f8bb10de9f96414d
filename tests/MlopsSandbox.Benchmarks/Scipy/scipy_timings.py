"""Makes scipy's tests when told to: reads 'name' a line, answers 'seconds statistic p' a line.

    python3 scipy_timings.py BASELINE CURRENT     # files of doubles, little-endian
"""
import sys
import time

import numpy
import scipy
from scipy import stats
from scipy.spatial import distance

baseline, current = (numpy.fromfile(path, dtype="<f8") for path in sys.argv[1:3])


def jensen_shannon():
    edges = numpy.histogram_bin_edges(numpy.concatenate([baseline, current]), 50)
    return distance.jensenshannon(numpy.histogram(baseline, edges)[0], numpy.histogram(current, edges)[0], base=2), float("nan")


def of(result):
    return result.statistic, result.pvalue


TESTS = {
    "Kolmogorov-Smirnov": lambda: of(stats.ks_2samp(baseline, current, method="asymp")),
    "Wasserstein": lambda: (stats.wasserstein_distance(baseline, current), float("nan")),
    "Mann-Whitney": lambda: of(stats.mannwhitneyu(baseline, current, method="asymptotic")),
    "Cramér-von Mises": lambda: of(stats.cramervonmises_2samp(baseline, current, method="asymptotic")),
    "Jensen-Shannon": jensen_shannon,
}

sys.stdin.reconfigure(encoding="utf-8")
print(f"scipy {scipy.__version__}, numpy {numpy.__version__}, Python {sys.version.split()[0]}", flush=True)
for line in sys.stdin:
    started = time.perf_counter()
    statistic, p = TESTS[line.strip()]()
    print(repr(time.perf_counter() - started), repr(float(statistic)), repr(float(p)), flush=True)
