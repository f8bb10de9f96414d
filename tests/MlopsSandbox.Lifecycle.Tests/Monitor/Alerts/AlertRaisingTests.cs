using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.Alerts;
using MlopsSandbox.Lifecycle.Tests.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Alerts;

public sealed class AlertRaisingTests : IDisposable
{
    private readonly CheckedEndpoint _endpoint = new(AlertSettings.Default);

    public void Dispose() => _endpoint.Dispose();

    [Fact]
    public async Task Check_SameThingAgain_IsTheSameAlertCounted()
    {
        for (int day = 1; day <= 5; day++) await _endpoint.CheckAsync(day, "a");

        AlertRow alert = Assert.Single(_endpoint.Alerts);
        Assert.Equal((AlertStatus.Open, "a", 5, "a on day 5"), (alert.Status, alert.Subject, alert.Times, alert.Text));
        Assert.Equal((TestProcess.Start.AddDays(1), TestProcess.Start.AddDays(5)), (alert.OpenedAt, alert.LastAt));
        Assert.Equal("drift-0001", alert.ReportId);
    }

    [Fact]
    public async Task Check_ThreeQuietOnes_ClearAndTheNextAlertIsAnother()
    {
        await _endpoint.CheckAsync(1, "a");
        for (int day = 2; day <= 4; day++) await _endpoint.CheckAsync(day);
        await _endpoint.CheckAsync(5, "a");

        Assert.Equal([AlertStatus.Cleared, AlertStatus.Open], _endpoint.Alerts.Select(alert => alert.Status));
        Assert.Equal(TestProcess.Start.AddDays(4), _endpoint.Alerts[0].ClearedAt);
    }

    [Fact]
    public async Task Check_ManyThingsAtOnce_AreOneNotification()
    {
        await _endpoint.CheckAsync(1, "a", "b", "c");

        Assert.Equal(3, _endpoint.Alerts.Count);
        Assert.Equal(Assert.Single(_endpoint.Notifications("alert-0001")).Id, Assert.Single(_endpoint.Notifications("alert-0003")).Id);
    }

    [Fact]
    public async Task Deploy_AnswersWhatIsOpen_AndUntilItServesChecksRaiseNothing()
    {
        await _endpoint.DeployAsync(0, from: 0);
        await _endpoint.CheckAsync(1, "a");
        await _endpoint.DeployAsync(2, from: 4);
        await _endpoint.CheckAsync(3, "a");

        Assert.Equal(TestProcess.Start.AddDays(4), Assert.Single(_endpoint.Alerts).ClearedAt);
        Assert.Equal(["raised", "cleared"], _endpoint.Notifications("alert-0001").Select(told => told.Kind));
        await _endpoint.CheckAsync(5, "a");
        Assert.Equal(2, _endpoint.Alerts.Count);
    }

    [Fact]
    public async Task Rollback_ByHand_AnswersWhatIsOpenToo()
    {
        await _endpoint.DeployAsync(0, from: 0);
        await _endpoint.DeployAsync(1, from: 1);
        await _endpoint.CheckAsync(2, "a");

        ModelVersion champion = _endpoint.Process.Catalog.Write(tx => new ChampionChange(AlertSettings.Default).Rollback(tx, CheckedEndpoint.Name, "complaints"));

        Assert.Equal(1, champion.Version);
        Assert.Equal(AlertStatus.Cleared, Assert.Single(_endpoint.Alerts).Status);
        Assert.Equal(["raised", "cleared"], _endpoint.Notifications("alert-0001").Select(told => told.Kind));
    }

    [Fact]
    public async Task Silence_OpenAndNewAlerts_AreToldOnlyWhenItEndsAndTheyStillStand()
    {
        await _endpoint.DeployAsync(0, from: 0);
        Silence(feature: "a", days: 3);
        await _endpoint.CheckAsync(1, "a", "b");

        Assert.Equal([AlertStatus.Silenced, AlertStatus.Open], _endpoint.Alerts.Select(alert => alert.Status));
        Assert.Empty(_endpoint.Notifications("alert-0001"));
        Assert.Single(_endpoint.Notifications("alert-0002"));
        await _endpoint.CheckAsync(2, "a");
        Assert.Empty(_endpoint.Notifications("alert-0001"));
        await _endpoint.CheckAsync(3, "a");
        Assert.Equal("raised", Assert.Single(_endpoint.Notifications("alert-0001")).Kind);
    }

    [Fact]
    public async Task Acknowledge_OpenAlert_IsKeptOnceAndNotOfOneThatIsOver()
    {
        await _endpoint.CheckAsync(1, "a");

        Assert.True(Acknowledge("anna"));
        Assert.False(Acknowledge("bob"));
        Assert.Equal((AlertStatus.Acknowledged, "anna", "on it"), _endpoint.Alerts[0] is var alert ? (alert.Status, alert.AcknowledgedBy, alert.Note) : default);
        for (int day = 2; day <= 4; day++) await _endpoint.CheckAsync(day);
        Assert.Equal(AlertStatus.Cleared, _endpoint.Alerts[0].Status);
    }

    [Fact] // the transaction that keeps the check keeps the alert and its notification, or none of them
    public async Task Check_CommitFailsAnywhere_IsRaisedOnceInTheEnd()
    {
        for (int failing = 1; failing < 60; failing += 4)
        {
            int writes = 0, at = failing;
            _endpoint.Process.Catalog.Writing = () =>
            {
                if (++writes == at) throw new IOException("no space left");
            };
            try
            {
                await _endpoint.CheckAsync(1, "a");
            }
            catch (IOException)
            {
                // the job is delivered again below
            }
            _endpoint.Process.Catalog.Writing = null;
            _endpoint.Process.Recovery.Run();
            await _endpoint.Process.Settle();
        }

        AlertRow alert = Assert.Single(_endpoint.Alerts);
        Assert.Equal(_endpoint.Process.Catalog.Read(tx => tx.DriftReports.Of(CheckedEndpoint.Name)).Count, alert.Times);
        Assert.Single(_endpoint.Notifications("alert-0001"));
    }

    private bool Acknowledge(string by) => _endpoint.Process.Catalog.Write(tx => tx.Alerts.Acknowledge("alert-0001", by, "on it"));

    private void Silence(string feature, int days) => _endpoint.Process.Catalog.Write(tx =>
        tx.Silences.Add(CheckedEndpoint.Name, rule: null, feature, TestProcess.Start, TestProcess.Start.AddDays(days), "anna", "expected"));
}
