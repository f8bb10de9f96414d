using System.Globalization;

namespace MlopsSandbox.Workflows.Drawings;

/// <summary>The way of an arrow in SVG's words.</summary>
internal static class ArrowPath
{
    private const double Corner = 6;

    /// <summary>What an element <c>path</c> draws.</summary>
    /// <param name="way">The points that it passes.</param>
    /// <param name="hasCorners">True when it turns at its points; else it swings from one to the next.</param>
    public static string Of(IReadOnlyList<(double X, double Y)> way, bool hasCorners) => hasCorners ? Cornered(way) : Swung(way);

    /// <summary>A coordinate with at most one decimal.</summary>
    public static string Number(double value) => (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A point, its coordinates apart by a space.</summary>
    public static string Point((double X, double Y) point) => $"{Number(point.X)} {Number(point.Y)}";

    private static string Swung(IReadOnlyList<(double X, double Y)> way) => $"M{Point(way[0])}" + string.Concat(way.Zip(way.Skip(1), (from, to) =>
    {
        var half = (from.X + to.X) / 2;
        return $" C{Point((half, from.Y))} {Point((half, to.Y))} {Point(to)}";
    }));

    private static string Cornered(IReadOnlyList<(double X, double Y)> way) => $"M{Point(way[0])}"
        + string.Concat(Enumerable.Range(1, way.Count - 2).Select(i => $" L{Point(Towards(way[i], way[i - 1]))} Q{Point(way[i])} {Point(Towards(way[i], way[i + 1]))}"))
        + $" L{Point(way[^1])}";

    private static (double X, double Y) Towards((double X, double Y) corner, (double X, double Y) other)
    {
        var length = Math.Max(1, Math.Abs(other.X - corner.X) + Math.Abs(other.Y - corner.Y));
        var share = Math.Min(Corner, length / 2) / length;
        return (corner.X + (other.X - corner.X) * share, corner.Y + (other.Y - corner.Y) * share);
    }
}
