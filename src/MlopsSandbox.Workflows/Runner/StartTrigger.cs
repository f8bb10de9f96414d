using System.Text.Json;

namespace MlopsSandbox.Workflows.Runner;

/// <summary>The activity whose waiting started the instance: it does not wait once more.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Payload">What the event that started it brought; null for none.</param>
public sealed record StartTrigger(string ActivityId, JsonElement? Payload = null);
