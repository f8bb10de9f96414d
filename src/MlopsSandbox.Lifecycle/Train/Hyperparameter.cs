using System.Globalization;
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
        return Math.Clamp(double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), Low, High);
    }
}
