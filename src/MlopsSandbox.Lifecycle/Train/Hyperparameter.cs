using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>A setting of a trainer: its default, and where a tuning may look.</summary>
/// <param name="Name">camelCase name.</param>
/// <param name="Default">The value used without tuning.</param>
/// <param name="Low">Least value of a trial, inclusive.</param>
/// <param name="High">Largest value of a trial, inclusive.</param>
/// <param name="IsLogarithmic">True when trials draw its logarithm evenly.</param>
/// <param name="IsWhole">True when only whole numbers make sense.</param>
internal sealed record Hyperparameter(string Name, double Default, double Low, double High, bool IsLogarithmic = false, bool IsWhole = false)
{
    /// <summary>A value within the range, rounded to four significant digits so that people can repeat it.</summary>
    public double Draw(SeededRandom random)
    {
        double share = random.NextDouble();
        double value = IsLogarithmic ? Low * Math.Pow(High / Low, share) : Low + (share * (High - Low));
        if (IsWhole) return Math.Clamp(Math.Round(value), Low, High);
        double unit = value == 0 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 3);
        return Math.Clamp(double.Round(value / unit) * unit, Low, High);
    }
}
