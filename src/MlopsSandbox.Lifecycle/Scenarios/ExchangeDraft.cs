using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Chooses the features whose values exchange their meaning, and writes how.</summary>
internal static class ExchangeDraft
{
    private const int MostChosen = 3;
    private const double NearCopy = 0.9, SmallestShareExchanged = 0.05;

    /// <summary>The features that say most, with their near copies: a model would else read the old meaning there.</summary>
    /// <param name="signals">All features, the one that says most first.</param>
    public static IReadOnlyList<FeatureSignal> Choose(IReadOnlyList<FeatureSignal> signals)
    {
        FeatureSignal[] able = [.. signals.Where(signal => signal.Separation > 0 && CanExchange(signal))];
        List<FeatureSignal> chosen = [];
        foreach (FeatureSignal signal in able)
            if (chosen.Count < MostChosen && !chosen.Any(earlier => AreCopies(earlier, signal))) chosen.Add(signal);
        return [.. chosen, .. able.Where(signal => !chosen.Contains(signal) && chosen.Any(one => AreCopies(one, signal)))];
    }

    /// <summary>The exchange of one feature as JSON text.</summary>
    public static string Text(FeatureSignal signal)
    {
        string values = signal.IsNumeric
            ? Invariant($"\"mirror\": [{Range(signal).Low}, {Range(signal).High}]")
            : $"\"values\": [{ScenarioText.Text(Usual(signal)[0].Value)}, {ScenarioText.Text(Usual(signal)[^1].Value)}]";
        return $"        {{ \"feature\": {ScenarioText.Text(signal.Name)}, {values} }}";
    }

    /// <summary>Least and greatest value; of a column with a long tail the first and the last percentile, so that the mirror image does not lie out in the tail.</summary>
    internal static (double Low, double High) Range(FeatureSignal signal)
    {
        double[] sorted = [.. signal.Present.Order()];
        double median = Quantile(sorted, 0.5);
        bool isSkewed = sorted[^1] - median > 4 * (Quantile(sorted, 0.95) - median);
        double low = Quantile(sorted, 0.01), high = Quantile(sorted, 0.99);
        return isSkewed && low < high ? (Math.Round(low, 4), Math.Round(high, 4)) : (sorted[0], sorted[^1]);
    }

    private static bool CanExchange(FeatureSignal signal) => signal.IsNumeric ? signal.Present.Distinct().Count() > 1 : Usual(signal).Length > 1;

    // Categories with rows enough that their exchange is felt, the lowest positive rate first.
    private static CategorySignal[] Usual(FeatureSignal signal) => [.. signal.Categories.Where(category => category.Share >= SmallestShareExchanged)];

    private static bool AreCopies(FeatureSignal one, FeatureSignal other) => one.IsNumeric && other.IsNumeric && one.CorrelationWith(other) > NearCopy;

    private static double Quantile(double[] sorted, double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];
}
