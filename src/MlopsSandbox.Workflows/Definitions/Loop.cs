namespace MlopsSandbox.Workflows.Definitions;

/// <summary>Activities that lead to each other.</summary>
/// <param name="Ids">Their ids, in document order.</param>
/// <param name="CanEnd">True when a walk can leave the loop, or waits in it.</param>
internal sealed record Loop(IReadOnlyList<string> Ids, bool CanEnd)
{
    public bool Contains(string activityId) => Ids.Contains(activityId);

    /// <summary><c>'a' → 'b' → 'a'</c>.</summary>
    public override string ToString() => string.Join(" → ", Ids.Append(Ids[0]).Select(id => $"'{id}'"));
}
