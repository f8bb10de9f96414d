using MlopsSandbox.Lifecycle.Ingest;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.JointDrift;

/// <summary>Describes the window's rows that look newest, beside the baseline's, in plain words.</summary>
internal static class NewestRows
{
    /// <summary>The tenth of the rows with the highest scores, at least ten of them.</summary>
    public static Table Of(Table window, IReadOnlyList<double> scores)
    {
        int count = Math.Min(window.Count, Math.Max(10, window.Count / 10));
        return window.Take([.. Enumerable.Range(0, window.Count).OrderByDescending(row => scores[row]).Take(count)]);
    }

    /// <summary>Such as <c>tenure 1 to 4 (29 in the middle of the baseline)</c> or <c>contract mostly Two year (88.1 %, baseline 24.2 %)</c>.</summary>
    public static string Describe(string feature, Table newest, Table baseline) => (newest[feature], baseline[feature]) switch
    {
        (NumericColumn now, NumericColumn before) => OfNumbers(feature, Present(now), Present(before)),
        (CategoricalColumn now, CategoricalColumn before) => OfCategories(feature, now.Values, before.Values),
        _ => feature,
    };

    // The middle half of the rows says where they lie; one stray value would stretch the whole range.
    private static string OfNumbers(string feature, double[] now, double[] before) => now.Length == 0
        ? $"{feature} mostly without a value"
        : Invariant($"{feature} {now[now.Length / 4]:G5} to {now[now.Length * 3 / 4]:G5} ({before[before.Length / 2]:G5} in the middle of the baseline)");

    private static string OfCategories(string feature, string?[] now, string?[] before)
    {
        string? most = now.GroupBy(value => value).MaxBy(group => group.Count())!.Key;
        return Invariant($"{feature} mostly {most ?? "without a value"} ({Share(now, most):P1}, baseline {Share(before, most):P1})");
    }

    private static double Share(string?[] values, string? wanted) => (double)values.Count(value => value == wanted) / values.Length;

    private static double[] Present(NumericColumn column) => [.. column.Values.Where(double.IsFinite).Order()];
}
