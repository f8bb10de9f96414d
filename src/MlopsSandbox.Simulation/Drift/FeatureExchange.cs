namespace MlopsSandbox.Simulation.Drift;

/// <summary>
/// A feature's values change places, each with exactly one other. It is its own inverse, so nothing that the label depends on is lost: a model
/// that learns the new meaning can be as good as the old one was.
/// </summary>
/// <param name="Feature">The feature.</param>
public abstract record FeatureExchange(string Feature);

/// <summary>Two texts change places; others stay.</summary>
/// <param name="Feature">A categorical feature.</param>
/// <param name="First">One text.</param>
/// <param name="Second">The other.</param>
public sealed record CategoryExchange(string Feature, string First, string Second) : FeatureExchange(Feature)
{
    /// <summary>The value after the exchange; missing stays missing.</summary>
    public string? Of(string? value) => value == First ? Second : value == Second ? First : value;
}

/// <summary>A number is mirrored about the middle of a range: x becomes <c>low + high − x</c>.</summary>
/// <param name="Feature">A numeric feature.</param>
/// <param name="Low">Lower end of the range, which becomes the upper.</param>
/// <param name="High">Upper end.</param>
public sealed record MirrorExchange(string Feature, double Low, double High) : FeatureExchange(Feature)
{
    /// <summary>The value after the exchange; NaN (missing) stays NaN.</summary>
    public double Of(double value) => Low + High - value;
}
