using System.Text.RegularExpressions;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Chooses the feature whose numbers rise.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Factor">What its numbers are multiplied by.</param>
internal sealed partial record PriceDraft(FeatureSignal Feature, double Factor)
{
    private const double Rise = 1.25, SteepRise = 1.5, EasyToSee = 0.15;
    private const int FewestValues = 20;

    /// <summary>The feature in which a rise shows best, one that is called a price before others; null when no feature of positive numbers is left.</summary>
    /// <param name="signals">Features that nothing else changes.</param>
    public static PriceDraft? Choose(IEnumerable<FeatureSignal> signals)
    {
        (FeatureSignal Feature, double Distance)[] able =
        [
            .. signals.Where(signal => signal.IsNumeric && signal.Present.Min() >= 0 && signal.Present.Distinct().Count() > FewestValues)
                .Select(signal => (signal, DistanceOf(signal.Present))).OrderByDescending(one => one.Item2),
        ];
        (FeatureSignal Feature, double Distance)[] best = [.. able.Where(one => one.Distance >= EasyToSee && PriceWord().IsMatch(one.Feature.Name)), .. able];
        return best.Length == 0 ? null : new PriceDraft(best[0].Feature, best[0].Distance < EasyToSee ? SteepRise : Rise);
    }

    private static double DistanceOf(double[] numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return KolmogorovSmirnov.Statistic(sorted, [.. sorted.Select(number => number * Rise)]);
    }

    [GeneratedRegex("price|charge|fee|cost|amount|rate|bill", RegexOptions.IgnoreCase)]
    private static partial Regex PriceWord();
}
