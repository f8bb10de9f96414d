using MlopsSandbox.Simulation.Outcome;

namespace MlopsSandbox.Simulation.Tests.Outcome;

public class LabelledTrafficTests
{
    [Fact]
    public void Windows_ByDays_AreTheShortestThatHoldEnough()
    {
        // Days 0 to 4 with 4 requests each; day 2 has no label yet.
        LabelledTraffic traffic = new(Enumerable.Range(0, 20).Select(index =>
            new ServedRequest(index / 4, index, 1, index % 4, 0, index / 4 == 2 ? null : index % 4 >= 2)));

        QualityWindow[] windows = [.. traffic.Windows(0, 4, minimumRows: 7)];

        Assert.Equal([(0, 1, 8), (1, 3, 8), (3, 4, 8)], windows.Select(window => (window.FromDay, window.ToDay, window.Rows)));
        // Scores 0 to 3 with the two highest positive: perfect; the shadow knows nothing.
        Assert.All(windows, window => Assert.Equal((1, 0.5), (window.Value, window.WithoutRetrain)));
    }

    [Fact]
    public void Auc_OneClassOnly_IsNone() =>
        Assert.Null(new LabelledTraffic([new ServedRequest(0, 0, 1, 0.4, 0.4, true), new ServedRequest(0, 1, 1, 0.6, 0.6, null)]).Auc(0, 0));
}
