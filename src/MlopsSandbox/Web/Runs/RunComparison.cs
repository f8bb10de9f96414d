using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;
using MlopsSandbox.Web.Metrics;
using static System.FormattableString;

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
            ("Metrics", Metrics(a, b)),
            ("What stages made", Beside(OutputsOf(a.Run), OutputsOf(b.Run))),
            ("Durations", Durations(a.Run, b.Run)),
        ];
        return [.. groups.Select(group => (group.Item1, (IReadOnlyList<ComparedLine>)[.. group.Item2.Where(line => line.A != Nothing || line.B != Nothing).OrderByDescending(line => line.IsDifferent)])).Where(group => group.Item2.Count > 0)];
    }

    private static IEnumerable<ComparedLine> Facts(RunRow a, RunRow b)
    {
        ComparedLine Line(string name, Func<RunRow, string?> of) => new(name, of(a) ?? Nothing, of(b) ?? Nothing);
        return
        [
            Line("workflow", run => run.Workflow),
            Line("workflow version", run => Invariant($"{run.WorkflowVersion}")),
            Line("definition", run => run.DefinitionHash.Replace("sha256:", "", StringComparison.Ordinal)[..12]),
            Line("scenario", run => run.Scenario),
            Line("status", run => Tables.Word(run.Status)),
            Line("cause", run => RunsTable.Cause(run.Cause)),
            Line("seed", run => Invariant($"{run.Seed}")),
            Line("simulated", run => Figures.Time(run.SimulatedAt)),
            Line("tags", run => run.Tags.Count == 0 ? null : string.Join(", ", run.Tags)),
        ];
    }

    private static IEnumerable<ComparedLine> Beside(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Keys.Union(b.Keys, StringComparer.Ordinal).Select(name => new ComparedLine(name, a.GetValueOrDefault(name, Nothing), b.GetValueOrDefault(name, Nothing)));

    private static IEnumerable<ComparedLine> Metrics(ComparedRun a, ComparedRun b)
    {
        Dictionary<(string Activity, string Metric), double> first = MetricsOf(a.Run), second = MetricsOf(b.Run);
        string currency = string.Join(" or ", new[] { a.Currency, b.Currency }.Where(one => one.Length > 0).Distinct());
        return first.Keys.Union(second.Keys).Select(name => Metric($"{name.Activity} {name.Metric}", MetricLook.Of(name.Metric), currency, ValueOf(first, name), ValueOf(second, name)));
    }

    private static ComparedLine Metric(string name, MetricLook look, string currency, double? a, double? b)
    {
        (string one, string other) = a is { } first && b is { } second ? Figures.Numbers(first, second) : (Figures.Number(a), Figures.Number(b));
        return new ComparedLine(name, one, other)
        {
            Unit = look.UnitIn(currency),
            IsDifferent = !Nullable.Equals(a, b),
            Change = Change(a, b),
            IsBetter = a is { } from && b is { } to ? look.IsBetter(to, from) : null,
        };
    }

    // Two runs never take the same time to the tick: they differ where people can read it.
    private static IEnumerable<ComparedLine> Durations(RunRow a, RunRow b)
    {
        Dictionary<string, double> first = DurationsOf(a), second = DurationsOf(b);
        return first.Keys.Union(second.Keys, StringComparer.Ordinal).Select(name =>
        {
            double? one = ValueOf(first, name), other = ValueOf(second, name);
            ComparedLine line = new(name, Figures.Duration(one), Figures.Duration(other));
            return line.IsDifferent ? line with { Change = Change(one, other), IsBetter = one is { } from && other is { } to ? to < from : null } : line;
        });
    }

    private static double? ValueOf<TName>(Dictionary<TName, double> values, TName name) where TName : notnull => values.TryGetValue(name, out double value) ? value : null;

    private static string? Change(double? from, double? to) => ((to - from) / Math.Abs(from ?? 0)) switch
    {
        null or 0 or double.NaN or double.PositiveInfinity or double.NegativeInfinity => null,
        > 0 and < 0.0005 => "under 0.1% more",
        < 0 and > -0.0005 => "under 0.1% less",
        { } share => Invariant($"{share:+0.0%;-0.0%}"),
    };

    private static IEnumerable<StageExecutionRow> Stages(RunRow run) =>
        run.Stages.Where(stage => stage.Trial is null).GroupBy(stage => stage.ActivityId, StringComparer.Ordinal).Select(tries => tries.Last());

    private static Dictionary<string, string> SettingsOf(RunRow run) => Stages(run)
        .SelectMany(stage => JsonText.Members(stage.Settings).Select(setting => (Name: $"{stage.ActivityId} {setting.Name}", setting.Value))).ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);

    private static Dictionary<string, string> OutputsOf(RunRow run) => Stages(run)
        .SelectMany(stage => stage.Outputs.Where(output => output.Key != "result").Select(output => (Name: $"{stage.ActivityId} {output.Key}", Value: output.Value.Hash is { } hash ? hash.Hex[..12] : JsonText.Of(output.Value.Value))))
        .ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);

    private static Dictionary<(string Activity, string Metric), double> MetricsOf(RunRow run) => Stages(run)
        .SelectMany(stage => stage.Metrics.Select(metric => (Name: (stage.ActivityId, metric.Key), metric.Value))).ToDictionary(one => one.Name, one => one.Value);

    private static Dictionary<string, double> DurationsOf(RunRow run) => Stages(run).Where(stage => stage.DurationSeconds is not null)
        .Select(stage => (Name: stage.ActivityId, Seconds: stage.DurationSeconds!.Value))
        .Concat(run.DurationSeconds is { } whole ? [(Name: "the whole run", Seconds: whole)] : []).ToDictionary(one => one.Name, one => one.Seconds, StringComparer.Ordinal);
}
