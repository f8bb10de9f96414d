using MlopsSandbox.Benchmarks.Calibration;

namespace MlopsSandbox.Statistics.Tests.Calibration;

/// <summary>A part of what the command <c>calibration</c> measures, with a fixed seed: where nothing changes, exact tests and permutations alarm at most as often as promised, and as often as they can.</summary>
public sealed class LevelTests
{
    private const int Seed = 3;

    public static TheoryData<string, int, int> Numbers => Cells(NumberTests.Shapes, (20, 20), (60, 30));

    public static TheoryData<string, int, int> Categories => Cells(CategoryTests.Shapes, (30, 30), (300, 40));

    public static TheoryData<string, int, int> Rows => Cells(RowTests.Shapes, (20, 20), (40, 15));

    [Theory, MemberData(nameof(Numbers))]
    public void Exact_OfNumbers_KeepItsLevel(string shape, int baseline, int current) => AssertKept(NumberTests.All, NumberTests.Shapes, shape, new(baseline, current), 1_000);

    [Theory, MemberData(nameof(Categories))]
    public void Exact_OfCategories_KeepItsLevel(string shape, int baseline, int current) => AssertKept(CategoryTests.All, CategoryTests.Shapes, shape, new(baseline, current), 1_000);

    [Theory, MemberData(nameof(Rows))]
    public void Exact_OfRows_KeepItsLevel(string shape, int baseline, int current) => AssertKept(RowTests.All, RowTests.Shapes, shape, new(baseline, current), 400);

    [Fact] // what the documentation of each test says, and the calibration's table: from here on within a fifth of 5 %
    public void Limit_FromItsLeastRows_IsNearItsLevel()
    {
        AssertNear("Cramér-von Mises, limit", "normal", 10);
        AssertNear("Mann-Whitney, limit", "lognormal", 20);
        AssertNear("Welch", "normal", 10);
        AssertNear("Brown-Forsythe", "normal", 100);
    }

    private static TheoryData<string, int, int> Cells<TSample>(IReadOnlyList<SampleShape<TSample>> shapes, params (int Baseline, int Current)[] sizes)
    {
        TheoryData<string, int, int> cells = [];
        foreach (SampleShape<TSample> shape in shapes)
            foreach ((int baseline, int current) in sizes) cells.Add(shape.Name, baseline, current);
        return cells;
    }

    private static void AssertKept<TSample>(IReadOnlyList<SampleTest<TSample>> tests, IReadOnlyList<SampleShape<TSample>> shapes, string shape, SampleSizes size, int checks)
    {
        SampleTest<TSample>[] exact = [.. tests.Where(test => test.Kind == LevelKind.Exact)];
        LevelCell[] cells = LevelCount.Of(exact, shapes.Single(one => one.Name == shape), size, checks, Seed);
        int intervals = 2 * exact.Length * LevelCount.Nominal.Length * 20;
        Assert.Multiple([.. exact.Select((test, at) => (Action)(() => Assert.True(
            Enumerable.Range(0, LevelCount.Nominal.Length).All(level => cells[at].MayKeep(level, LevelCount.Nominal[level], intervals)),
            $"{test.Name} alarms in {string.Join(" and ", cells[at].Alarms)} of {cells[at].Checks} checks at {string.Join(" and ", LevelCount.Nominal)}.")))]);
    }

    private static void AssertNear(string test, string shape, int rows)
    {
        SampleTest<double[]>[] tests = [.. NumberTests.All.Where(one => one.Name == test)];
        LevelCell cell = LevelCount.Of(tests, NumberTests.Shapes.Single(one => one.Name == shape), new SampleSizes(rows, rows), 4_000, Seed)[0];
        Assert.True(LeastRows.IsNear(cell, level: 0), $"{test} alarms in {cell.Alarms[0]} of {cell.Checks} checks at 5 %, {rows} rows.");
    }
}
