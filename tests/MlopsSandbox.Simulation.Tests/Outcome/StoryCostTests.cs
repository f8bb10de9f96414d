using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Outcome;

namespace MlopsSandbox.Simulation.Tests.Outcome;

public class StoryCostTests
{
    [Fact]
    public void Of_KnownMistakes_SumsTheirCost()
    {
        // Costs 10 and 90: acting is cheaper from p = 10 / 100 on.
        ServedRequest[] requests =
        [
            new(0, 1, 2, Score: 0.10, ShadowScore: 0.09, 1),
            new(0, 2, 2, Score: 0.09, ShadowScore: 0.50, 0),
            new(0, 3, 2, Score: 0.40, ShadowScore: 0.40, 0),
            new(0, 4, 2, Score: 0.00, ShadowScore: 0.00, 1),
        ];

        StoryCost cost = StoryCost.Of(PredictionTask.BinaryClassification, new Costs("USD", 10, 90), requests)!;

        // Served: one needless act (10) and one missed (90). Shadow: two missed (180) and two needless (20).
        Assert.Equal(new StoryCost("USD", 4, 100, 200), cost);
        Assert.Equal(100, cost.Saved);
    }

    [Fact]
    public void Of_NumbersWithAPrice_SumsTheErrors()
    {
        ServedRequest[] requests = [new(0, 1, 2, Score: 10, ShadowScore: 9, 12), new(0, 2, 2, Score: 7, ShadowScore: 9, 6)];

        Assert.Equal(new StoryCost("USD", 2, 12, 24), StoryCost.Of(PredictionTask.Regression, new Costs("USD", 0, 0, PerUnitError: 4), requests));
        Assert.Null(StoryCost.Of(PredictionTask.Regression, Costs.None, requests));
    }
}
