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

    /// <summary>
    /// The connection that an element of a flowchart's <c>connections</c> draws, or null when it names no source or no target. Besides today's form
    /// <c>{ "source": { "activity", "port" }, "target": { … } }</c> it may have Elsa's older one, <c>{ "source", "sourcePort", "target", "targetPort" }</c>.
    /// </summary>
    internal static Connection? From(JsonElement json)
    {
        if (json.Get("source")?.GetText("activity") is { } source && json.Get("target")?.GetText("activity") is { } target)
            return new Connection(source, json.Get("source")?.GetText("port"), target, json.Get("target")?.GetText("port"));
        return json.GetText("source") is { } from && json.GetText("target") is { } to
            ? new Connection(from, json.GetText("sourcePort"), to, json.GetText("targetPort"))
            : null;
    }

    private static string Endpoint(string activity, string? port) => string.IsNullOrEmpty(port) ? activity : $"{activity}:{port}";
}
