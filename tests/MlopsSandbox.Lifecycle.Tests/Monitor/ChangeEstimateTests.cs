using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Monitor;

public sealed class ChangeEstimateTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(11)]
    public void FirstChangedDay_ClearChange_IsTheDay(int changed) => Assert.Equal(changed, ChangeEstimate.FirstChangedDay([Track(changed, 0.5, seed: 1)]));

    [Fact] // each track alone is noisy; together they know
    public void FirstChangedDay_SeveralWeakTracks_MissByAtMostADay()
    {
        DailyCounts[] tracks = [.. Enumerable.Range(0, 6).Select(seed => Track(8, 0.32, seed))];

        Assert.InRange(ChangeEstimate.FirstChangedDay(tracks), 7, 9);
    }

    [Fact]
    public void FirstChangedDay_FiftySmallChanges_IsNearlyAlwaysWithinADay()
    {
        int near = Enumerable.Range(0, 50).Count(seed => Math.Abs(ChangeEstimate.FirstChangedDay([Track(8, 0.4, seed)]) - 8) <= 1);

        Assert.InRange(near, 47, 50);
    }

    private static DailyCounts Track(int changedDay, double shareAfter, int seed)
    {
        SeededRandom random = new(seed);
        return new DailyCounts([0.2, 0.8], [.. Enumerable.Range(0, 12).Select(day => Day(day >= changedDay ? shareAfter : 0.2))]);

        int[] Day(double share)
        {
            int hits = Enumerable.Range(0, 120).Count(_ => random.NextDouble() < share);
            return [hits, 120 - hits];
        }
    }
}
