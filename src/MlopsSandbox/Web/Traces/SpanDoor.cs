using System.Globalization;
using MlopsSandbox.Lifecycle.Telemetry;
using static MlopsSandbox.Lifecycle.Telemetry.TelemetryNames;

namespace MlopsSandbox.Web.Traces;

/// <summary>A way from a span to the page of what it is about.</summary>
/// <param name="Kind">What is behind it, such as <c>Run</c>.</param>
/// <param name="Text">Its name.</param>
/// <param name="Address">Its page.</param>
public sealed record SpanDoor(string Kind, string Text, string Address)
{
    /// <summary>The ways that a span's attributes open.</summary>
    /// <param name="span">The span.</param>
    /// <param name="runId">The run of its trace; null for none.</param>
    /// <param name="jobId">The job that carried it; null for none.</param>
    internal static IReadOnlyList<SpanDoor> Of(SpanRecord span, string? runId, string? jobId)
    {
        List<SpanDoor> doors = [];
        string? run = Attribute(span, Attributes.PipelineRunId) ?? runId, activity = Attribute(span, Attributes.TaskName), model = Attribute(span, Attributes.ModelName), endpoint = Attribute(span, Attributes.Endpoint);
        if (run is not null) doors.Add(new("Run", run, $"/runs/{Escaped(run)}"));
        if (run is not null && activity is not null) doors.Add(new("Stage", activity, $"/runs/{Escaped(run)}?stage={Escaped(activity)}"));
        if (model is not null && span.Attributes.TryGetValue(Attributes.ModelVersion, out var version) && version.TryGetInt32(out int number))
            doors.Add(new("Model version", string.Create(CultureInfo.InvariantCulture, $"{model} {number}"), string.Create(CultureInfo.InvariantCulture, $"/models/{Escaped(model)}/{number}")));
        if (endpoint is not null) doors.Add(new("Endpoint", endpoint, $"/monitor/{Escaped(endpoint)}"));
        if (jobId is not null) doors.Add(new("Job", jobId, $"/jobs?job={Escaped(jobId)}"));
        return doors;
    }

    /// <summary>The text of an attribute; null when the span has none.</summary>
    internal static string? Attribute(SpanRecord span, string name) => span.Attributes.TryGetValue(name, out var value) && value.ValueKind == System.Text.Json.JsonValueKind.String ? value.GetString() : null;

    private static string Escaped(string text) => Uri.EscapeDataString(text);
}
