using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Web.Runs;

/// <summary>How long a run can be expected to take: as long as the last ones of its workflow and scenario.</summary>
internal static class ExpectedDuration
{
    private const int Looked = 5;

    /// <summary>The median, in seconds, of the last that succeeded; null when none has.</summary>
    public static double? Read(CatalogTransaction catalog, RunRow run)
    {
        double[] last = [.. catalog.Runs.Page(new RunQuery { Statuses = [RunStatus.Succeeded], Workflow = run.Workflow, Scenario = run.Scenario, Take = Looked }).Runs.Select(one => one.DurationSeconds).OfType<double>().Order()];
        return last.Length == 0 ? null : last[last.Length / 2];
    }

    /// <summary>What is still to come, in words to append; empty for a run that is not at work, or has taken longer already.</summary>
    /// <param name="run">The run.</param>
    /// <param name="expectedSeconds">How long it can be expected to take.</param>
    /// <param name="now">Wall time.</param>
    public static string Left(RunRow run, double? expectedSeconds, DateTimeOffset now) =>
        run.Status == RunStatus.Running && expectedSeconds - (now - run.StartedAt).TotalSeconds is > 0 and double left
            ? $", about {Rendering.Figures.Rough(TimeSpan.FromSeconds(left))} left if it goes as its last runs"
            : "";
}
