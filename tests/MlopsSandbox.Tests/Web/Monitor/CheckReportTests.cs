using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsSandbox.Web.Monitor;

namespace MlopsSandbox.Tests.Web.Monitor;

public sealed class CheckReportTests
{
    [Fact]
    public void Of_AReport_IsReadAsItWasWritten()
    {
        CheckReport check = SampleHistory.Check(6);

        Assert.Equal(("drift-0006", "monitor-0006", 360, true), (check.Id, check.RunId, check.Rows, check.Drifted));
        Assert.Equal(("monthly_charges", 4.0), (check.Worst!.Name, check.Worst.Severity));
        Assert.Null(check.Of("quality")!.Score);
        Assert.Equal(("auc", "AUC", 0.61, 0.86), (check.Quality.Metric, check.Quality.Name, check.Quality.Value, check.Quality.Baseline));
        Assert.Equal(("data quality", "62 of 360 values lie outside."), (check.Finding.Single().Name, check.Finding.Single().Findings[0].Text));
    }

    [Fact]
    public void Of_AReportOfBeforeThereWereMonitorsAndVerdicts_HasNone()
    {
        JsonObject old = JsonNode.Parse(SampleHistory.Row(2, 0.4).Report.GetRawText())!.AsObject();
        old.Remove("monitors");
        old["features"]![0]!.AsObject().Remove("verdict");

        CheckReport check = CheckReport.Of(SampleHistory.Row(2, 0.4) with { Report = JsonSerializer.SerializeToElement(old) });

        Assert.Empty(check.Monitors);
        Assert.Equal("not found", check.Measures[0].Word);
    }

    [Fact]
    public void Headline_WithDrift_NamesWhatDriftedMost() =>
        Assert.Equal("1 of 2 things drifted, monthly charges most: 4.0 times what alarms.", SampleHistory.Check(6).Headline);

    [Fact]
    public void Headline_WithoutDrift_NamesWhatCameNearest() =>
        Assert.Equal("No drift in 2 things; monthly charges came nearest, at 40 % of what alarms.", SampleHistory.Check(2).Headline);

    [Fact]
    public void Headline_WithoutRequests_SaysSo()
    {
        CheckReport empty = SampleHistory.Check(2) with { Rows = 0, Measures = [] };

        Assert.Equal("The window has no requests yet, so that nothing was judged.", empty.Headline);
    }
}
