namespace MlopsSandbox.Statistics;

/// <summary>A frequent category.</summary>
/// <param name="Value">The category.</param>
/// <param name="AtLeast">Rows it has for certain.</param>
/// <param name="AtMost">Rows it can have at most.</param>
public readonly record struct HeavyHitter(string Value, long AtLeast, long AtMost);
