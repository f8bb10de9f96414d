using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Authoring;
using MlopsSandbox.Shapes;
using MlopsSandbox.Workflows.Definitions;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>Workflow definitions for people.</summary>
internal static class WorkflowPages
{
    private const int LongestValue = 70;

    /// <summary>The files, one a line.</summary>
    public static void DrawList(IAnsiConsole screen, IReadOnlyList<WorkflowShape> workflows)
    {
        Table table = Tables.Of("workflow", ">version", "starts by", "inputs", "file", "state");
        foreach (WorkflowShape workflow in workflows)
        {
            table.Row(workflow.Name, workflow.Version?.ToString(CultureInfo.InvariantCulture) ?? "", Listed(workflow.Triggers, otherwise: "a call"),
                Listed(workflow.Inputs.Select(input => input.Name), otherwise: "none"), workflow.File, State(workflow));
        }
        screen.Write(table);
        foreach (WorkflowShape workflow in workflows.Where(workflow => workflow.Description.Length > 0)) screen.WriteLine($"{workflow.Name}: {workflow.Description}");
    }

    /// <summary>The versions of a workflow, one a line.</summary>
    public static void DrawVersions(IAnsiConsole screen, IReadOnlyList<WorkflowVersion> versions)
    {
        Table table = Tables.Of(">version", ">revision", "found", "content", ">runs", "");
        foreach (WorkflowVersion version in versions)
        {
            table.Row(version.Version.ToString(CultureInfo.InvariantCulture), version.Revision?.ToString(CultureInfo.InvariantCulture) ?? "", version.File ?? "in the catalog",
                version.Hash, Figures.Count(version.Runs), version.IsCurrent ? "new runs take it" : "");
        }
        screen.Write(table);
    }

    /// <summary>One definition, whole.</summary>
    public static void Draw(IAnsiConsole screen, WorkflowDefinition definition, string file)
    {
        screen.WriteLine($"{definition.DefinitionId} (version {definition.Version.ToString(CultureInfo.InvariantCulture)}{(definition.IsPublished ? "" : ", a draft")}): {definition.Name}");
        if (definition.Description.Length > 0) screen.WriteLine(definition.Description);
        screen.WriteLine($"File: {file}");
        screen.WriteLine($"Content: {definition.ContentHash}");
        if (definition.Inputs.Count > 0) Write(screen, ["input", "type", "description"], definition.Inputs.Select(input => new[] { input.Name, input.TypeName, input.Description }));
        (string Owner, VariableDefinition Variable)[] variables = [.. definition.Variables.Select(variable => ("workflow", variable)),
            .. definition.Activities.SelectMany(activity => activity.Variables.Select(variable => (activity.Id, variable)))];
        if (variables.Length > 0)
            Write(screen, ["variable", "type", "starts with", "of"], variables.Select(one => new[] { one.Variable.Name, one.Variable.TypeName, Shortened(one.Variable.Initial.GetRawText()), one.Owner }));
        Write(screen, ["activity", "type", "sets"], definition.Activities.Select(activity => new[]
        {
            new string(' ', 2 * Depth(activity)) + activity.Id + (activity.IsTrigger ? " (trigger)" : ""),
            activity.Type,
            string.Join("\n", activity.Inputs.Select(input => Shortened($"{input.Key} = {Shown(input.Value)}"))),
        }));
        string[][] connections = [.. definition.Activities.SelectMany(activity => activity.Connections).Select(connection => new[] { connection.Source, connection.SourcePort ?? "", connection.Target })];
        if (connections.Length > 0) Write(screen, ["from", "by", "to"], connections);
    }

    private static void Write(IAnsiConsole screen, string[] headings, IEnumerable<string[]> rows)
    {
        Table table = Tables.Of(headings);
        foreach (string[] row in rows) table.Row(row);
        screen.Write(table);
    }

    private static string Shown(InputValue value) => value.Expression.Type switch
    {
        "Literal" or "Object" => value.Expression.Text,
        "Input" or "Variable" when value.Expression.Value is { ValueKind: JsonValueKind.Object } reference && reference.TryGetProperty("name", out JsonElement name)
            => $"{value.Expression.Type}: {name}",
        string language => $"{language}: {value.Expression.Text}",
    };

    private static string State(WorkflowShape workflow) => (workflow.Errors, workflow.Warnings) switch
    {
        (0, 0) => workflow.IsPublished ? "good" : "draft",
        (0, var warnings) => $"good, {Counted(warnings, "warning")}",
        (var errors, _) => Counted(errors, "error"),
    };

    private static string Counted(int count, string what) => $"{count.ToString(CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";

    private static string Listed(IEnumerable<string> names, string otherwise) => string.Join(", ", names) is { Length: > 0 } list ? list : otherwise;

    private static string Shortened(string text) => text.ReplaceLineEndings(" ") is var line && line.Length <= LongestValue ? line : line[..LongestValue] + "…";

    private static int Depth(ActivityDefinition activity) => activity.Container is { } container ? Depth(container) + 1 : 0;
}
