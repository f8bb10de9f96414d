using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>A flowchart's connections in its text.</summary>
internal static class ConnectionTexts
{
    /// <summary>Removes those of a flowchart that are meant.</summary>
    /// <returns>How many.</returns>
    public static int Remove(TextPatch patch, ActivityDefinition flowchart, Func<Connection, bool> isMeant)
    {
        if (patch.Root.At(flowchart.Path)?.Find("connections")?.Value is not { IsArray: true } list) return 0;
        JsonSpan[] gone = [.. list.Items.Where(item => Read(patch, item) is { } connection && isMeant(connection))];
        if (gone.Length > 0) patch.RemoveItems(list, gone.Contains);
        return gone.Length;
    }

    /// <summary>True when a connection leaves by that port; none means <c>Done</c>.</summary>
    public static bool Leaves(Connection connection, string port) => (string.IsNullOrEmpty(connection.SourcePort) ? "Done" : connection.SourcePort) == port;

    private static Connection? Read(TextPatch patch, JsonSpan item) =>
        patch.ValueOf(item) is { } value ? Connection.From(JsonSerializer.SerializeToElement(value)) : null;
}
