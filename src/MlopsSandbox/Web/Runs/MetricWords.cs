using System.Globalization;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Web.Runs;

/// <summary>What is known of a metric by its name.</summary>
internal static class MetricWords
{
    private static readonly string[] Shares = ["auc", "accuracy", "precision", "recall", "f1", "r2", "skill", "score", "share"];
    private static readonly string[] Errors = ["mae", "rmse", "mape", "logloss", "cost", "meanerror"];

    /// <summary>Its unit in a word or two: <c>of 1</c> for what goes to 1, <c>rows</c>, <c>nats</c>, ….</summary>
    /// <param name="name">The metric.</param>
    /// <param name="currency">The scenario's currency; empty when it is not known.</param>
    public static string Unit(string name, string currency = "") => name switch
    {
        _ when Ends(name, "rows") => "rows",
        "features" or "droppedFeatures" => "features",
        "slots" => "slots",
        "trials" => "trials",
        "findings" => "findings",
        "driftedMeasures" => "measures",
        "score" => "of the threshold",
        _ when Ends(name, "logloss") => "nats",
        _ when Ends(name, "cost") => currency.Length > 0 ? currency : "money",
        _ when Ends(name, "mape") => "of the label",
        _ when Ends(name, "mae") || Ends(name, "rmse") || Ends(name, "meanerror") => "label units",
        _ when Shares.Any(share => Ends(name, share)) => "of 1",
        _ => "",
    };

    /// <summary>True when more of it is better, false when less is; null when neither, or nobody knows.</summary>
    public static bool? IsMoreBetter(string name) =>
        Errors.Any(error => Ends(name, error)) ? false : name != "score" && Shares.Any(share => share != "share" && Ends(name, share)) ? true : null;

    /// <summary>A value of it as people read it: whole numbers whole, others with four significant decimals.</summary>
    public static string Value(double? value) => value switch
    {
        null => "–",
        { } whole when whole == Math.Floor(whole) && Math.Abs(whole) < 1e12 => Figures.Count((long)whole),
        { } other => other.ToString(Math.Abs(other) >= 100 ? "N1" : "0.0000", CultureInfo.InvariantCulture),
    };

    private static bool Ends(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
