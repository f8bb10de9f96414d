using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor.JointDrift;

/// <summary>Rows of both sides as vectors of finite numbers.</summary>
/// <remarks>
/// Made from the rows of both sides alike: had the baseline alone the say, a value that it lacks would give the window away, and identifiers, of which every
/// row has its own, would alarm for ever.
/// </remarks>
internal sealed class JointEncoding
{
    /// <summary>Most categories of a feature with a slot of their own; rarer ones share one.</summary>
    private const int MostCategories = 12;

    private JointEncoding(IReadOnlyList<FeatureSlots> features, FeatureRows baseline, FeatureRows window) => (Features, Baseline, Window) = (features, baseline, window);

    /// <summary>Which slots tell of which feature.</summary>
    public IReadOnlyList<FeatureSlots> Features { get; }

    /// <summary>The baseline's rows.</summary>
    public FeatureRows Baseline { get; }

    /// <summary>The window's.</summary>
    public FeatureRows Window { get; }

    /// <summary>Encodes these features, of which each has a value on both sides.</summary>
    public static JointEncoding Of(IReadOnlyList<string> names, Table baseline, Table window)
    {
        List<FeatureSlots> features = [];
        List<double[]> slots = [];
        foreach (string name in names)
        {
            double[][] ofFeature = Slots(baseline[name].Append(window[name]));
            features.Add(new FeatureSlots(name, slots.Count, ofFeature.Length));
            slots.AddRange(ofFeature);
        }

        return new JointEncoding(features, Rows(slots, 0, baseline.Count), Rows(slots, baseline.Count, window.Count));
    }

    private static FeatureRows Rows(List<double[]> slots, int from, int rows) =>
        FeatureRows.Of([.. Enumerable.Range(from, rows).Select(row => slots.Select(slot => slot[row]).ToArray())]);

    private static double[][] Slots(Column pooled) => pooled switch
    {
        NumericColumn numeric => OfNumbers(numeric.Values),
        CategoricalColumn categorical => OfCategories(categorical.Values),
        _ => throw new ArgumentException($"Column '{pooled.Name}' is a {pooled.GetType().Name}; expected a numeric or categorical one."),
    };

    // A missing number stands at the median, and a slot of its own says that it is missing.
    private static double[][] OfNumbers(double[] values)
    {
        double[] present = [.. values.Where(double.IsFinite).Order()];
        double median = present[present.Length / 2];
        double[] filled = [.. values.Select(value => double.IsFinite(value) ? value : median)];
        return present.Length == values.Length ? [filled] : [filled, [.. values.Select(value => double.IsFinite(value) ? 0.0 : 1)]];
    }

    private static double[][] OfCategories(string?[] values)
    {
        string[] frequent = [.. values.OfType<string>().CountBy(value => value).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => count.Key).Take(MostCategories)];
        HashSet<string> known = [.. frequent];
        double[][] slots =
        [
            .. frequent.Select(category => Marked(values, value => value == category)),
            Marked(values, value => value is null),
            Marked(values, value => value is not null && !known.Contains(value)),
        ];
        return [.. slots.Where((slot, i) => i == 0 || slot.Contains(1))];
    }

    private static double[] Marked(string?[] values, Func<string?, bool> isMarked) => [.. values.Select(value => isMarked(value) ? 1.0 : 0)];
}

/// <summary>The slots of a vector that tell of one feature.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="First">Place of its first slot.</param>
/// <param name="Count">How many it has.</param>
internal readonly record struct FeatureSlots(string Feature, int First, int Count);
