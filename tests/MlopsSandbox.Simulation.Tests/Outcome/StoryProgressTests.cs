using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Outcome;

namespace MlopsSandbox.Simulation.Tests.Outcome;

/// <summary>A story of 20 days told day by day: drift on day 5, alarms from day 6, another model from day 12, labels after two days.</summary>
public class StoryProgressTests
{
    private static readonly ToldStory Told = new();

    [Fact]
    public void Of_AToldStory_SaysWhatItsOutcomeSays()
    {
        StoryProgress progress = StoryProgressReading.Of(Told.Evidence(), hasShadow: true);

        Assert.Equal((20, "auc", Told.Outcome.Drift), (progress.Days, progress.Metric, progress.Drift));
        Assert.Equal(Told.Outcome.Quality.Series, progress.Series);
        Assert.Equal([new StoryChampion(0, 1, "lifecycle-1"), new StoryChampion(12, 2, "lifecycle-1b")], progress.Champions);
    }

    [Fact]
    public void ByDay_EachDay_HasItsTrafficLabelsCheckAndQuality()
    {
        IReadOnlyList<StoryDay> days = StoryProgressReading.Of(Told.Evidence(), hasShadow: true).ByDay;

        Assert.Equal(Enumerable.Range(0, 20), days.Select(day => day.Day));
        Assert.All(days, day => Assert.Equal((day.Day, 100, day.Day <= 17 ? 100 : 0, day.Day < 12 ? 1 : 2), (day.FromDay, day.Requests, day.Labels, day.Version)));
        Assert.Equal([0.9, 0.6, 0.9], Measured(days, 4, 5, 12).Select(window => Math.Round(window.Value, 9)));
        Assert.Equal([0.9, 0.6, 0.6], Measured(days, 4, 5, 12).Select(window => Math.Round(window.WithoutRetrain, 9)));
        Assert.Null(days[18].Measured);
        Assert.Equal((0.15, 1.5), (days[5].Check!.Severity, days[6].Check!.Severity));
        Assert.Empty(days[5].Check!.Alarmed);
        Assert.Equal(["contract"], days[6].Check!.Alarmed);
        Assert.Equal("drift-1-6", days[6].Check!.ReportId);
    }

    [Fact]
    public void ByDay_AStoryInItsFirstDays_IsToldSoFar()
    {
        StoryEvidence whole = Told.Evidence();
        StoryEvidence soFar = whole with
        {
            Requests = [.. whole.Requests.Where(request => request.Day <= 3).Select(request => request.Day <= 1 ? request : request with { Label = null })],
            Reports = [.. whole.Reports.Take(3)],
            Deployments = [whole.Deployments[0]],
            Runs = [whole.Runs[0]],
        };

        StoryProgress progress = StoryProgressReading.Of(soFar, hasShadow: true);

        Assert.Equal(new DriftTimeline("concept", 5, null, null, null), progress.Drift);
        Assert.Equal([true, true, false, false], progress.ByDay.Select(day => day.Measured is not null));
        Assert.Equal([true, true, true, false], progress.ByDay.Select(day => day.Check is not null));
    }

    [Fact]
    public void ByDay_RealDays_AreToldTogetherUpToEachCheck()
    {
        StoryEvidence whole = Told.Evidence();
        StoryEvidence real = whole with
        {
            Story = null, ReplayedDays = 20, Drift = InjectedDrift.Real,
            Reports = [.. whole.Reports.Where(report => StoryCalendar.Invented.DayOfCheck(report.At) is 6 or 13)],
        };

        StoryProgress progress = StoryProgressReading.Of(real, hasShadow: true);

        Assert.Equal([(0, 6, 700), (7, 13, 700), (14, 19, 600)], progress.ByDay.Select(day => (day.FromDay, day.Day, day.Requests)));
        Assert.Equal((6, null), (progress.Drift.DetectedDay, progress.Drift.InjectedDay));
        Assert.Empty(progress.Series);
    }

    [Fact]
    public void Of_AFirstChampionThatWasNotAsked_DoesNotSayWhatItWouldHaveAnswered()
    {
        StoryProgress progress = StoryProgressReading.Of(Told.Evidence(), hasShadow: false);
        Assert.All(progress.Series, window => Assert.True(double.IsNaN(window.WithoutRetrain)));
        QualityWindow fifth = Assert.Single(Measured(progress.ByDay, 5));
        Assert.Equal((0.6, double.NaN), (Math.Round(fifth.Value, 9), fifth.WithoutRetrain));
    }

    private static IEnumerable<QualityWindow> Measured(IReadOnlyList<StoryDay> days, params int[] which) => which.Select(day => days[day].Measured!);
}
