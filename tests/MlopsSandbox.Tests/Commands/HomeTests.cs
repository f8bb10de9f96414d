using Microsoft.Data.Sqlite;
using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Tests.Commands;

/// <summary>Homes that cannot be used, and homes where nothing has run.</summary>
public sealed class HomeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("runs")]
    [InlineData("models")]
    public async Task Lists_EmptyHome_AreEmptyAndMakeNothing(string command)
    {
        CliResult result = await Cli.RunAsync(command, "--output", "json", "--home", _folder["home"]);

        Assert.Equal("[]", result.Out.Trim());
        Assert.Equal(ExitCodes.Succeeded, result.ExitCode);
        Assert.False(Directory.Exists(_folder["home"]));
    }

    [Theory]
    [InlineData("resume")]
    [InlineData("show lifecycle-0001")]
    [InlineData("trace lifecycle-0001")]
    [InlineData("cancel lifecycle-0001")]
    [InlineData("predict --set tenure=1")]
    public async Task Commands_EmptyHome_AreRefusedWithTheCommandThatFillsIt(string words)
    {
        CliResult result = await Cli.RunAsync([.. words.Split(' '), "--home", _folder["home"]]);

        Assert.Equal($"mlops: error: {_folder["home"]}: nothing has run in this home; expected one with runs. Begin with 'mlops walkthrough --home {_folder["home"]}', or name another with --home.{Environment.NewLine}", result.Error);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.False(Directory.Exists(_folder["home"]));
    }

    [Fact]
    public async Task Run_HomeBelowAFile_SaysWhichFile()
    {
        await File.WriteAllTextAsync(_folder["file"], "");

        CliResult result = await Cli.RunAsync("run", "lifecycle", "--input", "scenario=telco-churn", "--home", _folder["file", "home"]);

        Assert.Equal($"mlops: error: home {_folder["file", "home"]}: {_folder["file"]} is a file; expected a folder. Choose another --home.{Environment.NewLine}", result.Error);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
    }

    [Theory]
    [InlineData("runs")]
    [InlineData("walkthrough")]
    [InlineData("serve --urls http://127.0.0.1:0")]
    public async Task Commands_HomeOfANewerVersion_LeaveItAsItIs(string words)
    {
        CatalogStore.Open(_folder["home"], TimeProvider.System).Dispose();
        using (SqliteConnection catalog = new($"Data Source={_folder["home", "catalog.db"]};Pooling=False"))
        {
            catalog.Open();
            using SqliteCommand command = catalog.CreateCommand();
            command.CommandText = "INSERT INTO schema_versions (version, applied_at) VALUES (99, '2030-01-01')";
            command.ExecuteNonQuery();
        }

        CliResult result = await Cli.RunAsync([.. words.Split(' '), "--home", _folder["home"]]);

        Assert.Matches(@"^mlops: error: .*made by a newer version \(schema 99, this program knows \d+\); use that version or another --home.*\n$", result.Error);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.All(Directory.EnumerateFileSystemEntries(_folder["home"]), path => Assert.StartsWith("catalog.db", Path.GetFileName(path), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Runs_DamagedCatalog_SaysSoInOneLine()
    {
        CatalogStore.Open(_folder["home"], TimeProvider.System).Dispose();
        Damage(_folder["home", "catalog.db"], "runs");

        CliResult result = await Cli.RunAsync("runs", "--home", _folder["home"]);

        Assert.Matches("^mlops: error: home .*: a database is damaged .*; expected one that this program wrote. Restore the folder from a copy, or choose another --home.\n$", result.Error);
        Assert.Equal(ExitCodes.Failed, result.ExitCode);
    }

    [Fact]
    public async Task Home_Environment_IsUsedUnlessNamed()
    {
        CliResult result = await Cli.RunAsync(new Dictionary<string, string> { ["MLOPS_HOME"] = _folder["home"] }, ["show", "x"]);

        Assert.StartsWith($"mlops: error: {_folder["home"]}: nothing has run", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_EndpointOfTelemetryThatIsNoUrl_IsRefused()
    {
        CliResult result = await Cli.RunAsync(new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "localhost" }, ["serve", "--home", _folder["home"]]);

        Assert.Equal($"mlops: error: OTEL_EXPORTER_OTLP_ENDPOINT is 'localhost'; expected a URL such as http://localhost:4317.{Environment.NewLine}", result.Error);
        Assert.False(Directory.Exists(_folder["home"]));
    }

    public void Dispose() => _folder.Dispose();

    // Fills the first page of a table and of its indexes with what no page begins with.
    private static void Damage(string file, string table)
    {
        using SqliteConnection catalog = new($"Data Source={file};Pooling=False");
        catalog.Open();
        using SqliteCommand command = catalog.CreateCommand();
        command.CommandText = "SELECT (rootpage - 1) * page_size, page_size FROM sqlite_master, pragma_page_size WHERE tbl_name = $table AND rootpage > 0";
        command.Parameters.AddWithValue("$table", table);
        using SqliteDataReader page = command.ExecuteReader();
        using FileStream content = new(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        while (page.Read())
        {
            content.Position = page.GetInt64(0);
            content.Write([.. Enumerable.Repeat((byte)0xA5, page.GetInt32(1))]);
        }
    }
}
