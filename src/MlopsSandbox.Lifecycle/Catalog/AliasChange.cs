namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>An alias was given to a version.</summary>
/// <param name="Model">Model group.</param>
/// <param name="Alias">Such as <c>champion</c>.</param>
/// <param name="Version">The version that has it since.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="RunId">The run that did it; null when a person did.</param>
/// <param name="ChangedAt">Wall time.</param>
/// <param name="SimulatedAt">Simulated time from which it counts.</param>
public sealed record AliasChange(string Model, string Alias, int Version, AliasChangeKind Kind, string Reason, string? RunId,
    DateTimeOffset ChangedAt, DateTimeOffset SimulatedAt)
{
    /// <summary>Who did it by hand; null when a run did, or when nobody said.</summary>
    public string? By { get; init; }
}

/// <summary>How an alias came to its version.</summary>
public enum AliasChangeKind
{
    /// <summary>A run deployed the version.</summary>
    Deploy,
    /// <summary>A person gave it the alias.</summary>
    Promote,
    /// <summary>A person took the last change back.</summary>
    Rollback,
}
