namespace MlopsSandbox.Workflows.Schedules;

/// <summary>When something is due, told without a clock: whoever has one asks.</summary>
public abstract record Schedule
{
    /// <summary>When it is due if it is set now; may lie in the past, and then it is due at once.</summary>
    public abstract DateTimeOffset DueFrom(DateTimeOffset now);

    /// <summary>When it is due again, later than now; null when it is due only once. What was missed meanwhile is not made up for.</summary>
    /// <param name="due">When it was due last.</param>
    /// <param name="now">The time now.</param>
    public abstract DateTimeOffset? DueAgain(DateTimeOffset due, DateTimeOffset now);
}
