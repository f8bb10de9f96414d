using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests.Commands;

/// <summary>Data that cannot be used: one line that names the place, exit code 2, and nothing is begun.</summary>
public sealed class BadDataTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string, string> Cases => new()
    {
        { "empty", "{data}: the file is empty; expected a header line and rows. Put data into it." },
        { "no header", "{data}:1: the first line (No, 1, 0, 1, 0, 1, …) names none of the scenario's columns; expected a header line such as churn, female, senior_citizen, partner, dependents, tenure, …. Add it as the first line." },
        { "long line", "{data}:5: this line has 21 cells; expected 20, as in the header. Correct the line, or quote cells that hold a comma." },
        { "no label", "{data}:1: there is no label column 'churn'; the header has churned, female, senior_citizen, partner, dependents, tenure, …. Did you mean 'churned'? Add the column, or correct scenario.json." },
        { "20 rows", "{data}: of its 20 rows (6 of class 'Yes'), 2 positive and 4 negative ones are for train; expected at least 10 of each class in each of train, validation and test, as fewer can't tell a good model from a guess. Bring more rows, or change the shares in scenario.json." },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Walkthrough_DataThatCannotBeUsed_SaysWhereAndBeginsNothing(string what, string expected)
    {
        string[] lines = await File.ReadAllLinesAsync(Shipped.Telco("telco-churn.csv"));
        string data = WriteScenario(what switch
        {
            "empty" => [],
            "no header" => lines[1..],
            "long line" => [.. lines[..4], lines[4] + ",9", .. lines[5..]],
            "no label" => [.. lines[..1].Select(line => line.Replace("\"churn\"", "\"churned\"", StringComparison.Ordinal)), .. lines[1..]],
            _ => lines[..21],
        });

        CliResult result = await Cli.RunAsync("walkthrough", "--scenarios", _folder["scenarios"], "--home", _folder["home"]);

        AssertRefused(result, expected.Replace("{data}", data, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Walkthrough_LabelWithOneClass_SaysWhatIsThere()
    {
        string[] lines = await File.ReadAllLinesAsync(Shipped.Telco("telco-churn.csv"));
        string data = WriteScenario([lines[0], .. lines.Where(line => line.StartsWith("\"No\",", StringComparison.Ordinal))]);

        CliResult result = await Cli.RunAsync("walkthrough", "--scenarios", _folder["scenarios"], "--home", _folder["home"]);

        Assert.StartsWith($"mlops: error: {data}", result.Error, StringComparison.Ordinal);
        Assert.Contains("'churn'", result.Error, StringComparison.Ordinal);
        Assert.Contains("'No'", result.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.False(Directory.Exists(_folder["home"]));
    }

    [Fact]
    public async Task Walkthrough_MissingDataFile_SaysWhichAndWhere()
    {
        File.Delete(WriteScenario([]));

        CliResult result = await Cli.RunAsync("walkthrough", "--scenarios", _folder["scenarios"], "--home", _folder["home"]);

        string place = Path.Combine(_folder["scenarios"], "telco-churn");
        AssertRefused(result, $"{place}/scenario.json:6:11: $.data is 'telco-churn.csv', which is not there; expected a file in {place}. Put the data there, or correct the name.");
    }

    [Fact]
    public async Task Run_MissingScenario_NamesThoseThatAreThere()
    {
        CliResult result = await Cli.RunAsync("run", "lifecycle", "--input", "scenario=telco-chrn", "--scenarios", Path.GetDirectoryName(Path.GetDirectoryName(Shipped.Telco("x")))!, "--home", _folder["home"]);

        Assert.Contains("there is no scenario 'telco-chrn'; expected one of: telco-churn, transit-ridership. Did you mean 'telco-churn'?", result.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.False(Directory.Exists(_folder["home"]));
    }

    public void Dispose() => _folder.Dispose();

    private void AssertRefused(CliResult result, string expected)
    {
        Assert.Equal($"mlops: error: {expected}{Environment.NewLine}", result.Error);
        Assert.Equal("", result.Out);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.False(Directory.Exists(_folder["home"]));
    }

    // The shipped scenario with other data.
    private string WriteScenario(string[] lines)
    {
        Directory.CreateDirectory(_folder["scenarios", "telco-churn"]);
        File.Copy(Shipped.Telco("scenario.json"), _folder["scenarios", "telco-churn", "scenario.json"]);
        string data = _folder["scenarios", "telco-churn", "telco-churn.csv"];
        File.WriteAllLines(data, lines);
        return data;
    }
}
