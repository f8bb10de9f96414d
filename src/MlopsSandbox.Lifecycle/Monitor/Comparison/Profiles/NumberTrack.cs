using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;

/// <summary>Sums up the numbers of a column in bounded room.</summary>
internal sealed class NumberTrack
{
    // The sketch keeps every value until it holds this many.
    private const int SketchSize = NumberProfile.MostValues + 1;
    private readonly QuantileSketch _sketch = new(seed: 1, SketchSize);
    private readonly RunningMoments _moments = new();

    public long Count => _sketch.Count;

    public void Add(double value)
    {
        _sketch.Add(value);
        _moments.Add(value);
    }

    /// <summary>The column's profile; rows without a number are told by the caller.</summary>
    public NumberProfile Profile(string name, long rows, long missing, long unreadable, string? stranger) =>
        new(name, rows, missing, _sketch.Spaced((int)Math.Min(Count, NumberProfile.MostValues)))
        {
            Unreadable = unreadable,
            Stranger = stranger,
            Mean = Count > 0 ? Finite(_moments.Mean) : 0,
            Deviation = Count > 1 ? Finite(_moments.StandardDeviation * Math.Sqrt((Count - 1.0) / Count)) : 0,
            RankError = _sketch.UniformError(),
        };

    // Sums of numbers near the largest a double holds overflow: then a mean or deviation says nothing.
    private static double Finite(double value) => double.IsFinite(value) ? value : 0;
}
