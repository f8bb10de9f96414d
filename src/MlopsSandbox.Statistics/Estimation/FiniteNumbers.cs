namespace MlopsSandbox.Statistics;

/// <summary>What numbers that are added up must hold to.</summary>
internal static class FiniteNumbers
{
    /// <exception cref="ArgumentException">One is NaN or infinite.</exception>
    public static void Require(ReadOnlySpan<double> numbers, string what)
    {
        for (int i = 0; i < numbers.Length; i++)
            if (!double.IsFinite(numbers[i])) throw new ArgumentException($"{what} {i} is {numbers[i]}; expected a finite number.");
    }
}
