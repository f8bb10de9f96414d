using System.Text.RegularExpressions;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>What a drafted story changes; each feature in one change at most, so that what a monitor finds can be told right from wrong.</summary>
/// <param name="Price">The feature that rises, or null when none can.</param>
/// <param name="Segment">The category that becomes more frequent, or null when none can.</param>
/// <param name="Exchanged">The features whose values exchange their meaning; never empty.</param>
internal sealed partial record StoryChanges(FeatureSignal? Price, (FeatureSignal Feature, CategorySignal Category)? Segment, IReadOnlyList<FeatureSignal> Exchanged)
{
    private const int MostExchanged = 4;

    /// <summary>Chooses the changes; the exchange comes first, as it is the one that costs quality.</summary>
    /// <param name="signals">All features, the one that says most first.</param>
    public static StoryChanges Of(IReadOnlyList<FeatureSignal> signals)
    {
        FeatureSignal? price = signals.Count > 1 ? PriceOf(signals) : null;
        FeatureSignal[] others = [.. signals.Where(signal => signal != price)];
        (FeatureSignal Feature, CategorySignal Category)? segment = SegmentOf([.. others.Skip(MostExchanged)]) ?? (others.Length > 1 ? SegmentOf(others) : null);
        return new StoryChanges(price, segment, [.. others.Where(signal => signal != segment?.Feature).Take(MostExchanged)]);
    }

    /// <summary>The changes as members of a story, JSON text.</summary>
    public IEnumerable<string> Settings
    {
        get
        {
            if (Price is not null) yield return Invariant($"    \"price\": {{ \"feature\": {ScenarioText.Text(Price.Column.Name)}, \"factor\": {Factor(Price)} }}");
            if (Segment is { } segment)
                yield return Invariant($"    \"segment\": {{ \"feature\": {ScenarioText.Text(segment.Feature.Column.Name)}, \"value\": {ScenarioText.Text(segment.Category.Value)}, \"share\": {Share(segment.Category)} }}");
            yield return $"    \"concept\": {{\n      \"exchange\": [\n{string.Join(",\n", Exchanged.Select(Exchange))}\n      ]\n    }}";
        }
    }

    /// <summary>The changes for people.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (Price is not null) yield return Invariant($"{Price.Column.Name} is {Factor(Price)} times its value");
            if (Segment is { } segment) yield return Invariant($"{segment.Feature.Column.Name} is '{segment.Category.Value}' in {Share(segment.Category):0 %} of requests (before {segment.Category.Share:0 %})");
            yield return $"values of {string.Join(", ", Exchanged.Select(signal => signal.Column.Name))} exchange their meaning";
        }
    }

    // A column that is called a price wins over one that says more.
    private static FeatureSignal? PriceOf(IReadOnlyList<FeatureSignal> signals)
    {
        FeatureSignal[] able = [.. signals.Where(signal => signal.Numbers.Length > 0 && signal.Numbers.Min() >= 0 && signal.Numbers.Average() > 0 && signal.Numbers.Distinct().Count() > 10)];
        return able.FirstOrDefault(signal => PriceWord().IsMatch(signal.Column.Name)) ?? able.FirstOrDefault();
    }

    private static (FeatureSignal Feature, CategorySignal Category)? SegmentOf(IReadOnlyList<FeatureSignal> signals) => signals
        .SelectMany(signal => signal.Categories.Select(category => (Feature: signal, Category: category)))
        .Where(candidate => candidate.Category.Share is >= 0.1 and <= 0.5)
        .OrderByDescending(candidate => candidate.Category.Separation)
        .Select(candidate => ((FeatureSignal, CategorySignal)?)candidate)
        .FirstOrDefault();

    // A quarter more, or what moves the mean by half a standard deviation when that is more.
    private static double Factor(FeatureSignal price)
    {
        double mean = price.Numbers.Average();
        double deviation = Math.Sqrt(price.Numbers.Average(number => (number - mean) * (number - mean)));
        return Math.Max(1.25, Math.Ceiling((1 + (0.5 * deviation / mean)) * 100) / 100);
    }

    // Rounded down: the reserve must hold enough rows of the segment.
    private static double Share(CategorySignal segment) => Math.Floor(Math.Min(0.9, 1.4 * segment.Share) * 100) / 100;

    private static string Exchange(FeatureSignal signal)
    {
        string values = signal.Numbers.Length > 0
            ? Invariant($"\"mirror\": [{signal.Numbers.Min()}, {signal.Numbers.Max()}]")
            : $"\"values\": [{ScenarioText.Text(signal.Categories[0].Value)}, {ScenarioText.Text(signal.Categories[^1].Value)}]";
        return $"        {{ \"feature\": {ScenarioText.Text(signal.Column.Name)}, {values} }}";
    }

    [GeneratedRegex("charge|price|amount|amnt|rate|cost|fee|premium|income", RegexOptions.IgnoreCase)]
    private static partial Regex PriceWord();
}
