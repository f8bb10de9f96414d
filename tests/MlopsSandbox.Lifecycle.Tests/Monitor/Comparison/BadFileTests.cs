using System.Text;
using MlopsSandbox.Lifecycle.Monitor.Comparison;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Comparison;

/// <summary>Files that hold what nobody hoped for: each is refused with its reason, or judged as far as it goes.</summary>
public sealed class BadFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bad-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Wrote(string name, byte[] content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private string Wrote(string name, string content) => Wrote(name, Encoding.UTF8.GetBytes(content));

    private static string Rows(Func<int, string> row, int rows = 400) => "x,y\n" + string.Concat(Enumerable.Range(0, rows).Select(i => row(i) + "\n"));

    private static string Usual(int i) => FormattableString.Invariant($"{i * 37 % 401 / 7.0:0.###},{(i % 2 == 0 ? "a" : "b")}");

    private FileComparison Against(byte[] current)
    {
        FileProfile baseline = ComparedFiles.Baseline(Wrote("baseline.csv", Rows(Usual)));
        return FileComparison.Of(baseline, ComparedFiles.Current(Wrote("current.csv", current), baseline), 0.05);
    }

    private FileComparison Against(string current) => Against(Encoding.UTF8.GetBytes(current));

    private ColumnComparison X(string current) => Against(current).Columns.Single(column => column.Name == "x");

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData(" \n\n", "the file is empty")]
    [InlineData("x,y\n1,a\n2,b,c\n", ":3: this line has 3 cells; expected 2, as in the header")]
    [InlineData("x,y\n1,a\n\n2\n", ":4: this line has 1 cell; expected 2, as in the header")]
    [InlineData("x,y\n1,\"a\n2,b\n", ":2: a quote opens in this record and is never closed")]
    [InlineData("1,2\n3,4\n", "the first line holds the number 1")]
    [InlineData("x,y\n1,\0\n", "bytes of value 0")]
    [InlineData("{\"rows\": 5}", "this is a stored profile, or other JSON")]
    public void Read_TextThatIsNoTable_SaysWhatIsWrong(string content, string expected) => Assert.Contains(expected, Assert.Throws<ScenarioException>(() => Against(content)).Message);

    [Theory]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 0 }, "a gzip archive, which is not unpacked here")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4 }, "a zip archive or an Excel workbook")]
    [InlineData(new byte[] { (byte)'x', (byte)'\n', 0xE4, (byte)'\n' }, ":2: the byte E4 is not UTF-8")]
    [InlineData(new byte[] { (byte)'P', (byte)'A', (byte)'R', (byte)'1', 1, 2, 3, 4, 5, 6, 7, 8 }, "this Parquet file can't be read")]
    public void Read_OtherBytes_SaysWhatTheyAre(byte[] content, string expected) => Assert.Contains(expected, Assert.Throws<ScenarioException>(() => Against(content)).Message);

    [Fact]
    public void Read_Folder_IsNamedAsOne() => Assert.Contains("this is a folder", Assert.Throws<ScenarioException>(() => ComparedFiles.Baseline(_folder)).Message);

    [Fact]
    public void Of_HeaderOnly_JudgesNothingAndSaysWhy() =>
        Assert.All(Against("x,y\n").Columns, column => Assert.Equal((ColumnVerdict.NotJudged, "current.csv has 0 rows; columns are judged from 20 on"), (column.Verdict, column.Finding)));

    [Fact]
    public void Of_AllMissing_IsDriftAndEmptyInTheBaselineIsNotJudged()
    {
        Assert.Equal(ColumnVerdict.Drifted, X(Rows(_ => ",a")).Verdict);
        FileProfile empty = ComparedFiles.Baseline(Wrote("empty.csv", Rows(_ => "NA,a")));
        FileComparison comparison = FileComparison.Of(empty, ComparedFiles.Current(Wrote("current.csv", Rows(Usual)), empty), 0.05);
        Assert.Contains("it is empty in the baseline", comparison.Columns.Single(column => column.Name == "x").Finding);
    }

    [Fact]
    public void Of_InfinityAndNaNAsTexts_AreUnreadableAndMissing() =>
        Assert.Contains("133 cells are no numbers, such as 'inf'; missing 0.0 % → 33.5 %", X(Rows(i => $"{(i % 3 == 0 ? "NaN" : i % 3 == 1 ? "inf" : "7.5")},a")).Finding);

    [Fact]
    public void Of_NumbersNearTheLargest_AreComparedWithoutOverflowInTheReport()
    {
        ColumnComparison column = X(Rows(i => $"{(i % 2 == 0 ? "1e308" : "-1e308")},a"));
        Assert.Equal(ColumnVerdict.Drifted, column.Verdict);
        Assert.DoesNotContain("NaN", column.Finding);
        Assert.DoesNotContain("Infinity", column.Finding);
    }

    [Fact]
    public void Of_ByteOrderMarkAndUtf16_ReadAsUtf8Does()
    {
        Assert.False(Against([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Rows(Usual))]).Drifted);
        Assert.False(Against([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Rows(Usual))]).Drifted);
        Assert.False(Against([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Rows(Usual))]).Drifted);
    }

    [Fact]
    public void Of_NewlinesAndQuotesInCells_AreText() =>
        Assert.Contains("'two lines \"q\"'", Against(Rows(i => $"{i * 37 % 401},\"two\nlines \"\"q\"\"\"")).Columns.Single(column => column.Name == "y").Finding);

    [Fact]
    public void Of_HeaderNamesTwice_AreNumbered()
    {
        FileProfile profile = ComparedFiles.Baseline(Wrote("twice.csv", Rows(Usual).Replace("x,y", "x,x", StringComparison.Ordinal)));
        Assert.Equal(["x", "x_2"], profile.Columns.Select(column => column.Name));
    }

    [Fact]
    public void Of_TextsBecameNumbers_IsDrift() => Assert.Equal(ColumnVerdict.Drifted, Against(Rows(i => $"{i * 37 % 401 / 7},{i}")).Columns.Single(column => column.Name == "y").Verdict);

    [Fact]
    public void Of_HugeCell_IsCountedWithoutBeingKept()
    {
        CategoryProfile column = (CategoryProfile)ComparedFiles.Baseline(Wrote("huge.csv", Rows(i => $"1,{(i == 7 ? new string('z', 6_000_000) : "a")}"))).Columns[1];
        Assert.Equal(2, column.Values.Count);
        Assert.All(column.Values, value => Assert.True(value.Value.Length < 200));
    }

    [Fact]
    public void Of_MoreCategoriesThanAreListed_IsJudgedByThoseItListsAndTheRestTogether()
    {
        FileProfile baseline = ComparedFiles.Baseline(Wrote("many.csv", "y\n" + string.Concat(Enumerable.Range(0, 240_000).Select(i => $"k{i % 80_000}\n"))));
        CategoryProfile column = (CategoryProfile)Assert.Single(baseline.Columns);
        Assert.Equal((50_000, 90_000), (column.Values.Count, column.Unlisted));
        FileComparison same = FileComparison.Of(baseline, ComparedFiles.Current(Path.Combine(_folder, "many.csv"), baseline), 0.05);
        Assert.Equal(ColumnVerdict.NotFound, Assert.Single(same.Columns).Verdict);
    }
}
