using System.Globalization;
using MlopsSandbox.Lifecycle.Monitor;

namespace MlopsSandbox.Web.Monitor;

/// <summary>Tells a measure in words. Pure.</summary>
internal static class MeasureWords
{
    /// <summary>What changed and by what test, in one sentence, such as <c>Monthly charges rose: the share above 80 went from 21 % to 34 %; Kolmogorov-Smirnov 0.180, alarms from 0.090.</c></summary>
    /// <param name="measure">The measure.</param>
    /// <param name="change">How the distributions differ; null where that is not known.</param>
    /// <param name="quality">The check's quality, which tells of a measure of quality.</param>
    public static string Sentence(CheckMeasure measure, string? change, CheckQuality quality)
    {
        if (measure.Verdict == DriftVerdict.NotJudged || measure.Score is null) return $"{Title(measure.Name)} was not judged: {measure.Why ?? "there was nothing to test"}.";
        string what = measure.Kind == DriftKind.Quality ? QualityChange(quality) : change ?? (measure.Drifted ? "changed" : "did not change by more than chance");
        return $"{Title(measure.Name)} {what}; {TestName(measure.Test)} {Figure(measure.Score)}, {(measure.Threshold is { } threshold ? $"alarms from {Figure(threshold)}" : "which no window of this size could make alarm")}.";
    }

    /// <summary>What the verdict means here; null when there is nothing to add.</summary>
    public static string? Remark(CheckMeasure measure) => measure switch
    {
        { Drifted: true, Moved: { } moved } => $"At least {Percent.Of(moved)} of the rows have moved; from {Percent.Of(measure.LeastMoved ?? 0)} on that matters.",
        { Verdict: DriftVerdict.TooSmall, Moved: { } moved } => $"The change is certain but small: {Percent.Of(moved)} of the rows have moved, and it matters from {Percent.Of(measure.LeastMoved ?? 0)} on.",
        { Verdict: DriftVerdict.NotFound } => "Chance explains the difference. That is no proof that nothing changed.",
        _ => null,
    };

    /// <summary>A test's name for people.</summary>
    public static string TestName(string test) => test switch
    {
        "ks" => "Kolmogorov-Smirnov",
        "chi-square" => "chi-square",
        "missing-share" => "share of missing values",
        "unseen-share" => "share of values never seen",
        "auc" => "loss of AUC",
        "mae" => "rise of the mean absolute error",
        "bias" => "shift of the mean error",
        "psi" => "population stability index",
        "jensen-shannon" => "Jensen-Shannon distance",
        "wasserstein" => "Wasserstein distance",
        _ => test,
    };

    /// <summary>A measure's name at the begin of a sentence.</summary>
    public static string Title(string name)
    {
        string words = CheckReport.WordsOf(name);
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A figure with three decimals, few of large ones; a dash where there is none.</summary>
    public static string Figure(double? value) => value is { } known ? known.ToString(Math.Abs(known) >= 100 ? "N0" : Math.Abs(known) >= 10 ? "0.0" : "0.000", CultureInfo.InvariantCulture) : "–";

    /// <summary>A p value; below 0.0001 only that it is.</summary>
    public static string Probability(double? p) => p switch
    {
        null => "–",
        < 0.0001 => "< 0.0001",
        { } known => known.ToString("0.0000", CultureInfo.InvariantCulture),
    };

    private static string QualityChange(CheckQuality quality) => quality is { Value: { } now, Baseline: { } then }
        ? $"{(now < then ? "fell" : "rose")}: {quality.Name} went from {Figure(then)} on the model's validation and test rows to {Figure(now)} on {Rendering.Figures.Count(quality.Rows)} labelled requests"
        : "could not be measured";
}
