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
            new(0, 1, 2, Score: 0.10, ShadowScore: 0.09, true),
            new(0, 2, 2, Score: 0.09, ShadowScore: 0.50, false),
            new(0, 3, 2, Score: 0.40, ShadowScore: 0.40, false),
            new(0, 4, 2, Score: 0.00, ShadowScore: 0.00, true),
        ];

        StoryCost cost = StoryCost.Of(new Costs("USD", 10, 90), requests);

        // Served: one needless act (10) and one missed (90). Shadow: two missed (180) and two needless (20).
        Assert.Equal(new StoryCost("USD", 4, 100, 200), cost);
        Assert.Equal(100, cost.Saved);
    }
}
