namespace MlopsSandbox.Web.Components;

/// <summary>Rows that are all read already, for a table that asks for those in sight.</summary>
internal static class RowsAtHand
{
    /// <summary>Those from a position on, at most so many, and how many there are.</summary>
    public static (IReadOnlyList<TRow> Rows, int Total) Part<TRow>(this IReadOnlyList<TRow> all, int from, int most) => ([.. all.Skip(from).Take(most)], all.Count);
}
