using System.Text.Json;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>An arrow from an activity's port to another activity of the same flowchart.</summary>
/// <param name="Source">Id of the activity it leaves.</param>
/// <param name="SourcePort">The outcome that follows it; null is followed by an activity that just ends.</param>
/// <param name="Target">Id of the activity it enters.</param>
/// <param name="TargetPort">The port it enters, <c>In</c> or null.</param>
public sealed record Connection(string Source, string? SourcePort, string Target, string? TargetPort)
{
    /// <summary>How the instance's state names it, <c>a:Done->b:In</c>.</summary>
    public override string ToString() => $"{Endpoint(Source, SourcePort)}->{Endpoint(Target, TargetPort)}";

    /// <summary>True when this JSON in a flowchart's <c>connections</c> draws this connection.</summary>
    internal bool IsDrawnBy(JsonElement json) =>
        json.Get("source") is { } source && source.GetText("activity") == Source && source.GetText("port") == SourcePort
        && json.Get("target") is { } target && target.GetText("activity") == Target && target.GetText("port") == TargetPort;

    private static string Endpoint(string activity, string? port) => string.IsNullOrEmpty(port) ? activity : $"{activity}:{port}";
}
