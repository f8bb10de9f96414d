namespace MlopsSandbox.EndToEnd;

[Collection(Stories.Name)]
public sealed class KillTests(FinishedStory finished)
{
    // Hangfire's database is deleted as well at this moment: the catalog alone says what is to be done.
    private const string WithoutJobs = "SELECT 1 FROM stage_executions WHERE stage = 'tune' AND ordinal >= 2 AND status = 'running'";

    // Each moment is a query on the catalog; the process is killed as soon as it gives a row.
    private static readonly string[] Moments =
    [
        "SELECT 1 FROM stage_executions WHERE stage = 'train' AND status = 'running'",
        WithoutJobs,
        "SELECT 1 FROM stage_executions WHERE stage = 'deploy'",
        "SELECT 1 FROM stories WHERE day >= 5",
        "SELECT 1 FROM runs WHERE cause_kind = 'drift'",
        "SELECT 1 FROM runs r JOIN stage_executions e ON e.run_id = r.id WHERE r.cause_kind = 'drift' AND e.stage = 'tune' AND e.ordinal >= 5",
        "SELECT 1 FROM deployments WHERE version = 2",
    ];

    [Fact]
    public async Task Resume_AfterAKillAtEachOfSeveralMomentsAndTheLossOfAllJobs_EndsAsIfNothingHadHappened()
    {
        using Home home = new();
        string[] command = ["walkthrough", "--seed", FinishedStory.Seed, "--output", "json"];
        foreach (string moment in Moments)
        {
            using MlopsProgram program = MlopsProgram.Start(home.Folder, command);
            await home.Reaches(moment, program);
            await program.Kill();
            if (moment == WithoutJobs) DeleteJobs(home);
            command = ["resume", "--output", "json"];
        }

        Ending ending = await MlopsProgram.Run(home.Folder, command);

        Assert.True(ending.ExitCode == 0, ending.Errors + ending.Output);
        Assert.Equal(finished.Hash, ending.Json.GetProperty("hash").GetString());
        Assert.Empty(home.Query("catalog.db", "SELECT 1 FROM stage_executions WHERE status = 'succeeded' GROUP BY run_id, execution_id, ordinal HAVING COUNT(*) > 1"));
        Assert.Empty(home.Query("catalog.db", "SELECT 1 FROM stage_executions WHERE status <> 'succeeded'"));
        Assert.Empty(home.Query("catalog.db", "SELECT 1 FROM requests GROUP BY endpoint, row_id HAVING COUNT(*) > 1"));
        Assert.Equal(finished.Home.Query("catalog.db", "SELECT COUNT(*) FROM model_versions WHERE model LIKE '%-0001'"), home.Query("catalog.db", "SELECT COUNT(*) FROM model_versions"));
        Assert.Empty(home.Query("telemetry.db",
            "SELECT Name FROM Span child WHERE ParentId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Span p WHERE p.TraceId = child.TraceId AND p.SpanId = child.ParentId)"));
    }

    [Fact]
    public async Task Resume_WithNothingUnfinished_PrintsTheLastStoryAgain()
    {
        Ending again = await MlopsProgram.Run(finished.Home.Folder, "resume", "--output", "json");

        Assert.Equal(0, again.ExitCode);
        Assert.Equal(finished.Hash, again.Json.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task Resume_InAnEmptyHome_IsAUsageError()
    {
        using Home home = new();

        Ending ending = await MlopsProgram.Run(home.Folder, "resume");

        Assert.Equal(2, ending.ExitCode);
        Assert.StartsWith("mlops: error: ", ending.Errors, StringComparison.Ordinal);
        Assert.Empty(ending.Output);
        Assert.Empty(Directory.GetFileSystemEntries(home.Folder));
    }

    private static void DeleteJobs(Home home)
    {
        foreach (string file in Directory.GetFiles(home.Path, "hangfire.db*")) File.Delete(file);
    }
}
