using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Outcome;

namespace MlopsSandbox.Simulation.Tests.Outcome;

public class LabelledTrafficTests
{
    [Fact]
    public void Windows_ByDays_AreTheShortestThatHoldEnough()
    {
        // Days 0 to 4 with 4 requests each; day 2 has no label yet.
        LabelledTraffic traffic = new(PredictionTask.BinaryClassification, Enumerable.Range(0, 20).Select(index =>
            new ServedRequest(index / 4, index, 1, index % 4, 0, index / 4 == 2 ? null : index % 4 >= 2 ? 1.0 : 0)));

        QualityWindow[] windows = [.. traffic.Windows(0, 4, minimumRows: 7)];

        Assert.Equal([(0, 1, 8), (1, 3, 8), (3, 4, 8)], windows.Select(window => (window.FromDay, window.ToDay, window.Rows)));
        // Scores 0 to 3 with the two highest positive: perfect; the shadow knows nothing.
        Assert.All(windows, window => Assert.Equal((1, 0.5), (window.Value, window.WithoutRetrain)));
    }

    [Fact]
    public void Quality_OneClassOnly_IsNone() =>
        Assert.Null(new LabelledTraffic(PredictionTask.BinaryClassification, [new ServedRequest(0, 0, 1, 0.4, 0.4, 1), new ServedRequest(0, 1, 1, 0.6, 0.6, null)]).Quality(0, 0));

    [Fact]
    public void Quality_OfNumbers_IsTheMeanAbsoluteError()
    {
        LabelledTraffic traffic = new(PredictionTask.Regression, [new ServedRequest(0, 0, 1, 4, 6, 5), new ServedRequest(1, 1, 2, 7, 9, 10)]);

        QualityWindow window = traffic.Quality(0, 1)!;

        Assert.Equal((2, 2.0, 1.0, 2), (window.Rows, window.Value, window.WithoutRetrain, window.Version));
    }
}
