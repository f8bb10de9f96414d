using System.Text.Json;
using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests.Commands;

/// <summary><c>mlops drift</c> on halves of a real file.</summary>
public sealed class DriftTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Drift_TwoHalvesOfOneFile_FindsNothing()
    {
        CliResult result = await Cli.RunAsync("drift", await Half("a.csv", 0), await Half("b.csv", 1), "--fail-on-drift");

        Assert.Equal((ExitCodes.Succeeded, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("0 of 20 columns drifted (3,522 rows against 3,521).", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_APriceRose_NamesTheColumnInAllItsAnswers()
    {
        (string before, string after, string page) = (await Half("a.csv", 0), await Half("b.csv", 1), _folder["drift.html"]);
        await File.WriteAllLinesAsync(after, (await File.ReadAllLinesAsync(after)).Select((line, number) => number == 0 ? line : Dearer(line)));

        CliResult result = await Cli.RunAsync("drift", before, after, "--output", "json", "--report", page, "--fail-on-drift");

        Assert.Equal(ExitCodes.Failed, result.ExitCode);
        JsonElement[] drifted = [.. JsonDocument.Parse(result.Out).RootElement.GetProperty("columns").EnumerateArray().Where(column => column.GetProperty("verdict").GetString() == "drifted")];
        Assert.Equal("monthly_charges", Assert.Single(drifted).GetProperty("name").GetString());
        Assert.Contains("monthly_charges: drifted", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_MarkupInNamesAndValues_IsTextInThePage()
    {
        string file = _folder["a.csv"], page = _folder["drift.html"];
        await File.WriteAllLinesAsync(file, ["<script>alert(1)</script>,b", .. Enumerable.Range(0, 50).Select(i => $"<img src=x>{i % 3},1")]);

        await Cli.RunAsync("drift", file, file, "--report", page);

        string text = await File.ReadAllTextAsync(page);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing.csv", "nothing.csv: there is no such file; expected rows as CSV or Parquet. Check the path.")]
    [InlineData("--alpha=2", "--alpha is '2'; expected a number between 0 and 1, such as 0.05.")]
    public async Task Drift_WhatCannotBeUsed_SaysWhy(string word, string expected)
    {
        string file = await Half("a.csv", 0);

        CliResult result = await Cli.RunAsync(word.StartsWith("--", StringComparison.Ordinal) ? ["drift", file, file, word] : ["drift", file, word]);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.StartsWith($"mlops: error: {expected}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_ReportInPlaceOfAnInput_IsRefusedAndTheFileKept()
    {
        (string before, string after) = (await Half("a.csv", 0), await Half("b.csv", 1));

        CliResult result = await Cli.RunAsync("drift", before, after, "--report", after);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.StartsWith($"mlops: error: --report is '{after}', one of the files that are compared", result.Error, StringComparison.Ordinal);
        Assert.StartsWith("\"churn\"", await File.ReadAllTextAsync(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DriftProfile_StoredBaseline_AnswersAsTheFileDoes()
    {
        (string before, string after, string stored) = (await Half("a.csv", 0), await Half("b.csv", 1), _folder["a.json"]);

        CliResult made = await Cli.RunAsync("drift", "profile", before, "--out", stored);
        CliResult ofProfile = await Cli.RunAsync("drift", stored, after, "--output", "json");
        CliResult ofFile = await Cli.RunAsync("drift", before, after, "--output", "json");

        Assert.Equal((ExitCodes.Succeeded, ""), (made.ExitCode, made.Error));
        Assert.Equal(ofFile.Out, ofProfile.Out);
    }

    [Fact]
    public async Task Drift_NothingCouldBeJudged_FailsWhereAScriptAsks()
    {
        string file = await Half("a.csv", 0), header = _folder["header.csv"];
        await File.WriteAllLinesAsync(header, (await File.ReadAllLinesAsync(file)).Take(1));

        CliResult result = await Cli.RunAsync("drift", file, header, "--fail-on-drift");

        Assert.Equal(ExitCodes.Failed, result.ExitCode);
        Assert.StartsWith("No column could be judged (3,522 rows against 0).", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_ThresholdThatNoScoreReaches_IsNullInJson()
    {
        string file = _folder["a.csv"];
        await File.WriteAllLinesAsync(file, ["a,b,c", .. Enumerable.Range(0, 20).Select(i => $"{(i == 3 ? "x" : "y")},{i * 7 % 20 / 2.0},{i % 2}")]);

        CliResult result = await Cli.RunAsync("drift", file, file, "--output", "json", "--alpha", "1e-14");

        Assert.DoesNotContain("Infinity", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", result.Out, StringComparison.Ordinal);
        Assert.Contains("\"reachable\": false", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_Interrupted_SaysThatNothingWasWritten()
    {
        string file = await Half("a.csv", 0);
        using CancellationTokenSource interrupt = new();
        await interrupt.CancelAsync();

        CliResult result = await Cli.RunAsync(new Dictionary<string, string>(), ["drift", file, file, "--report", _folder["drift.html"]], cancellation: interrupt.Token);

        Assert.Equal(ExitCodes.Interrupted, result.ExitCode);
        Assert.Equal($"mlops: error: interrupted while {file} was read; nothing was written. Call it again to compare the files.{Environment.NewLine}", result.Error);
        Assert.False(File.Exists(_folder["drift.html"]));
    }

    [Fact]
    public async Task Drift_ReportInAFolderThatIsNotThere_IsRefusedBeforeAnythingIsRead()
    {
        CliResult result = await Cli.RunAsync("drift", "a.csv", "b.csv", "--report", _folder["nowhere/drift.html"]);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("in a folder that is not there", result.Error, StringComparison.Ordinal);
    }

    private async Task<string> Half(string name, int odd)
    {
        string[] lines = await File.ReadAllLinesAsync(Shipped.Telco("telco-churn.csv"));
        await File.WriteAllLinesAsync(_folder[name], [lines[0], .. lines.Skip(1).Where((_, number) => number % 2 == odd)]);
        return _folder[name];
    }

    // The charges of a month stand before the last comma.
    private static string Dearer(string line)
    {
        string[] cells = line.Split(',');
        cells[^2] = (double.Parse(cells[^2], System.Globalization.CultureInfo.InvariantCulture) * 1.15).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
        return string.Join(',', cells);
    }
}
