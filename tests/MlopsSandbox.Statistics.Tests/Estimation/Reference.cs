using System.Text.Json;

namespace MlopsSandbox.Statistics.Tests.Estimation;

/// <summary>The table that <c>Reference/estimation.py</c> has made.</summary>
internal static class Reference
{
    private static readonly JsonElement Table = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "estimation.json"))).RootElement;

    public static JsonElement Of(string name) => Table.GetProperty(name);

    public static double[] Numbers(JsonElement known, string name) => [.. known.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    /// <summary>Value to 1e-9, error to the 1e-6 that numeric differentiation gives.</summary>
    public static void Near(JsonElement expected, Estimated actual)
    {
        Assert.Equal(expected[0].GetDouble(), actual.Value, tolerance: 1e-9 * Math.Max(1, Math.Abs(expected[0].GetDouble())));
        Assert.Equal(expected[1].GetDouble(), actual.StandardError, tolerance: 1e-6 * Math.Max(1, expected[1].GetDouble()));
    }
}
