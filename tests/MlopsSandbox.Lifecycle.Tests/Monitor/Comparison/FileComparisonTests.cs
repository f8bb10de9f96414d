using System.Globalization;
using MlopsSandbox.Lifecycle.Monitor.Comparison;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Comparison;

public sealed class FileComparisonTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("comparison-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string File(string name, string header, IEnumerable<string> rows)
    {
        string path = Path.Combine(_folder, name);
        System.IO.File.WriteAllLines(path, [header, .. rows]);
        return path;
    }

    private string Baseline(string header, Func<int, string> row, int rows = 400) => File("baseline.csv", header, Enumerable.Range(0, rows).Select(row));

    private string Current(string header, Func<int, string> row, int rows = 400) => File("current.csv", header, Enumerable.Range(0, rows).Select(row));

    private static FileComparison Compare(string baseline, string current)
    {
        FileProfile profile = ComparedFiles.Baseline(baseline);
        return FileComparison.Of(profile, ComparedFiles.Current(current, profile), 0.05);
    }

    private static ColumnComparison Only(string baseline, string current) => Assert.Single(Compare(baseline, current).Columns);

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    [Fact]
    public void Of_RowsOfOneDistribution_AlarmsSeldomerThanItsLevel()
    {
        const int Checks = 60;
        SeededRandom random = new(5);
        string Row() => $"{Number(random.NextGaussian())},{(random.NextInt(3) == 0 ? "a" : "b")},{Number(Math.Exp(random.NextGaussian()))},{(random.NextInt(10) == 0 ? "" : "7")}";
        int alarms = Enumerable.Range(0, Checks).Count(_ => Compare(Baseline("x,kind,cost,gap", _ => Row(), 150), Current("x,kind,cost,gap", _ => Row(), 150)).Drifted);
        Assert.InRange(alarms, 0, 7);      // P(more than 7 of 60 at 5 %) is below 1 %; the seed is fixed.
    }

    [Fact]
    public void Of_MeanMoved_SaysByHowMuch()
    {
        SeededRandom random = new(6);
        ColumnComparison column = Only(Baseline("age", _ => Number(40 + (10 * random.NextGaussian()))), Current("age", _ => Number(45 + (10 * random.NextGaussian()))));
        Assert.Equal((ColumnVerdict.Drifted, "number", "ks"), (column.Verdict, column.Kind, column.Measure!.Test));
        Assert.Matches(@"^mean (39|40)\.\d+ → 4[45]\.\d+ \(\+0\.[45]\d sd\)$", column.Finding);
        Assert.Equal(1, column.Shares.Sum(share => share.Baseline), tolerance: 1e-9);
        Assert.Equal(1, column.Shares.Sum(share => share.Current), tolerance: 1e-9);
    }

    [Fact]
    public void Of_NewCategory_NamesIt()
    {
        ColumnComparison column = Only(Baseline("plan", i => i % 2 == 0 ? "basic" : "plus"), Current("plan", i => i % 5 == 0 ? "gold" : i % 2 == 0 ? "basic" : "plus"));
        Assert.Equal((ColumnVerdict.Drifted, "category"), (column.Verdict, column.Kind));
        Assert.Contains("1 new value, 'gold', in 20.0 % of the rows", column.Finding);
    }

    [Fact]
    public void Of_CellsBecameMissing_IsFoundThoughTheValuesAreTheSame()
    {
        string Row(int i) => $"{Number(i * 37 % 401 / 7.0)},1";
        ColumnComparison column = Compare(Baseline("x,y", Row), Current("x,y", i => i % 4 == 0 ? ",1" : Row(i))).Columns.Single(column => column.Name == "x");
        Assert.Equal((ColumnVerdict.Drifted, "missing-share"), (column.Verdict, column.Measure!.Test));
        Assert.Contains("missing 0.0 % → 25.0 %", column.Finding);
    }

    [Fact]
    public void Of_NumbersBecameText_IsFoundAndShown()
    {
        ColumnComparison column = Only(Baseline("x", i => Number(i * 37 % 401 / 7.0)), Current("x", _ => "broken"));
        Assert.Equal(ColumnVerdict.Drifted, column.Verdict);
        Assert.Contains("400 cells are no numbers, such as 'broken'", column.Finding);
    }

    [Fact]
    public void Of_ColumnGone_Drifted_AndOneThatIsNew_IsTold()
    {
        FileComparison comparison = Compare(Baseline("a,b", i => $"{i % 5},{i % 3}"), Current("a,c", i => $"{i % 5},{i % 3}"));
        Assert.Equal(["b", "a", "c"], comparison.Columns.Select(column => column.Name));
        Assert.Equal([ColumnVerdict.Drifted, ColumnVerdict.NotFound, ColumnVerdict.NotJudged], comparison.Columns.Select(column => column.Verdict));
    }

    [Theory]
    [InlineData("id", "looks like an id")]
    [InlineData("date", "it holds dates")]
    [InlineData("text", "it is free text")]
    [InlineData("empty", "it is empty in both files")]
    public void Of_ColumnThatSaysNothing_IsNotJudged(string what, string reason)
    {
        string Cell(int i, int from) => what switch
        {
            "id" => $"{i + from}",
            "date" => new DateOnly(2026, 1, 1).AddDays(i + from).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "text" => $"remark {i * from} of somebody",
            _ => "",
        };
        FileComparison comparison = Compare(Baseline("x,y", i => $"{Cell(i, 1)},{i % 4}"), Current("x,y", i => $"{Cell(i, 1_000)},{i % 4}"));
        ColumnComparison column = comparison.Columns.Single(column => column.Name == "x");
        Assert.Equal(ColumnVerdict.NotJudged, column.Verdict);
        Assert.Contains(reason, column.Finding);
    }

    [Fact]
    public void Of_Incomes_AreNoIdsThoughAllDiffer()
    {
        int Income(int i) => 20_000 + (i * 7_919 % 90_001);
        Assert.Equal(ColumnVerdict.Drifted, Only(Baseline("income", i => $"{Income(i)}"), Current("income", i => $"{Income(i) * 2}")).Verdict);
    }

    [Theory]
    [InlineData("0,1", "0.0,1.0")]
    [InlineData("true,false", "True,False")]
    public void Of_FlagsWrittenInAnotherWay_AreTheSame(string before, string after)
    {
        string Flag(string words, int i) => words.Split(',')[i % 2];
        Assert.Equal(ColumnVerdict.NotFound, Only(Baseline("flag", i => Flag(before, i)), Current("flag", i => Flag(after, i))).Verdict);
    }

    [Fact]
    public void Of_OneRow_JudgesNothing() =>
        Assert.Equal("current.csv has 1 row; columns are judged from 20 on", Only(Baseline("x", i => $"{i}"), Current("x", _ => "1", rows: 1)).Finding);

    [Fact]
    public void Of_ConstantColumn_SeesAChangeToEitherSide()
    {
        Assert.Equal(ColumnVerdict.NotFound, Only(Baseline("x", _ => "7"), Current("x", _ => "7")).Verdict);
        Assert.Equal(ColumnVerdict.Drifted, Only(Baseline("x", _ => "7"), Current("x", _ => "8")).Verdict);
    }

    [Fact]
    public void Of_TensOfThousandsOfRareCategories_IsShownAsAFewBarsAndNotJudged()
    {
        ColumnComparison column = Only(Baseline("city", i => $"c{i % 20_000}", 60_000), Current("city", i => $"c{i % 20_000}", 60_000));
        Assert.Equal(ColumnVerdict.NotJudged, column.Verdict);
        Assert.Equal("19990 others", column.Shares[^1].Label);
    }

    [Fact]
    public void Of_SemicolonsAndDecimalCommas_AreNumbers() =>
        Assert.Equal("number", Compare(Baseline("x;y", i => $"{i * 37 % 401},5;1"), Current("x,y", i => $"{i * 37 % 401}.5,1")).Columns.Single(column => column.Name == "x").Kind);

    [Fact]
    public void Read_NoFile_SaysWhichAndWhatToDo() =>
        Assert.Equal("nothing.csv: there is no such file; expected rows as CSV or Parquet. Check the path.", Assert.Throws<ScenarioException>(() => ComparedFiles.Baseline("nothing.csv")).Message);
}
