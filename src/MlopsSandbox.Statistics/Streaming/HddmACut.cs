namespace MlopsSandbox.Statistics;

/// <summary>Where <see cref="HddmA"/> cuts a stream in two.</summary>
/// <param name="Items">Items before the cut; 0 while there is no cut.</param>
/// <param name="Mean">Their mean.</param>
public readonly record struct HddmACut(long Items, double Mean);
