namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>What a scenario's models answer.</summary>
public enum PredictionTask
{
    /// <summary>The probability of one of two classes.</summary>
    BinaryClassification,
    /// <summary>A number.</summary>
    Regression,
}
