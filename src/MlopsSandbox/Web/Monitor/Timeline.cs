using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Web.Plots;
using static System.FormattableString;

namespace MlopsSandbox.Web.Monitor;

/// <summary>An endpoint's whole life on one time axis: what truly changed, how far the drift went, what was raised, decided and deployed, and how good the answers were. Pure.</summary>
internal static class Timeline
{
    private const double LeastSeverity = 0.1;
    private const int Height = 560;
    private static readonly double[] Steps = [1, 2, 5, 10];
    private const int Drift = 0, Events = 1, Quality = 2;
    private const int OfModels = 0, OfPolicy = 1, OfAlarms = 2;

    /// <summary>The plot.</summary>
    /// <param name="history">What happened.</param>
    /// <param name="feature">A measure whose drift is drawn besides the largest; null for none.</param>
    public static PlotSpec Of(EndpointHistory history, string? feature)
    {
        string metric = history.Last?.Quality.Name ?? "quality";
        return new PlotSpec
        {
            Title = $"Timeline of {history.Endpoint}",
            X = new PlotAxis("simulated time", "UTC", AxisKind.Time),
            Y = new PlotAxis("drift", "times what alarms") { IsLogarithmic = true, Min = LeastSeverity, Max = Top(history), Weight = 1.25 },
            Below = [new PlotAxis("events", Kind: AxisKind.Category) { Categories = ["model", "policy", "alarm"], Weight = 0.55 }, new PlotAxis($"{metric} of labelled requests")],
            Height = Height,
            Series = [.. DriftOf(history, feature), .. EventsOf(history), .. QualityOf(history, metric)],
            Bands = history.Truth is { From: { } from } truth && history.Last?.At > from ? [new PlotBand(Ms(from), null, Band(truth))] : [],
            Marks = [.. MarksOf(history)],
            Limits = [new PlotLimit(1, "alarms from here") { Panel = Drift }],
        };
    }

    // Room for the alarm's line above a calm life, and for the largest drift below the top.
    private static double Top(EndpointHistory history)
    {
        double least = Math.Max(4, 1.5 * history.Checks.Select(check => check.Worst?.Severity ?? 0).DefaultIfEmpty().Max()), ten = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return ten * Steps.First(step => step * ten >= least);
    }

    /// <summary>What truly happened beside what was found, in a few sentences; null where no story is told.</summary>
    public static string? Truth(EndpointHistory history)
    {
        if (history.Truth is not { } truth) return null;
        int? found = history.Checks.FirstOrDefault(check => check.Drifted) is { } first ? truth.Calendar.DayOfCheck(first.At) : null;
        if (truth.ChangedDay is not { } changed) return $"{truth.StoryId} tells no drift of its own{(found is { } told ? $": what was found at the end of {Day(told)} is a false alarm, or the world itself changed." : ", and none was found.")}";
        string change = $"In {truth.StoryId} the world changed on {Day(changed)} ({(truth.Kind == "all" ? "all that its scenario tells" : truth.Kind)}).";
        if (found is not { } day) return $"{change} No check has found it yet.";
        if (day < changed) return $"{change} The first alarm came before, at the end of {Day(day)}: a false one.";
        string retrained = history.Deployments.FirstOrDefault(deployment => truth.Calendar.DayOf(deployment.EffectiveAt) > day) is { } next
            ? Invariant($" Version {next.Version} serves from {Day(truth.Calendar.DayOf(next.EffectiveAt))} on.") : "";
        return $"{change} The first alarm came at the end of {(day == changed ? "that day" : Invariant($"{Day(day)}, {Days(day - changed)} later"))}.{retrained}";

        string Day(int number) => Invariant($"day {number}, {truth.Calendar.DateOf(number):yyyy-MM-dd}");
    }

    private static string Days(int days) => days == 1 ? "1 day" : Invariant($"{days} days");

    private static IEnumerable<PlotSeries> DriftOf(EndpointHistory history, string? feature)
    {
        yield return new PlotSeries("largest drift", SeriesShape.Line, [.. history.Checks.Select(check => PlotPoint.At(check.At, check.Worst?.Severity) with { Text = check.Worst is { } worst ? Said(worst) : null })]) { Colour = 0 };
        if (feature is null || history.Checks.All(check => check.Of(feature)?.Severity is null)) yield break;
        yield return new PlotSeries($"drift of {CheckReport.WordsOf(feature)}", SeriesShape.Line, [.. history.Checks.Select(check => PlotPoint.At(check.At, check.Of(feature)?.Severity))]) { Colour = 1 };
    }

    private static string Said(CheckMeasure worst) => Invariant($"{worst.Severity:0.00} ({CheckReport.WordsOf(worst.Name)})");

    private static IEnumerable<PlotSeries> EventsOf(EndpointHistory history)
    {
        yield return Lane("drift alarm", "bad", OfAlarms, history.Checks.Where(check => check.Drifted).Select(check => (check.At, Invariant($"{check.Alarms} drifted"))));
        yield return Lane("waits to retrain", "warn", OfPolicy, Chosen(history, "wait"));
        yield return Lane("retrain", "good", OfPolicy, Chosen(history, "retrain"));
        yield return Lane("model serves", "quiet", OfModels, history.Deployments.Select(deployment => (deployment.EffectiveAt, Invariant($"version {deployment.Version}"))));
    }

    private static IEnumerable<(DateTimeOffset, string)> Chosen(EndpointHistory history, string choice) =>
        history.Decisions.Where(decision => decision.Choice == choice).Select(decision => (decision.At, decision.StartedRun ?? decision.Grounds?.Guardrail ?? choice));

    private static PlotSeries Lane(string name, string tone, int lane, IEnumerable<(DateTimeOffset At, string Text)> events) =>
        new(name, SeriesShape.Points, [.. events.Select(one => PlotPoint.At(one.At, lane) with { Text = one.Text })]) { Panel = Events, Tone = tone };

    private static IEnumerable<PlotSeries> QualityOf(EndpointHistory history, string metric)
    {
        IReadOnlyList<TruthWindow> told = history.Truth?.Windows ?? [];
        yield return told.Count > 0
            ? new PlotSeries($"{metric} measured", SeriesShape.Line, [.. told.Select(window => PlotPoint.At(window.At, window.Value))]) { Panel = Quality, Colour = 2 }
            : new PlotSeries($"{metric} measured", SeriesShape.Line, [.. history.Checks.Select(check => PlotPoint.At(check.At, check.Quality.Value))]) { Panel = Quality, Colour = 2 };
        if (history.Decisions.Any(decision => Estimated(decision) is not null))
            yield return new PlotSeries($"{metric} estimated before labels", SeriesShape.Line, [.. history.Decisions.Select(decision => PlotPoint.At(decision.At, Estimated(decision)))]) { Panel = Quality, Colour = 3 };
        if (history.Checks.Any(check => check.Quality.Baseline is not null))
            yield return new PlotSeries($"{metric} on validation and test rows", SeriesShape.Step, [.. history.Checks.Select(check => PlotPoint.At(check.At, check.Quality.Baseline))]) { Panel = Quality, Tone = "quiet", IsDashed = true };
        PlotPoint[] without = [.. Without(told)];
        if (without.Length > 0) yield return new PlotSeries($"{metric} without the retrain", SeriesShape.Line, without) { Panel = Quality, Colour = 1, IsDashed = true };
    }

    // Both answer the same until another model serves; the last such window joins the lines.
    private static IEnumerable<PlotPoint> Without(IReadOnlyList<TruthWindow> told)
    {
        int first = told.Index().Where(window => window.Item.WithoutRetrain is { } without && without != window.Item.Value).Select(window => window.Index).DefaultIfEmpty(-1).First();
        return first < 0 ? [] : told.Skip(Math.Max(0, first - 1)).Select(window => PlotPoint.At(window.At, window.WithoutRetrain));
    }

    private static double? Estimated(RetrainDecisionRow decision) =>
        decision.Grounds?.Evidence.TryGetProperty("estimatedQuality", out var estimated) == true && estimated.TryGetProperty("value", out var value) ? value.GetDouble() : null;

    // Four at most get a name; all stand in their lanes.
    private static IEnumerable<PlotMark> MarksOf(EndpointHistory history)
    {
        if (history.Checks.FirstOrDefault(check => check.Drifted) is { } found) yield return new PlotMark(Ms(found.At), "found", "bad");
        if (history.Decisions.FirstOrDefault(decision => decision.Choice == "retrain") is { } retrain) yield return new PlotMark(Ms(retrain.At), "retrain", "good");
        if (history.Deployments.Count > 1) yield return new PlotMark(Ms(history.Deployments[^1].EffectiveAt), Invariant($"version {history.Deployments[^1].Version}"), "quiet");
    }

    private static string Band(StoryTruth truth) => truth.Kind == "all" ? "true drift" : $"true drift: {truth.Kind}";

    private static double Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
