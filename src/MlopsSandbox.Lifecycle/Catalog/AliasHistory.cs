namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Reads the history of one alias.</summary>
internal static class AliasHistory
{
    /// <summary>The version that a rollback goes back to, or null: each deploy or promotion is put on a pile, each rollback takes one off.</summary>
    public static int? Before(IReadOnlyList<AliasChange> changes)
    {
        Stack<int> served = [];
        foreach (AliasChange change in changes)
        {
            if (change.Kind == AliasChangeKind.Rollback) served.Pop();
            else if (served.Count == 0 || served.Peek() != change.Version) served.Push(change.Version);
        }
        return served.Count < 2 ? null : served.ElementAt(1);
    }
}
