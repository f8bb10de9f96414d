"""Makes ranking.json: NDCG of scikit-learn, ties averaged, over random gains and scores.

Run: python3 ranking.py > ranking.json
"""
import json

import numpy
import sklearn
from sklearn.metrics import ndcg_score

random = numpy.random.default_rng(20)
cases = []
for items in (2, 3, 5, 10, 19, 60):
    for kind in ("continuous", "tied", "zeros", "near"):
        for _ in range(3):
            gains = random.exponential(size=items)
            scores = random.exponential(size=items)
            if kind == "tied":
                gains, scores = numpy.round(2 * gains), numpy.round(2 * scores)
            if kind == "zeros":
                gains[items // 2:] = 0
            if kind == "near":
                scores = gains * random.normal(1, 0.2, items)
            if gains.sum() == 0:
                gains[0] = 1.0
            cases.append({"gains": gains.tolist(), "scores": scores.tolist(), "ndcg": float(ndcg_score([gains], [scores]))})
print(json.dumps({"versions": {"scikit-learn": sklearn.__version__, "numpy": numpy.__version__}, "cases": cases}))
