using System.Text.Json;

namespace MlopsSandbox.EndToEnd;

[Collection(Stories.Name)]
public sealed class WalkthroughTests(FinishedStory finished)
{
    [Fact]
    public void Walkthrough_AllDrifts_EndsWell()
    {
        Assert.True(finished.Ending.ExitCode == 0, finished.Ending.Errors + finished.Ending.Output);
        JsonElement drift = finished.Story.GetProperty("drift");
        int injected = drift.GetProperty("injectedDay").GetInt32(), detected = drift.GetProperty("detectedDay").GetInt32();
        int retrained = drift.GetProperty("retrainedDay").GetInt32(), recovered = drift.GetProperty("recoveredDay").GetInt32();
        Assert.True(injected <= detected && detected <= retrained && retrained <= recovered, drift.GetRawText());
        JsonElement quality = finished.Story.GetProperty("quality");
        Assert.True(quality.GetProperty("after").GetDouble() > quality.GetProperty("withoutRetrain").GetDouble(), quality.GetRawText());
    }

    [Fact]
    public void Walkthrough_Requests_ServeEachRowOnceAndNoneThatAModelWasMadeFrom()
    {
        List<object?[]> twice = finished.Home.Query("catalog.db", "SELECT row_id FROM requests GROUP BY endpoint, row_id HAVING COUNT(*) > 1");

        Assert.Empty(twice);
        Assert.NotEmpty(finished.Home.Query("catalog.db", "SELECT 1 FROM requests LIMIT 1"));
    }

    [Fact]
    public void Walkthrough_BesideAServer_SharesItsWork()
    {
        List<object?[]> processes = finished.Home.Query("telemetry.db", "SELECT DISTINCT Owner FROM Span WHERE Name LIKE 'stage %'");

        Assert.Equal(2, processes.Count);
    }

    [Fact]
    public void Walkthrough_Artifacts_HaveTheirHashAsName()
    {
        string[] files = Directory.GetFiles(Path.Combine(finished.Home.Path, "artifacts", "sha256"), "*", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(Path.GetFileName(file), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))));
    }

    [Fact]
    public void Walkthrough_Report_IsOneFileThatNeedsNoNetwork()
    {
        string report = finished.Story.GetProperty("report").GetString()!;
        string html = File.ReadAllText(Path.Combine(finished.Home.Folder, report));

        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script src", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(finished.Hash, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_EveryRun_IsOneTreeAndTheRetrainNamesItsCause()
    {
        string[] runs = [.. finished.Story.GetProperty("runs").EnumerateArray().Select(run => run.GetString()!)];

        List<object?[]> orphans = finished.Home.Query("telemetry.db",
            "SELECT Name FROM Span child WHERE ParentId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Span p WHERE p.TraceId = child.TraceId AND p.SpanId = child.ParentId)");
        List<object?[]> roots = finished.Home.Query("telemetry.db",
            "SELECT TraceId FROM Span WHERE TraceId IN (SELECT TraceId FROM Span WHERE Name LIKE 'run %') AND ParentId IS NULL GROUP BY TraceId HAVING COUNT(*) <> 1");
        Ending retrain = await MlopsProgram.Run(finished.Home.Folder, "trace", runs.Last(run => run.StartsWith("lifecycle", StringComparison.Ordinal)));

        Assert.Empty(orphans);
        Assert.Empty(roots);
        Assert.Equal(0, retrain.ExitCode);
        Assert.Contains("process", retrain.Output, StringComparison.Ordinal);
        Assert.Contains("stage", retrain.Output, StringComparison.Ordinal);
        Assert.Contains("linked to monitor-", retrain.Output, StringComparison.Ordinal);
    }
}
