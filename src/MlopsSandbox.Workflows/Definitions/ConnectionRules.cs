using System.Text.Json;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>Reads a flowchart's connections; tells of those that lead from or to nothing.</summary>
internal static class ConnectionRules
{
    public static IReadOnlyList<Connection> Read(ActivityDefinition flowchart, IReadOnlyDictionary<string, ActivityDefinition> byId, ProblemList problems)
    {
        var connections = new List<Connection>();
        var index = 0;
        foreach (var json in flowchart.Json.GetItems("connections"))
        {
            var path = $"{flowchart.Path}.connections[{index++}]";
            if (Read(json, path, problems) is { } connection && Ends(connection, path, flowchart, byId, problems) && !connections.Contains(connection))
                connections.Add(connection);
        }
        return connections;
    }

    private static Connection? Read(JsonElement json, string path, ProblemList problems)
    {
        if (Connection.From(json) is { } connection) return connection;
        problems.Error(path, "the connection names no source or no target activity; " +
            "expected { \"source\": { \"activity\", \"port\" }, \"target\": { \"activity\", \"port\" } }.");
        return null;
    }

    private static bool Ends(Connection connection, string path, ActivityDefinition flowchart,
        IReadOnlyDictionary<string, ActivityDefinition> byId, ProblemList problems)
    {
        var hasSource = End(connection.Source, $"{path}.source.activity", "from", flowchart, byId, problems);
        return End(connection.Target, $"{path}.target.activity", "to", flowchart, byId, problems) && hasSource;
    }

    private static bool End(string id, string path, string direction, ActivityDefinition flowchart,
        IReadOnlyDictionary<string, ActivityDefinition> byId, ProblemList problems)
    {
        if (byId.TryGetValue(id, out var activity) && activity.Container == flowchart) return flowchart.Activities.Contains(activity);
        var inside = byId.Values.Where(other => other.Container == flowchart).Select(other => other.Id);
        problems.Error(path, $"the connection leads {direction} activity '{id}', which flowchart '{flowchart.Id}' doesn't contain; " +
            "expected one of its activities." +
            NearestName.Suggestion(id, inside));
        return false;
    }
}
