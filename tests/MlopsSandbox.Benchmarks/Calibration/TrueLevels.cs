using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>How often each test alarms where nothing has changed, and whether exact tests and permutations keep their promise.</summary>
internal sealed class TrueLevels
{
    private readonly LevelTables<double[]> _numbers = new(
        NumberTests.All, NumberTests.Shapes, SampleSizes.Equal(10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000), SampleSizes.TenToOne(10, 20, 50, 100, 200, 500, 1_000));
    private readonly LevelTables<int[]> _categories = new(
        CategoryTests.All, CategoryTests.Shapes, SampleSizes.Equal(10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000), SampleSizes.TenToOne(10, 20, 50, 100, 200, 500, 1_000));
    private readonly LevelTables<FeatureRows> _rows = new(
        RowTests.All, RowTests.Shapes, SampleSizes.Equal(20, 50, 100, 200, 500), SampleSizes.TenToOne(20, 50));

    private int Cells => _numbers.Judged + _categories.Judged + _rows.Judged;

    /// <returns>True when every promise is kept.</returns>
    public bool Run(int checks, int seed)
    {
        _numbers.Measure(checks, seed);
        _categories.Measure(checks, seed);
        _rows.Measure(checks, seed);
        string[] broken = [.. _numbers.Broken(Cells), .. _categories.Broken(Cells), .. _rows.Broken(Cells)];
        Console.WriteLine(Invariant($"Promises of exact tests and permutations ({Cells} ends of intervals, 99 % together): {(broken.Length == 0 ? "all can be kept." : $"{broken.Length} cannot be kept: {string.Join("; ", broken)}.")}"));
        Console.WriteLine();
        Console.WriteLine("## Least rows");
        Console.WriteLine();
        Console.WriteLine("From so many rows on asymptotic tests alarm within a fifth of the nominal level, 5 % / 1 %, as far as the checks can tell (99 % interval); never: with the rate at the largest size.");
        _numbers.PrintLeast();
        _categories.PrintLeast();
        _rows.PrintLeast();
        return broken.Length == 0;
    }

    public void PrintRates(int checks, int seed)
    {
        Console.WriteLine();
        Console.WriteLine("## True levels");
        Console.WriteLine();
        Console.WriteLine(Invariant($"Alarms per 100 checks at the levels 5 % / 1 %, nothing changed; {Table.Count(checks)} checks a cell, seed {seed}. °: a fifth of the checks. *: cannot be, at what is promised. –: not made of such samples."));
        _numbers.PrintRates(Cells);
        _categories.PrintRates(Cells);
        _rows.PrintRates(Cells);
    }
}
