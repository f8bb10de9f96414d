using System.Globalization;
using System.Text.RegularExpressions;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Web.Models;

/// <summary>How a metric is shown to people.</summary>
/// <param name="Name">Its name in the catalog, such as <c>logLoss</c>.</param>
/// <param name="Title">Its name on pages.</param>
/// <param name="Unit">What it is measured in, in words.</param>
/// <param name="Best">Which values are better.</param>
internal sealed partial record MetricLook(string Name, string Title, string Unit, BestValue Best)
{
    private static readonly Dictionary<string, MetricLook> Known = new MetricLook[]
    {
        new("auc", "AUC", "area under the ROC curve; 0.5 is guessing, 1 is perfect", BestValue.Greatest),
        new("accuracy", "Accuracy", "share of the rows", BestValue.Greatest),
        new("precision", "Precision", "share of the rows called positive", BestValue.Greatest),
        new("recall", "Recall", "share of the positive rows", BestValue.Greatest),
        new("f1", "F1", "harmonic mean of precision and recall, 0 to 1", BestValue.Greatest),
        new("logLoss", "Log loss", "nats a row", BestValue.Least),
        new("cost", "Cost", "the scenario's currency, all test rows together", BestValue.Least),
        new("mae", "MAE", "the label's unit", BestValue.Least),
        new("rmse", "RMSE", "the label's unit", BestValue.Least),
        new("r2", "R²", "share of the labels' variance; 1 is perfect", BestValue.Greatest),
        new("mape", "MAPE", "share of each label", BestValue.Least),
        new("meanError", "Mean error", "the label's unit; below 0 predictions are too low", BestValue.NearestToZero),
        new("naiveMae", "MAE of the naive forecast", "the label's unit", BestValue.Neither),
        new("skill", "Skill", "share of the naive forecast's error that is gone; 1 is perfect", BestValue.Greatest),
    }.ToDictionary(look => look.Name);

    /// <summary>The look of a metric; one that nobody foresaw is shown by its name, as neither good nor bad.</summary>
    public static MetricLook Of(string name) => Known.GetValueOrDefault(name) ?? Derived(name);

    /// <summary>A value as people read it: three decimals, or whole with thousands apart where it is large.</summary>
    public string Text(double value) => Math.Abs(value) >= 1000 || (Name == "cost" && value == Math.Floor(value)) ? value.ToString("#,##0", CultureInfo.InvariantCulture) : Figures.Measure(value);

    /// <summary>An optional value; a dash when there is none.</summary>
    public string Text(double? value) => value is { } known ? Text(known) : "–";

    /// <summary>The value of a model; null when it was not measured.</summary>
    public double? In(IReadOnlyDictionary<string, double> metrics) => metrics.TryGetValue(Name, out double value) && double.IsFinite(value) ? value : null;

    /// <summary>The version that is best among a group's; null where neither end is better, or where the best lies between the ends.</summary>
    public int? BestOf(MetricRange range) => Best switch
    {
        BestValue.Greatest => range.GreatestVersion,
        BestValue.Least => range.LeastVersion,
        BestValue.NearestToZero when range.Least >= 0 => range.LeastVersion,
        BestValue.NearestToZero when range.Greatest <= 0 => range.GreatestVersion,
        _ => null,
    };

    // Such as championAuc and validationAuc: a metric of another model, or on other rows.
    private static MetricLook Derived(string name)
    {
        string[] words = [.. CapitalWords().Split(name).Where(word => word.Length > 0)];
        string rest = words.Length > 1 ? char.ToLowerInvariant(name[words[0].Length]) + name[(words[0].Length + 1)..] : name;
        MetricLook? of = words.Length > 1 ? Known.GetValueOrDefault(rest) : null;
        string title = of is null ? string.Join(' ', words.Select(word => word.ToLowerInvariant())) : $"{words[0]} {of.Title}";
        title = char.ToUpperInvariant(title[0]) + title[1..];
        return new MetricLook(name, title, of?.Unit ?? "as the stage measured it", words[0] == "champion" ? BestValue.Neither : of?.Best ?? BestValue.Neither);
    }

    [GeneratedRegex("(?=[A-Z])")]
    private static partial Regex CapitalWords();
}
