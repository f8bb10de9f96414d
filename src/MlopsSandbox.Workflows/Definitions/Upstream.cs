using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>What comes before an activity.</summary>
internal static class Upstream
{
    /// <exception cref="ArgumentException">The definition has no such activity.</exception>
    public static IReadOnlyList<string> Of(WorkflowDefinition definition, string activityId)
    {
        var activity = definition.Find(activityId)
            ?? throw new ArgumentException($"workflow '{definition.DefinitionId}' has no activity '{activityId}'.", nameof(activityId));
        var nearestFirst = new List<string>();
        for (var inner = activity; inner.Container is { } container; inner = container) nearestFirst.AddRange(Before(inner, container));
        nearestFirst.Reverse();
        return nearestFirst;
    }

    private static List<string> Before(ActivityDefinition activity, ActivityDefinition container)
    {
        if (container.Behaviour is Sequence) return [.. container.Activities.TakeWhile(other => other != activity).Select(other => other.Id).Reverse()];
        var found = new List<string>();
        var queue = new Queue<string>([activity.Id]);
        while (queue.TryDequeue(out var current))
        {
            var sources = container.Connections.Where(connection => connection.Target == current).Select(connection => connection.Source).ToHashSet();
            foreach (var next in container.Activities.Reverse().Where(candidate => sources.Contains(candidate.Id)))
            {
                if (next == activity || found.Contains(next.Id)) continue;
                found.Add(next.Id);
                queue.Enqueue(next.Id);
            }
        }
        return found;
    }
}
