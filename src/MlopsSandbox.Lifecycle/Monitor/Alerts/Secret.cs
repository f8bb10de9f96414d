namespace MlopsSandbox.Lifecycle.Monitor.Alerts;

/// <summary>A text that is never shown, whatever prints what holds it.</summary>
public sealed class Secret(string text)
{
    /// <summary>The text, for whoever signs or logs in with it.</summary>
    public string Reveal() => text;

    /// <inheritdoc/>
    public override string ToString() => "(secret)";
}
