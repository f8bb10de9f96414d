using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Drawings;

/// <summary>The arrows of a container: a flowchart's connections, or the order of a sequence.</summary>
internal static class ArrowsOf
{
    public static IEnumerable<(ActivityDefinition From, ActivityDefinition To, string Label)> Container(ActivityDefinition container) =>
        container.Behaviour switch
        {
            Flowchart => Connections(container),
            Sequence => container.Activities.Zip(container.Activities.Skip(1), (from, to) => (from, to, "")),
            _ => [],
        };

    private static IEnumerable<(ActivityDefinition From, ActivityDefinition To, string Label)> Connections(ActivityDefinition flowchart)
    {
        var byId = flowchart.Activities.ToDictionary(activity => activity.Id, StringComparer.Ordinal);
        return flowchart.Connections.Select(connection => (
            byId[connection.Source],
            byId[connection.Target],
            Label(byId[connection.Source], connection.SourcePort)));
    }

    private static string Label(ActivityDefinition source, string? port) =>
        string.IsNullOrEmpty(port) || (port == "Done" && source.Ports is null or { Count: 1 }) ? "" : DrawnText.Title(port);
}
