using MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;

/// <summary>Makes the profile of a file, in one reading.</summary>
internal static class FileProfiling
{
    /// <summary>Different texts that all columns of a file together count by name: what bounds the memory.</summary>
    private const int MostTexts = 500_000;

    /// <summary>Reads the file to its end.</summary>
    public static FileProfile Of(RowSource source, string name, Action<double> progress, CancellationToken cancellation)
    {
        int texts = TextsOfAColumn(source.Names.Count);
        ColumnProfiler[] profilers = [.. source.Names.Select(_ => new ColumnProfiler(source.HasDecimalComma, texts))];
        long rows = RowWalk.Over(source, profilers, _ => { }, progress, cancellation);
        return new FileProfile(name, rows, [.. profilers.Select((profiler, column) => profiler.Profile(source.Names[column]))]) { Notes = source.Notes };
    }

    /// <summary>Different texts that a column of a file counts by name.</summary>
    public static int TextsOfAColumn(int columns) => Math.Clamp(MostTexts / Math.Max(1, columns), 500, 50_000);
}
