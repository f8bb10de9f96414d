namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>What the policy chose.</summary>
public enum RetrainChoice
{
    /// <summary>No rule fires.</summary>
    None,
    /// <summary>A rule fires, and a guardrail holds the retrain back.</summary>
    Wait,
    /// <summary>Train again, now.</summary>
    Retrain,
}
