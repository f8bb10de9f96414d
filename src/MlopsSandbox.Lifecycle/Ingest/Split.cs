namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>What a row of a dataset is for; each row has one use only.</summary>
public enum Split
{
    /// <summary>Models are fitted on it.</summary>
    Train,
    /// <summary>It chooses among models, and their threshold.</summary>
    Validation,
    /// <summary>It measures the chosen model.</summary>
    Test,
}
