namespace MlopsSandbox.Rendering;

/// <summary>A row of figures as one line of small bars.</summary>
internal static class Sparkline
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const string Plain = "_.-=oO#@";

    /// <summary>One character a figure, between the range's ends; a dot for a figure that is unknown.</summary>
    public static string Of(IEnumerable<double?> figures, double low, double high, bool isUnicode)
    {
        string bars = isUnicode ? Bars : Plain;
        return new string([.. figures.Select(figure => figure is { } known ? bars[Level(known, low, high)] : '·')]);
    }

    private static int Level(double figure, double low, double high)
    {
        double share = high > low ? (figure - low) / (high - low) : 0.5;
        return Math.Clamp((int)(share * Bars.Length), 0, Bars.Length - 1);
    }
}
