using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Web.Runs;

/// <summary>Two runs beside each other, in groups; in each what differs stands first. Pure.</summary>
internal static class RunComparison
{
    private const string Nothing = "–";

    /// <summary>The groups by their titles; those without a line are left out.</summary>
    /// <param name="a">The first run with its inputs.</param>
    /// <param name="b">The second run with its inputs.</param>
    public static IReadOnlyList<(string Title, IReadOnlyList<ComparedLine> Lines)> Of(ComparedRun a, ComparedRun b)
    {
        (string, IEnumerable<ComparedLine>)[] groups =
        [
            ("The run", Facts(a.Run, b.Run)),
            ("Inputs", Beside(a.Inputs, b.Inputs)),
            ("Settings of stages", Beside(SettingsOf(a.Run), SettingsOf(b.Run))),
            ("Metrics", Numbers(MetricsOf(a.Run), MetricsOf(b.Run), name => MetricWords.IsMoreBetter(name), MetricWords.Value)),
            ("What stages made", Beside(OutputsOf(a.Run), OutputsOf(b.Run))),
            ("Durations", Numbers(DurationsOf(a.Run), DurationsOf(b.Run), _ => false, seconds => Figures.Duration(seconds))),
        ];
        return [.. groups.Select(group => (group.Item1, (IReadOnlyList<ComparedLine>)[.. group.Item2.Where(line => line.A != Nothing || line.B != Nothing).OrderByDescending(line => line.IsDifferent)])).Where(group => group.Item2.Count > 0)];
    }

    private static IEnumerable<ComparedLine> Facts(RunRow a, RunRow b)
    {
        ComparedLine Line(string name, Func<RunRow, string?> of) => new(name, of(a) ?? Nothing, of(b) ?? Nothing);
        return
        [
            Line("workflow", run => run.Workflow),
            Line("workflow version", run => FormattableString.Invariant($"{run.WorkflowVersion}")),
            Line("definition", run => run.DefinitionHash.Replace("sha256:", "", StringComparison.Ordinal)[..12]),
            Line("scenario", run => run.Scenario),
            Line("status", run => Tables.Word(run.Status)),
            Line("cause", run => RunsTable.Cause(run.Cause)),
            Line("seed", run => FormattableString.Invariant($"{run.Seed}")),
            Line("simulated", run => Figures.Time(run.SimulatedAt)),
            Line("tags", run => run.Tags.Count == 0 ? null : string.Join(", ", run.Tags)),
        ];
    }

    private static IEnumerable<ComparedLine> Beside(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Keys.Union(b.Keys, StringComparer.Ordinal).Select(name => new ComparedLine(name, a.GetValueOrDefault(name, Nothing), b.GetValueOrDefault(name, Nothing)));

    private static IEnumerable<ComparedLine> Numbers(IReadOnlyDictionary<string, double> a, IReadOnlyDictionary<string, double> b, Func<string, bool?> isMoreBetter, Func<double?, string> told) =>
        a.Keys.Union(b.Keys, StringComparer.Ordinal).Select(name =>
        {
            double? one = a.TryGetValue(name, out double first) ? first : null, other = b.TryGetValue(name, out double second) ? second : null;
            double change = (other - one) ?? 0;
            return new ComparedLine(name, told(one), told(other))
            {
                Change = change == 0 ? null : one is { } from && from != 0 ? FormattableString.Invariant($"{change / Math.Abs(from):+0.0%;-0.0%}") : null,
                IsBetter = change == 0 ? null : isMoreBetter(name) is { } more ? change > 0 == more : null,
            };
        });

    private static IEnumerable<StageExecutionRow> Stages(RunRow run) =>
        run.Stages.Where(stage => stage.Trial is null).GroupBy(stage => stage.ActivityId, StringComparer.Ordinal).Select(tries => tries.Last());

    private static Dictionary<string, string> SettingsOf(RunRow run) => Stages(run)
        .SelectMany(stage => JsonText.Members(stage.Settings).Select(setting => (Name: $"{stage.ActivityId} {setting.Name}", setting.Value))).ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);

    private static Dictionary<string, string> OutputsOf(RunRow run) => Stages(run)
        .SelectMany(stage => stage.Outputs.Where(output => output.Key != "result").Select(output => (Name: $"{stage.ActivityId} {output.Key}", Value: output.Value.Hash is { } hash ? hash.Hex[..12] : JsonText.Of(output.Value.Value))))
        .ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);

    private static Dictionary<string, double> MetricsOf(RunRow run) => Stages(run)
        .SelectMany(stage => stage.Metrics.Select(metric => (Name: $"{stage.ActivityId} {metric.Key}", metric.Value))).ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);

    private static Dictionary<string, double> DurationsOf(RunRow run) => Stages(run).Where(stage => stage.DurationSeconds is not null)
        .Select(stage => (Name: stage.ActivityId, Seconds: stage.DurationSeconds!.Value))
        .Concat(run.DurationSeconds is { } whole ? [(Name: "the whole run", Seconds: whole)] : []).ToDictionary(one => one.Name, one => one.Seconds, StringComparer.Ordinal);
}
