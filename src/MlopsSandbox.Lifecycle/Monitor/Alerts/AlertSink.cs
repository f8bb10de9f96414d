namespace MlopsSandbox.Lifecycle.Monitor.Alerts;

/// <summary>Somebody who is told of alerts.</summary>
/// <param name="Name">Its name in the file, unique there.</param>
public abstract record AlertSink(string Name)
{
    /// <summary>Alerts below this are not told.</summary>
    public AlertSeverity AtLeast { get; init; } = AlertSeverity.Info;

    /// <summary>Attempts before it is given up, from 1.</summary>
    public int Attempts { get; init; } = 12;

    /// <summary>Seconds from the first failure to the next attempt; each further pause is twice as long, five minutes at most.</summary>
    public double FirstRetrySeconds { get; init; } = 1;

    /// <summary>Pause after so many failed attempts.</summary>
    public TimeSpan PauseAfter(int attempts) => TimeSpan.FromSeconds(Math.Min(300, FirstRetrySeconds * Math.Pow(2, Math.Min(attempts - 1, 30))));
}

/// <summary>A line of JSON a notification, in the file <c>alerts.log</c> of the home.</summary>
public sealed record LogSink(string Name) : AlertSink(Name);

/// <summary>A POST of JSON, signed where there is a secret.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Where to; http or https.</param>
/// <param name="Secret">Key of the signature; null for none.</param>
public sealed record WebhookSink(string Name, Uri Url, Secret? Secret) : AlertSink(Name);

/// <summary>A mail by SMTP.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Host">The mail server.</param>
/// <param name="Port">Its port.</param>
/// <param name="From">Sender's address.</param>
/// <param name="To">Receivers' addresses.</param>
public sealed record MailSink(string Name, string Host, int Port, string From, IReadOnlyList<string> To) : AlertSink(Name)
{
    /// <summary>True to refuse a server that does not encrypt (STARTTLS).</summary>
    public bool Encrypts { get; init; }

    /// <summary>Name to log in by; null for none.</summary>
    public string? User { get; init; }

    /// <summary>Password to log in by.</summary>
    public Secret? Password { get; init; }
}

/// <summary>An event that workflows wait for by <c>Elsa.Event</c>, or that starts them.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Event">The event's name.</param>
public sealed record EventSink(string Name, string Event) : AlertSink(Name);
