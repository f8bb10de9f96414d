using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Simulation.Outcome;

/// <summary>Reads how a story goes from the catalog. No model is loaded, and no row of the scenario read where days are made up.</summary>
public static class StoryProgressReading
{
    /// <summary>A story as it stands.</summary>
    /// <exception cref="ScenarioException">Its scenario can no longer be read.</exception>
    public static StoryProgress Read(CatalogStore catalog, StoryRow row)
    {
        StoryTimes times = StoryTimes.Of(row);
        var (answers, evidence) = catalog.Read(tx => (tx.Requests.Answers(row.ModelName, row.SimulatedAt), new StoryEvidence
        {
            Row = row,
            Scenario = times.Scenario,
            Calendar = times.Calendar,
            Story = times.Story,
            ReplayedDays = times.Story is null ? times.Days : 0,
            Drift = times.Drift,
            Requests = [],
            Deployments = tx.Deployments.Of(row.ModelName),
            Models = [],
            Reports = tx.DriftReports.Of(row.ModelName),
            Decisions = tx.DriftReports.Decisions(row.ModelName),
            Runs = tx.Runs.OfStory(row.Id),
        }));
        bool hasShadow = answers.All(answer => answer.ShadowScore is not null);
        return Of(evidence with { Requests = [.. answers.Select(answer => Served(times, answer))] }, hasShadow);
    }

    /// <summary>A story as its evidence tells it. Pure.</summary>
    /// <param name="evidence">The evidence so far.</param>
    /// <param name="hasShadow">False when the first champion was not asked about each request.</param>
    internal static StoryProgress Of(StoryEvidence evidence, bool hasShadow)
    {
        StoryFindings found = new(evidence);
        LabelledTraffic traffic = new(evidence.Scenario.Task, evidence.Requests);
        QualityWindow Honest(QualityWindow window) => hasShadow ? window : window with { WithoutRetrain = double.NaN };
        return new StoryProgress
        {
            Days = evidence.Days,
            Start = evidence.Calendar.Start,
            Drift = new DriftTimeline(evidence.Row.Drift, found.InjectedDay, found.DetectedDay, found.RetrainedDay, found.RecoveredDay),
            Metric = evidence.Scenario.Headline.Name,
            ByDay = [.. DaysOf(evidence, traffic).Select(day => day.Measured is { } measured ? day with { Measured = Honest(measured) } : day)],
            Series = evidence.Story is null ? [] : [.. found.Series.Select(Honest)],
            Decisions = [.. evidence.Decisions.Select(decision => StoryDecision.Of(evidence.Calendar, decision))],
            Champions = [.. evidence.Deployments.Select(one => new StoryChampion(evidence.Calendar.DayOf(one.EffectiveAt), one.Version, one.RunId))],
        };
    }

    private static ServedRequest Served(StoryTimes times, GivenAnswer answer) =>
        new(times.Calendar.DayOf(answer.ServedAt), answer.RowId, answer.ModelVersion, answer.Score, answer.ShadowScore ?? answer.Score, answer.Label);

    private static IEnumerable<StoryDay> DaysOf(StoryEvidence evidence, LabelledTraffic traffic)
    {
        Dictionary<int, DriftReportRow> reports = evidence.Reports.GroupBy(report => evidence.Calendar.DayOfCheck(report.At)).ToDictionary(day => day.Key, day => day.Last());
        Dictionary<int, RetrainDecisionRow> decisions = evidence.Decisions.GroupBy(decision => evidence.Calendar.DayOfCheck(decision.At)).ToDictionary(day => day.Key, day => day.Last());
        int[] checkedDays = [.. reports.Keys.Order()];
        int from = 0;
        foreach (IGrouping<int, ServedRequest> told in evidence.Requests.GroupBy(LastDay))
        {
            ServedRequest[] requests = [.. told];
            DriftReportRow? report = reports.GetValueOrDefault(told.Key);
            yield return new StoryDay
            {
                FromDay = evidence.Story is null ? from : told.Key,
                Day = told.Key,
                Requests = requests.Length,
                Labels = requests.Count(request => request.Label is not null),
                Version = requests[^1].Version,
                Check = report is null ? null : CheckOf(evidence, report),
                Choice = decisions.GetValueOrDefault(told.Key)?.Choice,
                Measured = traffic.Quality(from, told.Key),
                Estimated = report is null ? null : EstimatedWindow.Of(report, evidence.Scenario.Headline.Name),
            };
            from = told.Key + 1;
        }

        // Each made-up day is told alone; real ones up to the next check, or to the last that was served.
        int LastDay(ServedRequest request)
        {
            if (evidence.Story is not null) return request.Day;
            int index = Array.BinarySearch(checkedDays, request.Day), next = index < 0 ? ~index : index;
            return next < checkedDays.Length ? checkedDays[next] : evidence.Requests[^1].Day;
        }
    }

    private static StoryCheck CheckOf(StoryEvidence evidence, DriftReportRow report)
    {
        IReadOnlyList<DriftScore> scores = DriftScore.Of(evidence.Calendar, report);
        return new StoryCheck(report.Id, scores.Max(score => score.Severity), [.. scores.Where(score => score.Drifted).Select(score => score.Name)]);
    }
}
