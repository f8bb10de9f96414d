namespace MlopsSandbox.Statistics;

/// <summary>An exponentially weighted mean, which starts at its first value.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="SquaredWeights">Sum of the squared weights of all values: 1 for one value, falling; 0 while there is none.</param>
public readonly record struct WeightedMean(double Mean, double SquaredWeights)
{
    internal bool IsEmpty => SquaredWeights == 0;

    internal WeightedMean With(double value, double weight)
    {
        if (IsEmpty) return new(value, 1);
        double rest = 1 - weight;
        return new((weight * value) + (rest * Mean), (weight * weight) + (rest * rest * SquaredWeights));
    }

    internal IEnumerable<string> Problems(string name) =>
        [.. DetectorProblems.NotNegative(name, Mean), .. DetectorProblems.NotNegative(name, SquaredWeights)];
}
