namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>What the policy chose.</summary>
public enum RetrainChoice
{
    /// <summary>Nothing is open.</summary>
    None,
    /// <summary>Something drifted, but there is not yet enough to learn from.</summary>
    Wait,
    /// <summary>Train again, now.</summary>
    Retrain,
}
