using System.Text.Json.Serialization;

namespace MlopsSandbox.Statistics;

/// <summary><see cref="RunningMoments"/> as plain data. Sums that overflowed are written by name.</summary>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record RunningMomentsState
{
    /// <summary>Values seen.</summary>
    public required long Count { get; init; }

    /// <summary>Their mean; 0 when there was none.</summary>
    public required double Mean { get; init; }

    /// <summary>Sum of squared distances to the mean.</summary>
    public required double Second { get; init; }

    /// <summary>Sum of cubed distances to the mean.</summary>
    public required double Third { get; init; }

    /// <summary>Sum of fourth powers of distances to the mean.</summary>
    public required double Fourth { get; init; }

    /// <summary>Smallest value seen; null when there was none.</summary>
    public double? Lowest { get; init; }

    /// <summary>Largest value seen; null when there was none.</summary>
    public double? Highest { get; init; }
}
