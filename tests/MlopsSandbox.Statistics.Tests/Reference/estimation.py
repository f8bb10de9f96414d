"""Reference figures for tests/MlopsSandbox.Statistics.Tests/Estimation, by brute force and scikit-learn.

Run: python3 estimation.py > estimation.json
"""
import json
import platform
import sys

import numpy
import sklearn
from sklearn.isotonic import IsotonicRegression

random = numpy.random.default_rng(20260101)


def precision(y, called, scores): return y[called].sum() / called.sum()
def recall(y, called, scores): return y[called].sum() / y.sum()
def specificity(y, called, scores): return (1 - y)[~called].sum() / (1 - y).sum()
def accuracy(y, called, scores): return (y[called].sum() + (1 - y)[~called].sum()) / len(y)
def f1(y, called, scores): return 2 * y[called].sum() / (called.sum() + y.sum())
def cost(y, called, scores): return 3 * (1 - y)[called].sum() + 20 * y[~called].sum()


def roc_auc(y, called, scores):
    """Every ordered pair of two rows, one by one."""
    won = (scores[:, None] > scores[None, :]) + 0.5 * (scores[:, None] == scores[None, :])
    weight = y[:, None] * (1 - y[None, :])
    numpy.fill_diagonal(weight, 0)
    return (weight * won).sum() / weight.sum()


def estimate(measure, p, called, scores):
    """Value at the probabilities; error by central differences of the measure in each row."""
    value, variance, step = measure(p, called, scores), 0.0, 1e-5
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        slope = (measure(up, called, scores) - measure(down, called, scores)) / (2 * step)
        variance += p[i] * (1 - p[i]) * slope ** 2
    return [float(value), float(numpy.sqrt(variance))]


def expected_quality():
    measures = dict(Accuracy=accuracy, Precision=precision, Recall=recall, Specificity=specificity, F1=f1, RocAuc=roc_auc, Cost=cost)
    for rows, digits in [(3, 2), (7, 1), (20, 1), (50, 3), (80, 1), (120, 6)]:
        for own_scores in (False, True):
            p = numpy.round(random.beta(1.5, 3, rows), digits).clip(0.01, 0.99)
            scores = numpy.round(p + random.normal(0, 0.2, rows), digits) if own_scores else p
            threshold = float(numpy.sort(scores)[rows // 2])
            called = scores >= threshold
            yield dict(probabilities=p.tolist(), scores=scores.tolist(), threshold=threshold,
                       expected={name: estimate(measure, p, called, scores) for name, measure in measures.items()})


def isotonic():
    for rows, digits in [(1, 1), (2, 1), (5, 1), (30, 1), (30, 8), (200, 2), (200, 8)]:
        x = numpy.round(random.normal(0, 1, rows), digits)
        y = numpy.round(x + random.normal(0, 1, rows), 4)
        asked = numpy.round(numpy.concatenate([x, random.normal(0, 2, 20)]), 5)
        fitted = IsotonicRegression(out_of_bounds="clip").fit(x, y)
        yield dict(scores=x.tolist(), seen=y.tolist(), asked=asked.tolist(), expected=fitted.predict(asked).tolist())


def direct_loss():
    for rows, digits in [(2, 2), (10, 1), (150, 3)]:
        predicted = numpy.round(random.gamma(2, 1, rows), digits)
        losses = numpy.round(numpy.abs(predicted * random.normal(1, 0.5, rows)), 5)
        new = numpy.round(random.gamma(2, 1.5, 37), digits)
        curve = IsotonicRegression(out_of_bounds="clip").fit(predicted, losses)
        residuals = losses - curve.predict(predicted)
        mean, error = curve.predict(new).mean(), numpy.sqrt((residuals ** 2).sum() / (rows - 1) / len(new))
        yield dict(losses=losses.tolist(), predicted=predicted.tolist(), asked=new.tolist(), mean=[float(mean), float(error)],
                   rootMean=[float(numpy.sqrt(mean)), float(error / (2 * numpy.sqrt(mean)))])


json.dump(dict(
    madeBy=f"estimation.py, Python {platform.python_version()}, numpy {numpy.__version__}, scikit-learn {sklearn.__version__}",
    expectedQuality=list(expected_quality()), isotonic=list(isotonic()), directLoss=list(direct_loss())), sys.stdout, indent=None)
print()
