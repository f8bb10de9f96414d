using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>An event to deliver.</summary>
/// <param name="Name">Its name, in its own case.</param>
/// <param name="Payload">What it brings.</param>
public sealed record PublishedEvent(string Name, JsonElement Payload)
{
    /// <summary>Only runs that are tied to this hear of it, and runs that it starts are; null for all.</summary>
    public string? CorrelationId { get; init; }
    /// <summary>Only this run hears of it, and it starts none; null for all.</summary>
    public string? RunId { get; init; }
    /// <summary>The run that publishes it, whose story alone hears of it; null when somebody outside does.</summary>
    internal Catalog.RunRow? Publisher { get; init; }
}
