namespace MlopsSandbox.Workflows.Definitions;

/// <summary>What is wrong with the drawing of one flowchart: ports, ways that lead nowhere, loops without end.</summary>
internal static class FlowRules
{
    public static void Check(ActivityDefinition flowchart, ProblemList problems)
    {
        Ports(flowchart, problems);
        Unreachable(flowchart, problems);
        foreach (var loop in Loops.Of(flowchart).Where(loop => !loop.CanEnd)) Endless(flowchart, loop, problems);
        if (flowchart.FlowMode != FlowMode.TokenBased) Backward(flowchart, problems);
    }

    private static void Ports(ActivityDefinition flowchart, ProblemList problems)
    {
        foreach (var activity in flowchart.Activities)
        {
            if (activity.Ports is not { } ports) continue;
            var connections = flowchart.Connections.Where(connection => connection.Source == activity.Id).ToArray();
            foreach (var port in connections.Select(connection => connection.SourcePort).OfType<string>().Distinct().Where(port => !ports.Contains(port)))
                UnknownPort(flowchart, activity, port, ports, problems);
            foreach (var port in ports.Where(port => ports.Count > 1 && port.Length > 0 && connections.All(connection => connection.SourcePort != port)))
                problems.Warn(activity, "", $"port '{port}' has no connection, so that a walk that leaves by it ends there; " +
                    "expected one. Connect it to what comes next.");
        }
    }

    private static void UnknownPort(ActivityDefinition flowchart, ActivityDefinition activity, string port, IReadOnlyList<string> ports, ProblemList problems)
    {
        var message = $"activity '{activity.Id}' ({activity.Type}): it never leaves by port '{port}'; " +
            $"expected one of {string.Join(", ", ports)}.{NearestName.Suggestion(port, ports)}";
        if (activity.Descriptor.Outcomes is null) problems.Warn(PathOf(flowchart, activity, port), message);
        else problems.Error(PathOf(flowchart, activity, port), message);
    }

    private static void Unreachable(ActivityDefinition flowchart, ProblemList problems)
    {
        foreach (var activity in flowchart.Activities.Where(activity => !flowchart.Reaches(activity.Id)))
            problems.Warn(activity, "", $"no connection leads here from the start, '{flowchart.Graph.Start!.Id}', so that it never runs; " +
                "expected one. Connect it or remove it.");
    }

    private static void Endless(ActivityDefinition flowchart, Loop loop, ProblemList problems)
    {
        var first = flowchart.Activities.First(activity => loop.Contains(activity.Id));
        problems.Error(first, "", $"the loop {loop} can neither leave nor wait; expected a decision with a way out, or an activity that waits. " +
            "Add an Elsa.FlowDecision with a port that leads out of the loop.");
    }

    private static void Backward(ActivityDefinition flowchart, ProblemList problems)
    {
        foreach (var connection in flowchart.Connections.Where(connection =>
            flowchart.Graph.IsReachable(connection.Source) && !flowchart.Graph.IsForward(connection) && !flowchart.Graph.IsValidBackward(connection)))
            problems.Warn(PathOf(flowchart, connection),
                $"the connection {connection} leads back to an activity that not every way to '{connection.Source}' passes, " +
                "so that the walk faults when it follows it; expected a loop that is entered in one place only. Lead it back to where the ways part.");
    }

    private static string PathOf(ActivityDefinition flowchart, ActivityDefinition source, string port) =>
        PathOf(flowchart, flowchart.Connections.First(connection => connection.Source == source.Id && connection.SourcePort == port)) + ".source.port";

    private static string PathOf(ActivityDefinition flowchart, Connection connection) => $"{flowchart.Path}.connections[{IndexOf(flowchart, connection)}]";

    private static int IndexOf(ActivityDefinition flowchart, Connection connection) =>
        Expressions.Json.GetItems(flowchart.Json, "connections").TakeWhile(json => Connection.From(json) != connection).Count();
}
