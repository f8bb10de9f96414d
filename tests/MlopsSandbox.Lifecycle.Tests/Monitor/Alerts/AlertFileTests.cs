using MlopsSandbox.Lifecycle.Monitor.Alerts;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Tests.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Alerts;

public sealed class AlertFileTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Read_NoFile_IsTheDefault() => Assert.Same(AlertSettings.Default, AlertFile.Read(_home.Path, _ => null));

    [Fact]
    public void Read_Rules_ChangeOnlyWhatTheySay()
    {
        AlertSettings settings = Read("""{"rules": [{"rule": "drift", "severity": "critical", "raiseAfter": 2, "ofChecks": 3}]}""");

        Assert.Equal(new AlertRule("drift", AlertSeverity.Critical) { RaiseAfter = 2, OfChecks = 3 }, settings.RuleOf("drift"));
        Assert.Equal(new AlertRule("quality", AlertSeverity.Critical), settings.RuleOf("quality"));
        Assert.Equal([new LogSink("log")], settings.Sinks);
    }

    [Fact]
    public void Read_Sinks_AreWhatTheySay()
    {
        AlertSettings settings = Read("""
            {"sinks": [
              {"kind": "webhook", "name": "ops", "url": "https://example.org/hook", "secretVariable": "HOOK_SECRET", "atLeast": "critical", "attempts": 3, "firstRetrySeconds": 0.5},
              {"kind": "mail", "host": "localhost", "port": 2525, "from": "mlops@example.org", "to": ["team@example.org"]},
              {"kind": "event", "event": "alert-raised"}
            ]}
            """);

        WebhookSink webhook = Assert.IsType<WebhookSink>(settings.Sinks[0]);
        Assert.Equal(("ops", "https://example.org/hook", "from the environment"), (webhook.Name, webhook.Url.ToString(), webhook.Secret!.Reveal()));
        Assert.Equal((AlertSeverity.Critical, 3, 0.5), (webhook.AtLeast, webhook.Attempts, webhook.FirstRetrySeconds));
        Assert.Equal(["team@example.org"], Assert.IsType<MailSink>(settings.Sinks[1]).To);
        Assert.Equal(new EventSink("event", "alert-raised"), settings.Sinks[2]);
    }

    [Fact]
    public void Settings_Printed_ShowNoSecret()
    {
        AlertSettings settings = Read("""{"sinks": [{"kind": "webhook", "url": "https://example.org/", "secret": "hush"}]}""");

        Assert.DoesNotContain("hush", Assert.Single(settings.Sinks).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"sinks": [{"kind": "webhook", "url": "ftp://example.org/"}]}""", ":1:39: $.sinks[0].url is no URL that can be asked; expected http:// or https:// with a host, without a password in it, such as https://example.org/hook. Change the value.")]
    [InlineData("""{"sinks": [{"kind": "webhook", "url": "https://me:hush@example.org/"}]}""", ":1:39: $.sinks[0].url is no URL that can be asked; expected http:// or https:// with a host, without a password in it, such as https://example.org/hook. Change the value.")]
    [InlineData("""{"sinks": [{"kind": "webhook", "url": "https://example.org/", "secretVariable": "NONE"}]}""", ":1:81: $.sinks[0].secretVariable is 'NONE', which is not set; expected an environment variable that holds the secret. Set it before the program starts.")]
    [InlineData("""{"sinks": [{"kind": "webhook", "url": "https://example.org/", "secret": 12345}]}""", ":1:73: $.sinks[0].secret is no text; expected the secret as a text. Change the value.")]
    [InlineData("""{"sinks": [{"kind": "webhok"}]}""", ":1:21: $.sinks[0].kind is 'webhok'; expected one of log, webhook, mail, event. Choose one of them. Did you mean 'webhook'?")]
    [InlineData("""{"sinks": [{"kind": "log"}, {"kind": "log"}]}""", ":1:11: $.sinks has two sinks named 'log'; expected each name once. Rename one of them.")]
    [InlineData("""{"sinks": [{"kind": "mail", "host": "localhost", "from": "a@example.org", "to": ["nobody"]}]}""", ":1:82: $.sinks[0].to[0] is 'nobody'; expected an address such as team@example.org. Change the item.")]
    [InlineData("""{"rules": [{"rule": "drft"}]}""", ":1:21: $.rules[0].rule is 'drft'; expected one of drift, prediction, quality, dataQuality, conceptDrift, measuredQuality, estimatedQuality, bias, servingSkew, operations, jointDrift, attributionDrift. Choose one of them. Did you mean 'drift'?")]
    [InlineData("""{"rules": [{"rule": "drift", "raiseAfter": 3, "ofChecks": 2}]}""", ":1:59: $.rules[0].ofChecks is 2; expected at least raiseAfter, 3. An alert cannot need more checks than are counted.")]
    public void Read_Wrong_SaysWhereAndNoSecret(string json, string problem)
    {
        ScenarioException refusal = Assert.Throws<ScenarioException>(() => Read(json));

        Assert.Equal(Path.Combine(_home.Path, "alerts.json") + problem, Assert.Single(refusal.Problems));
        Assert.DoesNotContain("hush", refusal.Message, StringComparison.Ordinal);
    }

    private AlertSettings Read(string json)
    {
        _home.Write("alerts.json", json);
        return AlertFile.Read(_home.Path, name => name == "HOOK_SECRET" ? "from the environment" : null);
    }
}
