namespace MlopsSandbox.Workflows.Definitions;

/// <summary>How often an activity that failed is tried again by itself, and when: as Polly's retry, by which Elsa describes it.</summary>
public sealed record RetryPolicy
{
    /// <summary>Code of an activity that took longer than its timeout.</summary>
    public const string TimeoutCode = "timeout";

    /// <summary>What holds where a definition says nothing: two more attempts at once, when the failure may pass by itself.</summary>
    public static RetryPolicy Default { get; } = new();

    /// <summary>Attempts after the first; 0 to 100, by default 2.</summary>
    public int MaxRetryAttempts { get; init; } = 2;
    /// <summary>Pause before the second attempt; by default none.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.Zero;
    /// <summary>How the pause grows from attempt to attempt.</summary>
    public RetryBackoff Backoff { get; init; } = RetryBackoff.Constant;
    /// <summary>The longest pause; by default one day.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromDays(1);
    /// <summary>Codes of the failures that are tried again, <c>*</c> for all; null for those that may pass by themselves, and timeouts.</summary>
    public IReadOnlyList<string>? Errors { get; init; }

    /// <summary>The pause before the next attempt; null when there is to be none.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="code">Code of the failure.</param>
    /// <param name="isTransient">True when whoever failed says that it may pass by itself.</param>
    public TimeSpan? PauseAfter(int attempt, string code, bool isTransient) => attempt <= MaxRetryAttempts && Covers(code, isTransient) ? PauseAfter(attempt) : null;

    private bool Covers(string code, bool isTransient) => Errors is null
        ? isTransient || (code == TimeoutCode && !ReferenceEquals(this, Default))
        : Errors.Any(error => error == "*" || error == code);

    private TimeSpan PauseAfter(int attempt)
    {
        double factor = Backoff switch
        {
            RetryBackoff.Linear => attempt,
            RetryBackoff.Exponential => Math.Pow(2, attempt - 1),
            _ => 1,
        };
        return Delay.TotalSeconds * factor >= MaxDelay.TotalSeconds ? MaxDelay : Delay * factor;
    }
}
