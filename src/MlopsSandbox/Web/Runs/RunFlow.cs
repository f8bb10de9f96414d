using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;
using MlopsSandbox.Web.Components;

namespace MlopsSandbox.Web.Runs;

/// <summary>A run as a flowchart: its definition, with how each activity stands and which ways were gone. Pure.</summary>
internal static class RunFlow
{
    /// <summary>Dresses a drawing.</summary>
    /// <param name="drawing">The definition's drawing.</param>
    /// <param name="states">How its activities stand.</param>
    /// <param name="chosen">The activity that is looked at.</param>
    /// <param name="href">Where an activity's box leads.</param>
    public static FlowView Of(FlowView drawing, IReadOnlyDictionary<string, ActivityState> states, string? chosen, Func<string, string> href) => drawing with
    {
        Nodes = [.. drawing.Nodes.Select(node => Dressed(node, states[node.Id], href) with { IsChosen = node.Id == chosen })],
        Edges = [.. drawing.Edges.Select(edge => Dressed(edge, states))],
    };

    /// <summary>How long an activity's last try took, how many trials it had, that it was cached, in a few words; null where there is nothing to say.</summary>
    public static string? Note(ActivityState state) => state.Last is not { } last ? null : string.Join(" · ", new[]
    {
        last.Cached ? "cached" : last.DurationSeconds is { } took ? Figures.Duration(took) : null,
        state.Trials.Count > 0 ? Trials(state) : null,
        last.Attempt > 1 ? FormattableString.Invariant($"attempt {last.Attempt}") : null,
    }.OfType<string>()) is { Length: > 0 } note ? note : null;

    private static string Trials(ActivityState state)
    {
        int all = state.Trials.Select(trial => trial.Trial).Distinct().Count(), done = state.Trials.Where(trial => trial.Status == ExecutionStatus.Succeeded).Select(trial => trial.Trial).Distinct().Count();
        return done == all ? $"{Figures.Count(all)} trials" : $"{Figures.Count(done)} of {Figures.Count(all)} trials";
    }

    private static FlowNode Dressed(FlowNode node, ActivityState state, Func<string, string> href)
    {
        string? note = Note(state);
        return node with
        {
            Look = state.IsReached ? StatusLook.Of(state.Word) : null,
            IsIdle = !state.IsReached,
            Word = state.IsReached ? state.Word : "not reached",
            Note = note ?? (state.IsReached ? null : node.Subtitle),
            Href = href(node.Id),
        };
    }

    private static FlowEdge Dressed(FlowEdge edge, IReadOnlyDictionary<string, ActivityState> states)
    {
        bool isTaken = states[edge.From].Outcomes.Contains(edge.Port, StringComparer.OrdinalIgnoreCase);
        return edge with { IsTaken = isTaken, Label = edge.Label.Length > 0 || !isTaken ? edge.Label : edge.Port };
    }
}
