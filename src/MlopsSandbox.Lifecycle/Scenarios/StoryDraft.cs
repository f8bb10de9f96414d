using System.Text.RegularExpressions;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Numbers and drifts that follow from a table: a history, a month of traffic, and what happens to it.</summary>
/// <param name="Settings">The members <c>division</c> to <c>story</c> as JSON text.</param>
/// <param name="Notes">What the user should know of them.</param>
internal sealed partial record StoryDraft(string Settings, IReadOnlyList<string> Notes)
{
    /// <summary>Rows that a story needs: a day's traffic must be enough to see a drift in.</summary>
    public const int FewestRows = 1_000;
    /// <summary>Rows of each class that a story needs.</summary>
    public const int FewestOfAClass = 200;

    private const int Days = 28, DriftDay = 8, ExchangedFeatures = 4, MostRequestsPerDay = 250;
    private const double HistoryShare = 0.35;

    /// <summary>Plans a story; a table that cannot tell one gets settings for plain runs, and a note says why.</summary>
    public static StoryDraft Of(LabelSurvey label, IReadOnlyList<ColumnSurvey> features, DelimitedText text)
    {
        bool[] labels = [.. text.Records.Select(record => record[label.Index] == label.Positive)];
        // Seven tenths of the reserve make the story: the rest leaves room for a segment's rise. More requests than the most only take longer.
        int perDay = Math.Min(MostRequestsPerDay, (int)((1 - HistoryShare) * labels.Length * 0.7 / Days));
        int rarer = Math.Min(label.Positives, label.Rows - label.Positives);
        if (label.Rows < FewestRows || rarer < FewestOfAClass)
            return WithoutStory(perDay, Invariant($"{label.Rows} rows, {rarer} of the rarer class; a story needs {FewestRows} and {FewestOfAClass}"));
        FeatureSignal[] signals = [.. features.Select(feature => FeatureSignal.Of(feature, labels)).OrderByDescending(signal => signal.Separation)];
        FeatureSignal? price = PriceOf(signals);
        (string Feature, CategorySignal Category)? segment = SegmentOf(signals);
        if (price is null) return WithoutStory(perDay, "no column of positive numbers can rise in price");
        if (segment is null) return WithoutStory(perDay, "no category with 10 to 50 % of the rows can become more frequent");
        return WithStory(perDay, price, segment.Value, [.. signals.Take(ExchangedFeatures)]);
    }

    private static StoryDraft WithStory(int perDay, FeatureSignal price, (string Feature, CategorySignal Category) segment, FeatureSignal[] exchanged)
    {
        double factor = FactorOf(price.Numbers);
        double share = Math.Floor(Math.Min(0.9, 1.4 * segment.Category.Share) * 100) / 100;
        string story = Invariant(
            $$"""
            ,
              "story": {
                "days": {{Days}},
                "requestsPerDay": {{perDay}},
                "driftDay": {{DriftDay}},
                "price": { "feature": {{ScenarioText.Text(price.Column.Name)}}, "factor": {{factor}} },
                "segment": { "feature": {{ScenarioText.Text(segment.Feature)}}, "value": {{ScenarioText.Text(segment.Category.Value)}}, "share": {{share}} },
                "concept": {
                  "exchange": [
            {{string.Join(",\n", exchanged.Select(Exchange))}}
                  ]
                }
              }
            """);
        return new StoryDraft(Common(perDay) + story,
        [
            Invariant($"Story: {Days} days of {perDay} requests; from day {DriftDay} on {price.Column.Name} is {factor} times its value, {segment.Feature} is '{segment.Category.Value}' in {share:0 %} of requests (before {segment.Category.Share:0 %}),")
                + $" and values of {string.Join(", ", exchanged.Select(signal => signal.Column.Name))} exchange their meaning.",
        ]);
    }

    private static StoryDraft WithoutStory(int perDay, string why) =>
        new(Common(perDay), [$"No drift story is written, so the scenario can be run but not walked through: {why}."]);

    private static string Common(int perDay) => Invariant(
        $$"""
        "division": { "historyShare": {{HistoryShare}}, "train": 0.8, "validation": 0.1, "test": 0.1 },
          "labels": { "delayDays": 3 },
          "retrain": { "durationDays": 1, "minimumLabels": {{Math.Max(50, 7 * perDay)}}, "train": 0.6, "validation": 0.2, "test": 0.2 },
          "monitor": { "falseAlarmBudget": 0.05, "plannedChecks": {{Days}}, "windowDays": 3 }
        """);

    // A column that is called a price wins over one that says more.
    private static FeatureSignal? PriceOf(FeatureSignal[] signals)
    {
        FeatureSignal[] able = [.. signals.Where(signal => signal.Numbers.Length > 0 && signal.Numbers.Min() >= 0 && signal.Numbers.Average() > 0 && signal.Numbers.Distinct().Count() > 10)];
        return able.FirstOrDefault(signal => PriceWord().IsMatch(signal.Column.Name)) ?? able.FirstOrDefault();
    }

    private static (string, CategorySignal)? SegmentOf(FeatureSignal[] signals) => signals
        .SelectMany(signal => signal.Categories.Select(category => (signal.Column.Name, Category: category)))
        .Where(candidate => candidate.Category.Share is >= 0.1 and <= 0.5)
        .OrderByDescending(candidate => candidate.Category.Separation)
        .Select(candidate => ((string, CategorySignal)?)candidate)
        .FirstOrDefault();

    // A quarter more, or what moves the mean by half a standard deviation when that is more.
    private static double FactorOf(double[] numbers)
    {
        double mean = numbers.Average();
        double deviation = Math.Sqrt(numbers.Average(number => (number - mean) * (number - mean)));
        return Math.Max(1.25, Math.Ceiling((1 + (0.5 * deviation / mean)) * 100) / 100);
    }

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
