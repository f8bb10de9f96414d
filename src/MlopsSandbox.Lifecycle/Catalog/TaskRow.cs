using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>A task that a run asks to be done outside and waits for, in the shape in which it is shown.</summary>
/// <param name="RunId">The run.</param>
/// <param name="ActivityId">The activity's id in the definition.</param>
/// <param name="TaskId">The task's own id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Payload">What whoever does it should know.</param>
/// <param name="RequestedAt">Wall time.</param>
/// <param name="ExecutionId">The activity execution that waits.</param>
public sealed record TaskRow(string RunId, string ActivityId, string TaskId, string Name, JsonElement Payload, DateTimeOffset RequestedAt,
    [property: JsonIgnore] string ExecutionId);
