using System.Diagnostics;
using System.Globalization;
using System.Text;
using MlopsSandbox.Lifecycle.Monitor.Comparison;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>How much memory a check of two files with 1,000 columns takes, as their rows grow: what is kept of a column is bounded, so it should be flat.</summary>
internal static class WideFiles
{
    private const int Numbers = 800, Categories = 200, DifferentLines = 5_000;
    private const double MostGrowth = 1.25;

    /// <returns>True when ten times the rows take hardly more memory, and none of the columns is said to have drifted.</returns>
    public static bool Run(int rows)
    {
        string folder = Directory.CreateTempSubdirectory("wide-files").FullName;
        try
        {
            var lines = Lines(new SeededRandom(1));
            Console.WriteLine(Machine.Name);
            Console.WriteLine();
            Table.Header("rows × 1,000 columns, both files", "size of each", "took", "peak memory", "columns drifted");
            // In this order, since a process' peak never falls.
            var (few, quietWithFew) = Measure(folder, lines, rows / 10);
            var (many, quietWithMany) = Measure(folder, lines, rows);
            return many <= MostGrowth * few && quietWithFew && quietWithMany;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (long Peak, bool Quiet) Measure(string folder, byte[][] lines, int rows)
    {
        var (before, now) = (Write(folder, "before.csv", lines, rows, seed: 2), Write(folder, "now.csv", lines, rows, seed: 3));
        var started = Stopwatch.GetTimestamp();
        FileProfile baseline = ComparedFiles.Baseline(before);
        FileComparison comparison = FileComparison.Of(baseline, ComparedFiles.Current(now, baseline), alpha: 0.05);
        var took = Stopwatch.GetElapsedTime(started);
        using Process self = Process.GetCurrentProcess();
        var drifted = comparison.Columns.Count(column => column.Verdict == ColumnVerdict.Drifted);
        Table.Row(Table.Count(rows), Megabytes(new FileInfo(before).Length), Table.Milliseconds(took.TotalMilliseconds), Megabytes(self.PeakWorkingSet64), Table.Count(drifted));
        return (self.PeakWorkingSet64, drifted == 0);
    }

    // Rows are drawn from so many lines: both files come from one distribution, and writing them takes little time.
    private static byte[][] Lines(SeededRandom random) => [.. Enumerable.Range(0, DifferentLines).Select(_ => Line(random))];

    private static byte[] Line(SeededRandom random)
    {
        StringBuilder line = new();
        for (var column = 0; column < Numbers; column++) line.Append(CultureInfo.InvariantCulture, $"{random.NextGaussian():0.00},");
        for (var column = 0; column < Categories; column++) line.Append((char)('a' + random.NextInt(20))).Append(column == Categories - 1 ? '\n' : ',');
        return Encoding.ASCII.GetBytes(line.ToString());
    }

    private static string Write(string folder, string name, byte[][] lines, int rows, int seed)
    {
        var path = Path.Combine(folder, name);
        SeededRandom random = new(seed);
        using FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 20);
        file.Write(Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(0, Numbers + Categories).Select(column => $"c{column}")) + "\n"));
        for (var row = 0; row < rows; row++) file.Write(lines[random.NextInt(lines.Length)]);
        return path;
    }

    private static string Megabytes(long bytes) => FormattableString.Invariant($"{bytes / 1e6:#,0} MB");
}
