using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>In what two versions of a definition differ, as people think of it: activities, their inputs, connections, declarations. Pure.</summary>
public static class DefinitionDifference
{
    private static readonly string[] OfTheVersion = ["id", "version", "isLatest", "isPublished", "root", "variables", "inputs", "createdAt", "toolVersion"];
    private static readonly string[] Inside = ["id", "activities", "connections", "variables", "nodeId", "then", "else", "body", "default", "cases"];

    /// <summary>The differences, the workflow's own first, then by activity in the order of the later one, connections last; empty when they say the same.</summary>
    public static IReadOnlyList<DefinitionChange> Between(WorkflowDefinition earlier, WorkflowDefinition later) =>
    [
        .. Changes(null, Members(earlier.Document, OfTheVersion), Members(later.Document, OfTheVersion)),
        .. Changes(null, Declared(earlier), Declared(later)),
        .. Activities(earlier, later),
        .. Connections(earlier, later),
    ];

    private static IEnumerable<DefinitionChange> Activities(WorkflowDefinition earlier, WorkflowDefinition later)
    {
        foreach (var activity in earlier.Activities.Where(activity => later.Find(activity.Id) is null)) yield return new(ChangeKind.Removed, activity.Id, "activity", activity.Type, null);
        foreach (var activity in later.Activities)
        {
            if (earlier.Find(activity.Id) is not { } before) yield return new(ChangeKind.Added, activity.Id, "activity", null, activity.Type);
            foreach (var change in Changes(activity.Id, earlier.Find(activity.Id) is { } known ? Members(known.Json, Inside) : Members(activity.Json, Inside), Members(activity.Json, Inside))) yield return change;
        }
    }

    private static IEnumerable<DefinitionChange> Connections(WorkflowDefinition earlier, WorkflowDefinition later)
    {
        string[] before = [.. earlier.Activities.SelectMany(activity => activity.Connections).Select(Arrow)], after = [.. later.Activities.SelectMany(activity => activity.Connections).Select(Arrow)];
        foreach (string gone in before.Except(after)) yield return new(ChangeKind.Removed, null, "connection", gone, null);
        foreach (string come in after.Except(before)) yield return new(ChangeKind.Added, null, "connection", null, come);
    }

    private static string Arrow(Connection connection) => $"{connection.Source} {(string.IsNullOrEmpty(connection.SourcePort) ? "Done" : connection.SourcePort)} → {connection.Target}";

    private static Dictionary<string, string> Declared(WorkflowDefinition definition) => definition.Inputs
        .Select(input => (Name: $"input {input.Name}", Said: $"{input.TypeName} {input.Description}".Trim()))
        .Concat(definition.Variables.Select(variable => (Name: $"variable {variable.Name}", Said: $"{variable.TypeName} {variable.Initial.GetRawText()}")))
        .GroupBy(one => one.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Said, StringComparer.Ordinal);

    private static Dictionary<string, string> Members(JsonElement json, string[] without) => json.EnumerateObject()
        .Where(member => !without.Contains(member.Name) && !(member.Name == "metadata" && Place(member.Value) is null))
        .GroupBy(member => member.Name == "metadata" ? "place" : member.Name, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.Key == "place" ? Place(same.Last().Value)! : Said(same.Last().Value), StringComparer.Ordinal);

    private static string? Place(JsonElement metadata) => metadata.Get("designer")?.Get("position") is { } position && position.Get("x") is { } x && position.Get("y") is { } y
        ? string.Create(CultureInfo.InvariantCulture, $"{x.GetRawText()}, {y.GetRawText()}") : null;

    private static string Said(JsonElement value)
    {
        if (value.Get("expression") is not { } expression || expression.GetText("type") is not { } language) return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        string shown = SetActivityInput.Shown(new WorkflowExpression(language, expression.Get("value") ?? Json.Null));
        return language == ExpressionEvaluation.Literal ? shown : $"{language}: {shown}";
    }

    private static IEnumerable<DefinitionChange> Changes(string? activity, Dictionary<string, string> before, Dictionary<string, string> after)
    {
        foreach (string name in before.Keys.Concat(after.Keys).Distinct())
        {
            (string? from, string? to) = (before.GetValueOrDefault(name), after.GetValueOrDefault(name));
            if (from == to || (from is not null && to is not null && AreSame(from, to))) continue;
            yield return new(from is null ? ChangeKind.Added : to is null ? ChangeKind.Removed : ChangeKind.Changed, activity, name, from, to);
        }
    }

    // Layout of JSON is no difference.
    private static bool AreSame(string from, string to)
    {
        if (from.Length == 0 || from[0] is not ('{' or '[')) return false;
        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(from), JsonNode.Parse(to));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
