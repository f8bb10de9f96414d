using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Monitor.Alerts;
using MlopsSandbox.Lifecycle.Tests.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Alerts;

public sealed class AlertDeliveryTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly WebhookReceiver _receiver = new();

    public void Dispose() => _receiver.Dispose();

    [Fact]
    public async Task Webhook_Raised_IsPostedSignedWithAKey()
    {
        using CheckedEndpoint endpoint = new(Settings(Webhook()), _time);
        await endpoint.CheckAsync(1, "a");

        Assert.Equal(1, await endpoint.DeliverAsync());

        Received got = Assert.Single(_receiver.Requests);
        Assert.Equal("application/json; charset=utf-8", got.ContentType);
        Assert.Equal(WebhookSignature.Of("hush", _time.Now, got.Body), got.Signature);
        JsonElement body = JsonSerializer.Deserialize<JsonElement>(got.Body);
        Assert.Equal(("raised", CheckedEndpoint.Name, "a on day 1"), (body.GetProperty("kind").GetString(), body.GetProperty("endpoint").GetString(), body.GetProperty("alerts")[0].GetProperty("text").GetString()));
        Assert.Equal(NotificationStatus.Delivered, Assert.Single(endpoint.Notifications("alert-0001")).Status);
    }

    [Fact] // by openssl 3.0: printf '1767225600.{}' | openssl dgst -sha256 -hmac hush
    public void Signature_KnownBody_IsThatOfOpenssl() => Assert.Equal(
        "t=1767225600,v1=235486eaaec13622dd56b1c7377f0dfaff9ad4c6415e0423ac83c0c0f7247a4b", WebhookSignature.Of("hush", DateTimeOffset.FromUnixTimeSeconds(1767225600), "{}"));

    [Fact]
    public async Task Webhook_Answers500_IsAskedAgainLaterWithTheSameKey()
    {
        _receiver.Answers.Enqueue(500);
        _receiver.Answers.Enqueue(503);
        using CheckedEndpoint endpoint = new(Settings(Webhook()), _time);
        await endpoint.CheckAsync(1, "a");

        await endpoint.DeliverAsync();
        NotificationRow failed = Assert.Single(endpoint.Notifications("alert-0001"));
        Assert.Equal((NotificationStatus.Pending, 1, $"{_receiver.Authority} answered 500", _time.Now.AddSeconds(1)), (failed.Status, failed.Attempts, failed.Error, failed.NextAt));
        Assert.Equal(0, await endpoint.DeliverAsync());    // not due yet
        _time.Now += TimeSpan.FromSeconds(1);
        await endpoint.DeliverAsync();
        Assert.Equal(_time.Now.AddSeconds(2), Assert.Single(endpoint.Notifications("alert-0001")).NextAt);
        _time.Now += TimeSpan.FromSeconds(2);
        await endpoint.DeliverAsync();

        Assert.Equal((NotificationStatus.Delivered, 3), Assert.Single(endpoint.Notifications("alert-0001")) is var told ? (told.Status, told.Attempts) : default);
        Assert.Equal(3, _receiver.Requests.Count);
        Assert.Single(_receiver.Requests.Select(request => (request.Key, request.Body)).Distinct());
    }

    [Theory] // a refusal is final, and so is the last attempt
    [InlineData(400)]
    [InlineData(302)]
    public async Task Webhook_Refuses_IsGivenUpAndShown(int status)
    {
        _receiver.Answers.Enqueue(status);
        using CheckedEndpoint endpoint = new(Settings(Webhook()), _time);
        await endpoint.CheckAsync(1, "a");
        await endpoint.DeliverAsync();

        NotificationRow failed = Assert.Single(endpoint.Notifications("alert-0001"));
        Assert.Equal((NotificationStatus.Failed, $"{_receiver.Authority} answered {status}"), (failed.Status, failed.Error));
        Assert.Null(failed.NextAt);
    }

    [Fact]
    public async Task Webhook_NobodyListens_OtherSinksAreToldAndAttemptsEnd()
    {
        _receiver.Dispose();
        using CheckedEndpoint endpoint = new(Settings(Webhook() with { Attempts = 2 }, new LogSink("log")), _time);
        await endpoint.CheckAsync(1, "a");
        await endpoint.DeliverAsync();
        _time.Now += TimeSpan.FromMinutes(1);
        await endpoint.DeliverAsync();

        Assert.Equal([(NotificationStatus.Failed, 2), (NotificationStatus.Delivered, 1)], endpoint.Notifications("alert-0001").Select(told => (told.Status, told.Attempts)));
        Assert.Equal("raised", JsonSerializer.Deserialize<JsonElement>(Assert.Single(File.ReadAllLines(Path.Combine(endpoint.Home, "alerts.log")))).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Sink_WantsMore_IsNotToldOfLess()
    {
        using CheckedEndpoint endpoint = new(Settings(new LogSink("log") { AtLeast = AlertSeverity.Critical }), _time);
        await endpoint.CheckAsync(1, "a");

        Assert.Empty(endpoint.Notifications("alert-0001"));
    }

    [Fact]
    public async Task Event_Raised_LetsARunGoOnThatWaitsForIt()
    {
        using CheckedEndpoint endpoint = new(Settings(new EventSink("flow", "alert-raised")), _time);
        string run = endpoint.Process.StartRun(new Flow("waiting").Event("alert", "alert-raised"));
        await endpoint.CheckAsync(1, "a");
        Assert.Equal(RunStatus.Waiting, endpoint.Process.Show(run).Status);

        await endpoint.DeliverAsync();

        Assert.Equal(RunStatus.Succeeded, endpoint.Process.Show(run).Status);
    }

    [Fact]
    public async Task Process_DiesWithWhatItTook_AnotherTells()
    {
        using CheckedEndpoint endpoint = new(Settings(new LogSink("log")), _time);
        await endpoint.CheckAsync(1, "a");
        endpoint.Process.Catalog.Write(tx => tx.Notifications.TakeDue(endpoint.Process.Bridge.Presence.Owner));
        TestProcess other = endpoint.NewProcess();
        Assert.Equal(0, await other.Bridge.Alerts.DeliverDueAsync(CancellationToken.None));

        endpoint.Process.Die();
        other.Recovery.Run();

        Assert.Equal(1, await other.Bridge.Alerts.DeliverDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Run_NewAlert_IsToldAtOnceUntilStopped()
    {
        using CheckedEndpoint endpoint = new(Settings(Webhook()));
        using CancellationTokenSource stop = new();
        Task telling = endpoint.Process.Bridge.Alerts.RunAsync(stop.Token);
        _receiver.Answers.Enqueue(500);

        await endpoint.CheckAsync(1, "a");
        await endpoint.Process.Catalog.WaitFor(tx => tx.Alerts.Find("alert-0001")!.Notifications![0].Status == NotificationStatus.Delivered, CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, _receiver.Requests.Count);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => telling);
    }

    [Fact]
    public async Task Mail_Raised_IsTakenByTheServer()
    {
        using MailServer server = new();
        using CheckedEndpoint endpoint = new(Settings(new MailSink("team", "127.0.0.1", server.Port, "mlops@example.org", ["team@example.org"])), _time);
        await endpoint.CheckAsync(1, "a", "b");
        await endpoint.DeliverAsync();

        Assert.Equal(NotificationStatus.Delivered, Assert.Single(endpoint.Notifications("alert-0001")).Status);
        string mail = await server.Mail.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("RCPT TO:<team@example.org>", mail, StringComparison.Ordinal);
        Assert.Contains("Subject: [mlops] telco-churn: 2 alerts raised, the most severe is warning", mail, StringComparison.Ordinal);
        Assert.Contains("alert-0002 (warning): b on day 1", mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hush", NotificationStatus.Delivered)]
    [InlineData("wrong", NotificationStatus.Failed)]
    public async Task Mail_ServerWantsALogin_IsTakenWithTheRightPasswordOnly(string password, NotificationStatus status)
    {
        using MailServer server = new(password: "hush");
        MailSink sink = new("team", "127.0.0.1", server.Port, "mlops@example.org", ["team@example.org"]) { User = "mlops", Password = new Secret(password) };
        using CheckedEndpoint endpoint = new(Settings(sink), _time);
        await endpoint.CheckAsync(1, "a");
        await endpoint.DeliverAsync();

        NotificationRow told = Assert.Single(endpoint.Notifications("alert-0001"));
        Assert.Equal(status, told.Status);
        Assert.DoesNotContain(password, told.Error ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_ServerRefusesTheReceiver_IsGivenUpAndShown()
    {
        using MailServer server = new(refuses: true);
        using CheckedEndpoint endpoint = new(Settings(new MailSink("team", "127.0.0.1", server.Port, "mlops@example.org", ["team@example.org"])), _time);
        await endpoint.CheckAsync(1, "a");
        await endpoint.DeliverAsync();

        NotificationRow failed = Assert.Single(endpoint.Notifications("alert-0001"));
        Assert.Equal(NotificationStatus.Failed, failed.Status);
        Assert.StartsWith("127.0.0.1 did not take the mail: ", failed.Error, StringComparison.Ordinal);
    }

    private WebhookSink Webhook() => new("ops", _receiver.Url, new Secret("hush"));

    private static AlertSettings Settings(params AlertSink[] sinks) => new(AlertRules.Default, sinks);
}
