using System.Text.Json;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Alerts;

/// <summary>Reads a sink of <c>alerts.json</c>.</summary>
internal static class SinkReading
{
    private static readonly string[] SinkKinds = ["log", "webhook", "mail", "event"];
    private static readonly string[] OfSink = ["kind", "name", "atLeast", "attempts", "firstRetrySeconds"];

    /// <summary>The sink; null when its kind is not known. What is wrong is noted, and no secret with it.</summary>
    public static AlertSink? Of(ScenarioReading reading, LocatedJson item, Func<string, string?> environment)
    {
        string kind = AlertFile.Word(reading, item, "kind", SinkKinds, "");
        if (kind.Length == 0) return null;
        reading.RefuseUnknown(item, [.. OfSink, .. MembersOf(kind)]);
        string name = item.Members.ContainsKey("name") ? reading.Text(item, "name", "a name") : kind;
        AlertSink sink = kind switch
        {
            "webhook" => new WebhookSink(name, UrlOf(reading, item), SecretOf(reading, item, "secret", environment)),
            "mail" => MailOf(reading, item, name, environment),
            "event" => new EventSink(name, reading.Text(item, "event", "the name of an event")),
            _ => new LogSink(name),
        };
        return sink with
        {
            AtLeast = AlertFile.SeverityOf(reading, item, "atLeast", AlertSeverity.Info),
            Attempts = item.Members.ContainsKey("attempts") ? reading.Whole(item, "attempts", 1, 100, "attempts") : sink.Attempts,
            FirstRetrySeconds = item.Members.ContainsKey("firstRetrySeconds")
                ? reading.Number(item, "firstRetrySeconds", seconds => seconds is > 0 and <= 300, "seconds above 0, 300 at most")
                : sink.FirstRetrySeconds,
        };
    }

    private static string[] MembersOf(string kind) => kind switch
    {
        "webhook" => ["url", "secret", "secretVariable"],
        "mail" => ["host", "port", "encrypts", "user", "password", "passwordVariable", "from", "to"],
        "event" => ["event"],
        _ => [],
    };

    private static MailSink MailOf(ScenarioReading reading, LocatedJson item, string name, Func<string, string?> environment)
    {
        string[] to = [.. reading.Items(item, "to", "an array of addresses").Select(address => address.Raw)];
        foreach (LocatedJson address in item.Members.TryGetValue("to", out LocatedJson? list) ? list.Items : [])
            if (!IsAddress(address.Raw)) reading.Refuse(address, $"is '{address.Raw}'", "an address such as team@example.org", "Change the item.");
        string from = reading.Text(item, "from", "an address such as mlops@example.org");
        if (from.Length > 0 && !IsAddress(from)) reading.Refuse(item.Members["from"], $"is '{from}'", "an address such as mlops@example.org", "Change the value.");
        return new MailSink(name, reading.Text(item, "host", "a mail server"), item.Members.ContainsKey("port") ? reading.Whole(item, "port", 1, 65_535, "a port") : 25, from, to)
        {
            Encrypts = item.Members.TryGetValue("encrypts", out LocatedJson? encrypts) && encrypts.Kind == JsonValueKind.True,
            User = item.Members.ContainsKey("user") ? reading.Text(item, "user", "a name") : null,
            Password = SecretOf(reading, item, "password", environment),
        };
    }

    private static bool IsAddress(string text) => System.Net.Mail.MailAddress.TryCreate(text, out _);

    private static Uri UrlOf(ScenarioReading reading, LocatedJson item)
    {
        string url = reading.Text(item, "url", "a URL such as https://example.org/hook");
        bool isUrl = Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) && parsed.Scheme is "http" or "https" && parsed.UserInfo.Length == 0;
        if (!isUrl && url.Length > 0)
            reading.Refuse(item.Members["url"], "is no URL that can be asked", "http:// or https:// with a host, without a password in it, such as https://example.org/hook", "Change the value.");
        return isUrl ? parsed! : new Uri("http://localhost/");
    }

    private static Secret? SecretOf(ScenarioReading reading, LocatedJson item, string name, Func<string, string?> environment)
    {
        string byVariable = name + "Variable";
        if (item.Members.TryGetValue(name, out LocatedJson? written))
        {
            if (written.Kind != JsonValueKind.String || written.Raw.Length == 0) reading.Refuse(written, "is no text", "the secret as a text", "Change the value.");
            return new Secret(written.Raw);
        }
        if (!item.Members.TryGetValue(byVariable, out LocatedJson? named)) return null;
        string variable = reading.Text(item, byVariable, "the name of an environment variable");
        if (environment(variable) is { Length: > 0 } secret) return new Secret(secret);
        if (variable.Length > 0) reading.Refuse(named, $"is '{variable}', which is not set", "an environment variable that holds the secret", "Set it before the program starts.");
        return null;
    }
}
