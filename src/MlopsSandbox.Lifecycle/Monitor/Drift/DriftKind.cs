namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>What a measure looks at.</summary>
public enum DriftKind
{
    /// <summary>A feature's values.</summary>
    Feature,
    /// <summary>The model's scores.</summary>
    Prediction,
    /// <summary>The model's scores against labels.</summary>
    Quality,
}
