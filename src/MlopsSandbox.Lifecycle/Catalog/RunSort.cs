namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What runs are sorted by. What a run has not, such as an end, comes before all that others have.</summary>
public enum RunSort
{
    /// <summary>Wall time of the start.</summary>
    Started,
    /// <summary>Wall time of the end.</summary>
    Ended,
    /// <summary>From start to end.</summary>
    Duration,
    /// <summary>Name of the workflow, by its letters' codes.</summary>
    Workflow,
    /// <summary>Name of the scenario, by its letters' codes.</summary>
    Scenario,
    /// <summary>The word for the status, by its letters.</summary>
    Status,
}
