using System.Globalization;
using System.Text.RegularExpressions;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Web.Metrics;

/// <summary>How a metric is shown to people, and which values of it are better.</summary>
/// <param name="Name">Its name in the catalog, such as <c>logLoss</c>.</param>
/// <param name="Title">Its name on pages.</param>
/// <param name="Unit">What it is measured in, in a word or two; empty when nobody knows.</param>
/// <param name="Meaning">What it is, and what its values mean.</param>
/// <param name="Best">Which values are better.</param>
internal sealed partial record MetricLook(string Name, string Title, string Unit, string Meaning, BestValue Best)
{
    private const string Cost = "cost", OfOne = "of 1", LabelUnits = "label units", Unforeseen = "as the stage measured it";

    private static readonly Dictionary<string, MetricLook> Known = new MetricLook[]
    {
        new("auc", "AUC", OfOne, "area under the ROC curve; 0.5 is guessing, 1 is perfect", BestValue.Greatest),
        new("accuracy", "Accuracy", OfOne, "share of the rows", BestValue.Greatest),
        new("precision", "Precision", OfOne, "share of the rows called positive", BestValue.Greatest),
        new("recall", "Recall", OfOne, "share of the positive rows", BestValue.Greatest),
        new("f1", "F1", OfOne, "harmonic mean of precision and recall, 0 to 1", BestValue.Greatest),
        new("logLoss", "Log loss", "nats", "nats a row", BestValue.Least),
        new(Cost, "Cost", "money", "the scenario's currency, all test rows together", BestValue.Least),
        new("mae", "MAE", LabelUnits, "the label's unit", BestValue.Least),
        new("rmse", "RMSE", LabelUnits, "the label's unit", BestValue.Least),
        new("r2", "R²", OfOne, "share of the labels' variance; 1 is perfect", BestValue.Greatest),
        new("mape", "MAPE", "of the label", "share of each label", BestValue.Least),
        new("meanError", "Mean error", LabelUnits, "the label's unit; below 0 predictions are too low", BestValue.NearestToZero),
        new("naiveMae", "MAE of the naive forecast", LabelUnits, "the label's unit", BestValue.Neither),
        new("skill", "Skill", OfOne, "share of the naive forecast's error that is gone; 1 is perfect", BestValue.Greatest),
        new("score", "Score", "of the threshold", "the largest drift against what alarms", BestValue.Neither),
        new("share", "Share", OfOne, "share of the rows", BestValue.Neither),
        new("rows", "Rows", "rows", "rows", BestValue.Neither),
        new("features", "Features", "features", "features", BestValue.Neither),
        new("droppedFeatures", "Dropped features", "features", "features", BestValue.Neither),
        new("slots", "Slots", "slots", "slots of the vectors that trainers read", BestValue.Neither),
        new("trials", "Trials", "trials", "trials", BestValue.Neither),
        new("findings", "Findings", "findings", "findings of the monitors", BestValue.Neither),
        new("driftedMeasures", "Drifted measures", "measures", "measures that alarmed", BestValue.Neither),
    }.ToDictionary(look => look.Name);

    /// <summary>The look of a metric; one that nobody foresaw is shown by its name, as neither good nor bad.</summary>
    public static MetricLook Of(string name) => Known.GetValueOrDefault(name) ?? Derived(name);

    /// <summary>The headline metric among a model's, such as <c>AUC 0.843</c>; a dash when it was not measured.</summary>
    public static string Quality(IReadOnlyDictionary<string, double> metrics) =>
        HeadlineMetric.Among(metrics.Keys) is { } headline && Of(headline.Name) is var look && look.In(metrics) is { } value ? $"{look.Title} {look.Text(value)}" : "–";

    /// <summary>Its unit where a scenario's currency is known.</summary>
    /// <param name="currency">Such as USD; empty when it is not known.</param>
    public string UnitIn(string? currency) => Name == Cost && !string.IsNullOrEmpty(currency) ? currency : Unit;

    /// <summary>Its title, with its unit where figures do not say by themselves what they are.</summary>
    /// <param name="currency">The scenario's currency; empty when it is not known.</param>
    public string Head(string? currency) => UnitIn(currency) is var unit && (unit is OfOne or "" || Title.Equals(unit, StringComparison.OrdinalIgnoreCase)) ? Title : $"{Title} ({unit})";

    /// <summary>A value as people read it: three decimals, or whole with thousands apart where it is large.</summary>
    public string Text(double value) => Math.Abs(value) >= 1000 || (Name == Cost && value == Math.Floor(value)) ? value.ToString("#,##0", CultureInfo.InvariantCulture) : Figures.Measure(value);

    /// <summary>An optional value; a dash when there is none.</summary>
    public string Text(double? value) => value is { } known ? Text(known) : "–";

    /// <summary>The value of a model; null when it was not measured.</summary>
    public double? In(IReadOnlyDictionary<string, double> metrics) => metrics.TryGetValue(Name, out double value) && double.IsFinite(value) ? value : null;

    /// <summary>Whether a value is better than another; null where they are as good, or neither end is better.</summary>
    public bool? IsBetter(double value, double other) => (Merit(value) - Merit(other)) switch { > 0 => true, < 0 => false, _ => null };

    /// <summary>The best of some values; null where there are none, or neither end is better.</summary>
    public double? BestAmong(IReadOnlyCollection<double> values) => Best == BestValue.Neither || values.Count == 0 ? null : values.MaxBy(Merit);

    /// <summary>The version that is best among a group's; null where neither end is better, or where the best lies between the ends.</summary>
    public int? BestOf(MetricRange range) => Best switch
    {
        BestValue.Greatest => range.GreatestVersion,
        BestValue.Least => range.LeastVersion,
        BestValue.NearestToZero when range.Least >= 0 => range.LeastVersion,
        BestValue.NearestToZero when range.Greatest <= 0 => range.GreatestVersion,
        _ => null,
    };

    private double? Merit(double value) => Best switch
    {
        BestValue.Greatest => value,
        BestValue.Least => -value,
        BestValue.NearestToZero => -Math.Abs(value),
        _ => null,
    };

    // Such as championAuc and validationAuc: a metric of another model, or on other rows.
    private static MetricLook Derived(string name)
    {
        string[] words = [.. CapitalWords().Split(name).Where(word => word.Length > 0)];
        string rest = words.Length > 1 ? char.ToLowerInvariant(name[words[0].Length]) + name[(words[0].Length + 1)..] : name;
        MetricLook? of = words.Length > 1 ? Known.GetValueOrDefault(rest) : null;
        string title = of is null ? string.Join(' ', words.Select(word => word.ToLowerInvariant())) : $"{words[0]} {Within(of.Title)}";
        title = char.ToUpperInvariant(title[0]) + title[1..];
        return new MetricLook(name, title, of?.Unit ?? "", of?.Meaning ?? Unforeseen, words[0] == "champion" ? BestValue.Neither : of?.Best ?? BestValue.Neither);
    }

    // Within a title a word is small; an abbreviation stays as it is.
    private static string Within(string title) => title.Skip(1).Any(char.IsUpper) || title.Length < 3 ? title : char.ToLowerInvariant(title[0]) + title[1..];

    [GeneratedRegex("(?=[A-Z])")]
    private static partial Regex CapitalWords();
}
