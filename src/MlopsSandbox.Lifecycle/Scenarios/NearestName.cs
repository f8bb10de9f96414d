namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Finds the name that was probably meant.</summary>
public static class NearestName
{
    private const int BeginningLength = 3;

    /// <summary>
    /// The name with the fewest edits to <paramref name="written"/>, case aside; when none is within a third of its length,
    /// the first that begins with it (three letters or more); else null.
    /// </summary>
    public static string? Of(string written, IEnumerable<string> names)
    {
        names = [.. names];
        (string? name, int edits) best = (null, int.MaxValue);
        foreach (string name in names)
        {
            int edits = Edits(written.ToUpperInvariant(), name.ToUpperInvariant());
            if (edits < best.edits) best = (name, edits);
        }
        return best.edits <= Math.Max(1, (written.Length + 1) / 3) ? best.name : names.FirstOrDefault(name => IsBeginning(written, name));
    }

    /// <summary>A hint such as <c> Did you mean 'churn'?</c>, or nothing.</summary>
    public static string Hint(string written, IEnumerable<string> names) => Of(written, names) is { } name ? $" Did you mean '{name}'?" : "";

    private static bool IsBeginning(string written, string name) =>
        written.Length >= BeginningLength && name.StartsWith(written, StringComparison.OrdinalIgnoreCase);

    // Levenshtein's distance, one row of the table at a time.
    private static int Edits(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
