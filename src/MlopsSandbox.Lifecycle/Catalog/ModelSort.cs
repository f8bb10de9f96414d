namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What model versions are sorted by.</summary>
public enum ModelSort
{
    /// <summary>Wall time at which it was made.</summary>
    Created,
    /// <summary>Its number in its group.</summary>
    Version,
    /// <summary>Its group, by its letters' codes.</summary>
    Model,
    /// <summary>The metric that <see cref="ModelQuery.Metric"/> names. Versions without it come last, both ways.</summary>
    Metric,
}
