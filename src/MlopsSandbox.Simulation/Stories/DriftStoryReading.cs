using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Drift;

namespace MlopsSandbox.Simulation.Stories;

/// <summary>Takes the story out of a scenario and notes everything that is wrong with it.</summary>
internal sealed class DriftStoryReading(Scenario scenario)
{
    private static readonly string[] Changes = ["price", "segment", "concept"];
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The story; null or not whole when there are <see cref="Problems"/>.</summary>
    public DriftStory? Read()
    {
        if (scenario.Story is not { ValueKind: JsonValueKind.Object } story)
        {
            Refuse("$.story", scenario.Story is null ? "is not there" : "is not an object", "a drift story with days, requestsPerDay, driftDay and what changes", "Add one, see docs/reference/scenario.md.");
            return null;
        }
        RefuseUnknown(story, "$.story", "days", "requestsPerDay", "driftDay", "price", "segment", "concept");
        int days = Whole(story, "days", 2, 400);
        DriftStory read = new()
        {
            Days = days,
            RequestsPerDay = Whole(story, "requestsPerDay", 1, 100_000),
            DriftDay = Whole(story, "driftDay", 1, Math.Max(1, days - 1)),
            Price = PriceOf(story),
            Segment = SegmentOf(story),
            Concept = ConceptOf(story),
        };
        RefuseNothingToTell(story);
        RefuseTwoChangesOfOneFeature(read);
        return read;
    }

    private PriceRise? PriceOf(JsonElement story)
    {
        if (Member(story, "price") is not { } price) return null;
        RefuseUnknown(price, "$.story.price", "feature", "factor");
        string feature = FeatureOf(price, "$.story.price", FeatureKind.Numeric);
        double factor = Number(price, "$.story.price", "factor", value => value is > 0 and not 1, "a factor above 0 and not 1, such as 1.25");
        return new PriceRise(feature, factor);
    }

    private SegmentShift? SegmentOf(JsonElement story)
    {
        if (Member(story, "segment") is not { } segment) return null;
        RefuseUnknown(segment, "$.story.segment", "feature", "value", "share");
        string feature = FeatureOf(segment, "$.story.segment", FeatureKind.Categorical);
        string value = Text(segment, "$.story.segment", "value", "the segment's value, as a text");
        return new SegmentShift(feature, value, Number(segment, "$.story.segment", "share", share => share is > 0 and < 1, "a share above 0 and below 1"));
    }

    private List<FeatureExchange> ConceptOf(JsonElement story)
    {
        if (Member(story, "concept") is not { } concept) return [];
        RefuseUnknown(concept, "$.story.concept", "exchange");
        bool isList = concept.TryGetProperty("exchange", out JsonElement exchanges) && exchanges.ValueKind == JsonValueKind.Array && exchanges.GetArrayLength() > 0;
        if (!isList)
        {
            Refuse("$.story.concept.exchange", "is not a list of features", "at least one { feature, values } or { feature, mirror }", "Add one.");
            return [];
        }
        return [.. exchanges.EnumerateArray().Select((exchange, index) => ExchangeOf(exchange, string.Create(CultureInfo.InvariantCulture, $"$.story.concept.exchange[{index}]")))];
    }

    private FeatureExchange ExchangeOf(JsonElement exchange, string path)
    {
        const string form = "{ feature, values: [\"A\", \"B\"] } or { feature, mirror: [low, high] }";
        if (exchange.ValueKind != JsonValueKind.Object)
        {
            Refuse(path, $"is {exchange.GetRawText()}", form, "Change the item.");
            return new CategoryExchange("", "", "");
        }
        RefuseUnknown(exchange, path, "feature", "values", "mirror");
        bool mirrors = exchange.TryGetProperty("mirror", out JsonElement range), exchanges = exchange.TryGetProperty("values", out JsonElement values);
        if (mirrors == exchanges) Refuse(path, mirrors ? "has both values and mirror" : "has neither values nor mirror", form, "Keep exactly one of the two.");
        return mirrors ? MirrorOf(exchange, range, path) : CategoriesOf(exchange, values, path);
    }

    private MirrorExchange MirrorOf(JsonElement exchange, JsonElement range, string path)
    {
        string feature = FeatureOf(exchange, path, FeatureKind.Numeric);
        double[] ends = range.ValueKind == JsonValueKind.Array && range.EnumerateArray().All(end => end.ValueKind == JsonValueKind.Number)
            ? [.. range.EnumerateArray().Select(end => end.GetDouble())]
            : [];
        if (ends is [var low, var high] && low < high) return new MirrorExchange(feature, low, high);
        Refuse($"{path}.mirror", $"is {range.GetRawText()}", "[low, high], two numbers in ascending order", "Give the feature's least and greatest value.");
        return new MirrorExchange(feature, 0, 0);
    }

    private CategoryExchange CategoriesOf(JsonElement exchange, JsonElement values, string path)
    {
        string feature = FeatureOf(exchange, path, FeatureKind.Categorical);
        string?[] texts = values.ValueKind == JsonValueKind.Array && values.EnumerateArray().All(value => value.ValueKind == JsonValueKind.String)
            ? [.. values.EnumerateArray().Select(value => value.GetString())]
            : [];
        if (texts is [{ Length: > 0 } first, { Length: > 0 } second] && first != second) return new CategoryExchange(feature, first, second);
        if (values.ValueKind != JsonValueKind.Undefined)
            Refuse($"{path}.values", $"is {values.GetRawText()}", "two different texts, such as [\"no\", \"yes\"]", "Name the two values that exchange their meaning.");
        return new CategoryExchange(feature, "", "");
    }

    private string FeatureOf(JsonElement parent, string path, FeatureKind kind)
    {
        string name = Text(parent, path, "feature", "a feature's name");
        if (name.Length == 0) return name;
        Feature? feature = scenario.Features.FirstOrDefault(known => known.Name == name);
        string have = string.Join(", ", scenario.Features.Where(known => known.Kind == kind).Select(known => known.Name));
        string word = kind == FeatureKind.Numeric ? "numeric" : "categorical";
        if (feature?.Kind != kind)
            Refuse($"{path}.feature", feature is null ? $"is '{name}', which the scenario does not have" : $"is '{name}', which is not {word}", $"a {word} feature: {have}", "Name one of them.");
        return name;
    }

    private void RefuseNothingToTell(JsonElement story)
    {
        if (!Changes.Any(name => story.TryGetProperty(name, out _)))
            Refuse("$.story", "tells of no change", "at least one of price, segment and concept", "Add one, so that there is a drift to find.");
    }

    private void RefuseTwoChangesOfOneFeature(DriftStory story)
    {
        string?[] changed = [story.Price?.Feature, story.Segment?.Feature, .. story.Concept.Select(exchange => exchange.Feature)];
        foreach (string twice in changed.OfType<string>().Where(name => name.Length > 0).GroupBy(name => name).Where(uses => uses.Count() > 1).Select(uses => uses.Key))
            Refuse("$.story", $"changes '{twice}' more than once", "each feature in one change, so that the monitor's finding can be told right from wrong", "Remove one of the changes.");
    }

    private JsonElement? Member(JsonElement story, string name)
    {
        if (!story.TryGetProperty(name, out JsonElement member)) return null;
        if (member.ValueKind == JsonValueKind.Object) return member;
        Refuse($"$.story.{name}", $"is {member.GetRawText()}", "an object", "Change the value, or remove it.");
        return null;
    }

    private string Text(JsonElement parent, string path, string name, string what)
    {
        if (parent.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 } found) return found;
        Refuse($"{path}.{name}", Found(parent, name), what, "Write one.");
        return "";
    }

    private int Whole(JsonElement parent, string name, int least, int most)
    {
        string what = string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");
        return (int)Number(parent, "$.story", name, value => value >= least && value <= most && value == Math.Floor(value), what, least);
    }

    private double Number(JsonElement parent, string path, string name, Func<double, bool> isAllowed, string what, double otherwise = 0)
    {
        if (parent.TryGetProperty(name, out JsonElement number) && number.ValueKind == JsonValueKind.Number && isAllowed(number.GetDouble())) return number.GetDouble();
        Refuse($"{path}.{name}", Found(parent, name), what, "Change the number.");
        return otherwise;
    }

    private static string Found(JsonElement parent, string name) => parent.TryGetProperty(name, out JsonElement member) ? $"is {member.GetRawText()}" : "is not there";

    private void RefuseUnknown(JsonElement parent, string path, params string[] known)
    {
        foreach (string name in parent.EnumerateObject().Select(member => member.Name).Where(name => !known.Contains(name)))
            Refuse($"{path}.{name}", "is a name that nothing reads", string.Join(", ", known), "Remove it, or correct its spelling.");
    }

    private void Refuse(string path, string found, string expected, string advice) =>
        _problems.Add($"{ScenarioFile.PlaceOf(scenario, path)}: {path} {found}; expected {expected}. {advice}");
}
