using System.Text.Json;
using Hangfire;
using Microsoft.Data.Sqlite;
using MlopsSandbox.Commands;
using MlopsSandbox.HangfireSqlite;

namespace MlopsSandbox.Tests.Commands;

/// <summary>The commands on a home's <c>hangfire.db</c>.</summary>
public sealed class JobsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Database => _folder["home", "hangfire.db"];

    public void Dispose() => _folder.Dispose();

    private Task<CliResult> CallAsync(params string[] words) => Cli.RunAsync([.. words, "--home", _folder["home"]]);

    private void Enqueue(int jobs)
    {
        Directory.CreateDirectory(_folder["home"]);
        using SqliteStorage storage = new(Database);
        for (int number = 0; number < jobs; number++) new BackgroundJobClient(storage).Enqueue(() => Console.WriteLine(number));
    }

    private void Sql(string statement)
    {
        using SqliteConnection connection = new($"Data Source={Database};Pooling=False;Foreign Keys=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    [Theory]
    [InlineData("jobs")]
    [InlineData("jobs check")]
    [InlineData("jobs backup copy.db")]
    public async Task Jobs_EmptyHome_AreRefusedAndNothingIsMade(string words)
    {
        CliResult result = await CallAsync(words.Split(' '));

        Assert.Equal($"mlops: error: {_folder["home"]}: no job was made in this home; expected one where something has run. Begin with 'mlops walkthrough --home {_folder["home"]}', or name another with --home.{Environment.NewLine}", result.Error);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Jobs_Json_CountsByState()
    {
        Enqueue(3);

        CliResult result = await CallAsync("jobs", "--output", "json");

        JsonElement jobs = JsonDocument.Parse(result.Out).RootElement;
        Assert.Equal((3, 0, 0), (jobs.GetProperty("enqueued").GetInt32(), jobs.GetProperty("succeeded").GetInt32(), jobs.GetProperty("failed").GetInt32()));
    }

    [Fact]
    public async Task Check_SoundDatabase_SaysSo()
    {
        Enqueue(1);

        CliResult result = await CallAsync("jobs", "check");

        Assert.Equal($"{Database}: no problem was found.", result.Out.ReplaceLineEndings("").Trim());
        Assert.Equal(ExitCodes.Succeeded, result.ExitCode);
    }

    [Fact]
    public async Task Check_RowOfAMissingJob_FailsAndNamesIt()
    {
        Enqueue(1);
        Sql("INSERT INTO State (JobId, Number, Name, CreatedAt) VALUES (77, 1, 'Lost', 0)");

        CliResult result = await CallAsync("jobs", "check", "--output", "json");

        JsonElement problem = Assert.Single(JsonDocument.Parse(result.Out).RootElement.GetProperty("problems").EnumerateArray());
        Assert.Equal("State 1 of job 77 is there, but no such job.", problem.GetString());
        Assert.Equal($"mlops: error: {Database}: the check found problems, 1 in all; expected none. End the home's processes and put a backup in its place, or move it away: jobs are made again from the catalog.{Environment.NewLine}", result.Error);
        Assert.Equal(ExitCodes.Failed, result.ExitCode);
    }

    [Fact]
    public async Task Check_NoDatabase_IsRefused()
    {
        Directory.CreateDirectory(_folder["home"]);
        await File.WriteAllTextAsync(Database, new string('x', 5000));

        CliResult result = await CallAsync("jobs", "check");

        Assert.Equal($"mlops: error: {Database}: the file is not a SQLite database; expected one, or no file. Give another path, or move the file away.{Environment.NewLine}", result.Error);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
    }

    [Fact]
    public async Task Backup_NewFile_HasTheJobs()
    {
        Enqueue(3);

        CliResult result = await CallAsync("jobs", "backup", _folder["copy.db"], "--output", "json");

        JsonElement backup = JsonDocument.Parse(result.Out).RootElement;
        Assert.Equal((_folder["copy.db"], new FileInfo(_folder["copy.db"]).Length), (backup.GetProperty("file").GetString(), backup.GetProperty("bytes").GetInt64()));
        using SqliteStorage copy = new(_folder["copy.db"]);
        Assert.Equal(3, copy.GetMonitoringApi().EnqueuedCount("default"));
    }

    [Fact]
    public async Task Backup_FileOfThatName_IsRefusedAndKept()
    {
        Enqueue(1);
        await File.WriteAllTextAsync(_folder["copy.db"], "precious");

        CliResult result = await CallAsync("jobs", "backup", _folder["copy.db"]);

        Assert.Equal($"mlops: error: {_folder["copy.db"]}: there is a file of this name; expected none, as a backup overwrites nothing. Give another path, or move the file away.{Environment.NewLine}", result.Error);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Equal("precious", await File.ReadAllTextAsync(_folder["copy.db"]));
    }
}
