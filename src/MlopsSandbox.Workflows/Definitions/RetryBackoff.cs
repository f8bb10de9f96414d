namespace MlopsSandbox.Workflows.Definitions;

/// <summary>How the pause between attempts grows, by Polly's names.</summary>
public enum RetryBackoff
{
    /// <summary>The same each time.</summary>
    Constant,
    /// <summary>Once the delay, twice, three times.</summary>
    Linear,
    /// <summary>Once the delay, twice, four times.</summary>
    Exponential,
}
