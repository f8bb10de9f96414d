namespace MlopsSandbox.Lifecycle.Monitor.Alerts;

/// <summary>What came of a signal.</summary>
public enum AlertChange
{
    /// <summary>Nothing that anybody should hear of.</summary>
    None,
    /// <summary>An alert is raised.</summary>
    Raised,
    /// <summary>The alert that is open is meant again: it counts one more.</summary>
    Repeated,
    /// <summary>The alert is over.</summary>
    Cleared,
}

/// <summary>What the last checks said of one thing: the memory that keeps an alert from flapping.</summary>
/// <param name="Recent">Signals, true for one that fired, the newest last; those before the last change of state do not count.</param>
/// <param name="IsOpen">True while its alert is.</param>
/// <param name="ClearedAt">Simulated time at which its last alert ended; null when there was none.</param>
public sealed record AlertTrack(IReadOnlyList<bool> Recent, bool IsOpen, DateTimeOffset? ClearedAt)
{
    /// <summary>Of what was never looked at.</summary>
    public static AlertTrack New { get; } = new([], false, null);

    /// <summary>Takes the next signal. Pure.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="fires">What the check said.</param>
    /// <param name="at">Its simulated time.</param>
    public (AlertTrack Track, AlertChange Change) Next(AlertRule rule, bool fires, DateTimeOffset at)
    {
        bool[] recent = [.. Recent.Append(fires).TakeLast(Math.Max(rule.OfChecks, rule.ClearAfter))];
        if (IsOpen)
        {
            bool isOver = recent.Length >= rule.ClearAfter && !recent.TakeLast(rule.ClearAfter).Contains(true);
            return isOver ? (new AlertTrack([], false, at), AlertChange.Cleared) : (this with { Recent = recent }, fires ? AlertChange.Repeated : AlertChange.None);
        }

        bool isCool = ClearedAt is not { } cleared || at >= cleared.AddDays(rule.CooldownDays);
        bool isMeant = fires && recent.TakeLast(rule.OfChecks).Count(one => one) >= rule.RaiseAfter;
        return isMeant && isCool ? (this with { Recent = [true], IsOpen = true }, AlertChange.Raised) : (this with { Recent = recent }, AlertChange.None);
    }
}
