using MlopsSandbox.Web.Components;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Editing;
using MudBlazor;

namespace MlopsSandbox.Web.Workflows;

/// <summary>A definition as a flowchart, with what is wrong at the activities that it concerns. Pure.</summary>
internal static class WorkflowFlow
{
    /// <summary>Dresses a drawing.</summary>
    /// <param name="draft">The definition.</param>
    /// <param name="chosen">The activity that is looked at; null for none.</param>
    /// <param name="href">Where an activity's box leads.</param>
    /// <param name="hasPorts">True when connections can be drawn from its boxes.</param>
    public static FlowView Of(DefinitionDraft draft, string? chosen, Func<string, string> href, bool hasPorts)
    {
        ILookup<string?, DefinitionProblem> problems = draft.Problems.ToLookup(draft.ConcernedBy);
        FlowView view = FlowView.Of(draft.Sketch);
        return view with { Nodes = [.. view.Nodes.Select(node => Dressed(node, [.. problems[node.Id]]) with { Href = href(node.Id), IsChosen = node.Id == chosen, Ports = hasPorts ? PortsOf(draft.Sketch, node.Id) : [] })] };
    }

    /// <summary>The ports that an activity of a flowchart can leave by: those that its type names, else those that are used, else <c>Done</c>; none elsewhere.</summary>
    public static IReadOnlyList<string> PortsOf(WorkflowDefinition definition, string id)
    {
        if (definition.Find(id) is not { Container: { Type: "Elsa.Flowchart" } flowchart } activity) return [];
        string[] used = [.. flowchart.Connections.Where(connection => connection.Source == id).Select(connection => string.IsNullOrEmpty(connection.SourcePort) ? "Done" : connection.SourcePort).Distinct()];
        return activity.Ports is { Count: > 0 } ports ? [.. ports.Union(used)] : used.Length > 0 ? used : ["Done"];
    }

    private static FlowNode Dressed(FlowNode node, DefinitionProblem[] problems)
    {
        int errors = problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        return problems.Length == 0 ? node : node with
        {
            Look = errors > 0 ? new StatusLook("bad", Icons.Material.Filled.Error) : new StatusLook("warn", Icons.Material.Filled.Warning),
            Word = errors > 0 ? $"{errors} {(errors == 1 ? "error" : "errors")}" : $"{problems.Length} {(problems.Length == 1 ? "warning" : "warnings")}",
        };
    }
}
