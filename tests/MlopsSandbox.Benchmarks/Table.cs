using static System.FormattableString;

namespace MlopsSandbox.Benchmarks;

/// <summary>Prints Markdown tables.</summary>
internal static class Table
{
    public static void Header(params string[] cells)
    {
        Row(cells);
        Row([.. cells.Select((_, i) => i == 0 ? "---" : "--:")]);
    }

    public static void Row(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    public static string Count(double value) => Invariant($"{value:#,0}");
    public static string Ratio(double value) => Invariant($"{value:0.00}");
    public static string Milliseconds(double value) => Invariant($"{value:0.0} ms");
    public static string Milliseconds(Storage.Delays delays) => Invariant($"{delays.P50:0.0} / {delays.P99:0.0} ms");
    public static string Processor(Storage.Speed speed) => Invariant($"{speed.ProcessorMicroseconds:0} µs");
}
