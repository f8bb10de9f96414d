using System.Globalization;
using System.Text;
using MlopsSandbox.Lifecycle.Monitor.Comparison;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Cells;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Comparison;

public sealed class FileProfileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("profile-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string File(string name, int rows, double shift = 0, int seed = 3)
    {
        SeededRandom random = new(seed);
        string path = Path.Combine(_folder, name);
        System.IO.File.WriteAllLines(path,
        [
            "x,kind,note,day",
            .. Enumerable.Range(0, rows).Select(i => string.Create(CultureInfo.InvariantCulture,
                $"{(random.NextInt(9) == 0 ? "NA" : (random.NextGaussian() + (i >= rows / 2 ? shift : 0)).ToString("0.###", CultureInfo.InvariantCulture))},\"k\"\"{random.NextInt(4)}\",\"é {i}\nline\",{new DateOnly(2026, 1, 1).AddDays(i / 20):yyyy-MM-dd}")),
        ]);
        return path;
    }

    private static string Json(FileProfile profile) => Encoding.UTF8.GetString(ProfileJson.Write(profile with { Name = "any" }));

    [Theory]
    [InlineData(64)]
    [InlineData(97)]
    [InlineData(4_096)]
    public void Of_BlocksThatEndAnywhere_GiveTheSameProfile(int blockBytes)
    {
        string path = File("a.csv", 300);
        using FileStream stream = new(path, FileMode.Open);
        using DelimitedRows rows = new(path, stream, encoding: null, blockBytes);
        Assert.Equal(Json(ComparedFiles.Baseline(path)), Json(FileProfiling.Of(rows, path, _ => { }, default)));
    }

    [Fact]
    public void Of_RowsInAnotherOrder_GiveTheSameVerdicts()
    {
        string current = File("b.csv", 600, shift: 0.5, seed: 4), shuffled = Path.Combine(_folder, "c.csv");
        FileProfile baseline = ComparedFiles.Baseline(File("a.csv", 600));
        string[] lines = System.IO.File.ReadAllText(current).TrimEnd().Split('\n');
        // A record spans two lines: the cell "note" holds a line end.
        IEnumerable<string> pairs = lines.Skip(1).Chunk(2).Select(pair => string.Join('\n', pair)).Reverse();
        System.IO.File.WriteAllText(shuffled, lines[0] + "\n" + string.Join('\n', pairs) + "\n");
        Assert.Equal(Told(current), Told(shuffled));

        (string, ColumnVerdict, double?)[] Told(string path) =>
            [.. FileComparison.Of(baseline, ComparedFiles.Current(path, baseline), 0.05).Columns.Select(column => (column.Name, column.Verdict, column.Measure?.Score))];
    }

    [Theory]
    [InlineData(500)]
    [InlineData(25_000)]
    public void Of_AFileAgainstItself_NeverDrifts(int rows)
    {
        string path = File("a.csv", rows);
        FileProfile baseline = ComparedFiles.Baseline(path);
        Assert.False(FileComparison.Of(baseline, ComparedFiles.Current(path, baseline), 0.05).Drifted);
    }

    [Fact]
    public void Stored_Profile_GivesTheSameComparisonAsItsFile()
    {
        string baseline = File("a.csv", 12_000), current = File("b.csv", 1_000, shift: 1, seed: 4), stored = Path.Combine(_folder, "a.json");
        FileProfile read = ComparedFiles.Baseline(baseline);
        System.IO.File.WriteAllBytes(stored, ProfileJson.Write(read));
        Assert.Equivalent(Compared(read), Compared(ComparedFiles.Baseline(stored)), strict: true);

        FileComparison Compared(FileProfile profile) => FileComparison.Of(profile, ComparedFiles.Current(current, profile), 0.05);
    }

    [Theory]
    [InlineData("\"rows\":50", "\"rows\":51", "was damaged or changed")]
    [InlineData("\"version\":1", "\"version\":9", "has version 9; expected 1")]
    [InlineData("mlops-drift-profile", "another", "is no drift profile")]
    [InlineData("\"checksum\":", "\"checksum\"", "can't be read as a drift profile")]
    public void Stored_ProfileThatWasChanged_IsRefused(string was, string becomes, string expected)
    {
        string stored = Path.Combine(_folder, "a.json");
        System.IO.File.WriteAllText(stored, Encoding.UTF8.GetString(ProfileJson.Write(ComparedFiles.Baseline(File("a.csv", 50)))).Replace(was, becomes, StringComparison.Ordinal));
        Assert.Contains(expected, Assert.Throws<ScenarioException>(() => ComparedFiles.Baseline(stored)).Message);
    }

    [Fact]
    public void Since_ChangeInsideTheFile_IsToldByTimeAndByRow()
    {
        FileProfile baseline = ComparedFiles.Baseline(File("a.csv", 2_000));
        string current = File("b.csv", 2_000, shift: 1, seed: 4);       // from row 1,000 on, which is 2026-02-20
        Assert.Equal("since about 2026-02-16", Since(null));        // a hundred days are told by weeks, of which this is the Monday
        Assert.Matches("^since about row (9[6-9][0-9]|1,0[0-4][0-9])$", Since("rows"));

        string? Since(string? time) => FileComparison.Of(baseline, ComparedFiles.Current(current, baseline, time), 0.05).Columns.Single(column => column.Name == "x").Since?.Words;
    }

    [Fact]
    public void Since_WholeFileIsAnother_TellsNoPlace()
    {
        FileProfile baseline = ComparedFiles.Baseline(File("a.csv", 2_000));
        string current = Path.Combine(_folder, "c.csv");
        System.IO.File.WriteAllLines(current, ["x,kind,note,day", .. Enumerable.Range(0, 2_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{(i * 37 % 401 / 200.0) + 1},k,n,2026-01-01"))]);
        ColumnComparison column = FileComparison.Of(baseline, ComparedFiles.Current(current, baseline, "rows"), 0.05).Columns.Single(column => column.Name == "x");
        Assert.Equal((ColumnVerdict.Drifted, null), (column.Verdict, column.Since));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.5")]
    [InlineData("123456789012345")]
    [InlineData("0.000000000000001")]
    [InlineData("1.7976931348623157E308")]
    [InlineData("4.9E-324")]
    [InlineData("+3.25")]
    [InlineData(".5")]
    [InlineData("12345678901234567890")]
    public void NumberCell_AnyForm_GivesTheNearestDouble(string text)
    {
        Assert.True(NumberCell.TryParse(Encoding.UTF8.GetBytes(text), decimalComma: false, out double value));
        Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), value);
    }

    [Fact]
    public void NumberCell_ShortDecimals_GiveTheNearestDoubleEachTime()
    {
        SeededRandom random = new(8);
        for (int i = 0; i < 20_000; i++)
        {
            string text = (random.NextGaussian() * Math.Pow(10, random.NextInt(9) - 3)).ToString($"F{random.NextInt(8)}", CultureInfo.InvariantCulture);
            Assert.True(NumberCell.TryParse(Encoding.UTF8.GetBytes(text), decimalComma: false, out double value));
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), value);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1e999")]
    [InlineData("inf")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    public void NumberCell_WhatIsNoFiniteNumber_IsNone(string text) => Assert.False(NumberCell.TryParse(Encoding.UTF8.GetBytes(text), decimalComma: false, out _));
}
