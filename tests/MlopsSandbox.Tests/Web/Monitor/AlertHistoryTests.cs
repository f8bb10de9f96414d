using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Monitor.Alerts;
using MlopsSandbox.Web.Monitor;

namespace MlopsSandbox.Tests.Web.Monitor;

public sealed class AlertHistoryTests
{
    [Fact]
    public void Of_AnAlert_TellsWhatHappenedToItInOrder()
    {
        AlertRow alert = Alert with
        {
            LastAt = SampleHistory.Day(7), Times = 3, AcknowledgedBy = "anna", AcknowledgedAt = SampleHistory.Day(300), Note = "the price list changed",
            SilencedUntil = SampleHistory.Day(9), ClearedAt = SampleHistory.Day(8),
        };

        Assert.Equal(
            ["Raised", "Fired last, in 3 checks by then", "Taken up by anna", "Silenced", "Over: checks were quiet, or another model began to serve"],
            AlertHistory.Of(alert).Select(one => one.What));
        Assert.Equal("the price list changed", AlertHistory.Of(alert).ElementAt(2).Note);
    }

    [Fact]
    public void Of_AnAlertOfToday_IsRaisedAlone() => Assert.Equal("2026-01-06, simulated, by drift-0005", Assert.Single(AlertHistory.Of(Alert)).When);

    private static AlertRow Alert { get; } = new()
    {
        Id = "alert-0001", Status = AlertStatus.Open, Severity = AlertSeverity.Warning, Endpoint = "churn-0001", Rule = "drift", Subject = "monthly_charges", Text = "Drift.",
        OpenedAt = SampleHistory.Day(5), LastAt = SampleHistory.Day(5), Times = 1, ClearedAt = null, ReportId = "drift-0005",
    };
}
