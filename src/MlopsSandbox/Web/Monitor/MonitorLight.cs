namespace MlopsSandbox.Web.Monitor;

/// <summary>The light of an endpoint.</summary>
/// <param name="Word">What it says.</param>
/// <param name="Tone">A status whose look it has, see <see cref="Components.StatusLook"/>.</param>
/// <param name="Meaning">What that means, in a sentence.</param>
/// <param name="Rank">The higher, the more it needs eyes.</param>
public sealed record MonitorLight(string Word, string Tone, string Meaning, int Rank)
{
    /// <summary>The last check found drift.</summary>
    public static MonitorLight Drifted { get; } = new("drifted", "drifted", "The last check found drift.", 5);
    /// <summary>Something else is open.</summary>
    public static MonitorLight Alerts { get; } = new("alerts", "waiting", "No drift in the last check, and alerts that nobody has taken up.", 4);
    /// <summary>The last check found drift, and another model has been deployed since.</summary>
    public static MonitorLight Answered { get; } = new("answered", "running", "The last check found drift, and another model serves since; the next check tells.", 3);
    /// <summary>Nothing was checked.</summary>
    public static MonitorLight Unchecked { get; } = new("not checked", "quiet", "No check has been made yet.", 2);
    /// <summary>Nothing could be judged.</summary>
    public static MonitorLight Waiting { get; } = new("waiting", "queued", "The last check had too few requests to judge anything.", 1);
    /// <summary>All is as it was.</summary>
    public static MonitorLight Quiet { get; } = new("quiet", "ok", "The last check found no drift, and no alert is open.", 0);
}
