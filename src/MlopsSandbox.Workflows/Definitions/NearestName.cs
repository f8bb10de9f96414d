namespace MlopsSandbox.Workflows.Definitions;

/// <summary>The name that a misspelt one was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>A sentence that suggests the nearest name, or nothing when none is near.</summary>
    /// <param name="name">The misspelt one.</param>
    /// <param name="known">Those that there are.</param>
    /// <param name="afterDot">Also takes a name whose last part alone is near, such as <c>Elsa.WriteLine</c> for <c>WriteLine</c>.</param>
    public static string Suggestion(string name, IReadOnlyCollection<string> known, bool afterDot = false) =>
        (Of(name, known) ?? (afterDot ? OfLastPart(name, known) : null)) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    /// <inheritdoc cref="Suggestion(string, IReadOnlyCollection{string}, bool)"/>
    public static string Suggestion(string name, IEnumerable<string> known) => Suggestion(name, [.. known]);

    /// <summary>
    /// The known name with the fewest edits, at most a third of its letters (two in a short name, one in a very short one); null when none is that near.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> known) => known
        .Select(candidate => (candidate, edits: Edits(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(found => found.edits < name.Length && found.edits <= Limit(found.candidate.Length))
        .OrderBy(found => found.edits)
        .ThenBy(found => found.candidate, StringComparer.Ordinal)
        .Select(found => found.candidate)
        .FirstOrDefault();

    private static string? OfLastPart(string name, IReadOnlyCollection<string> known) =>
        known.FirstOrDefault(candidate => Edits(LastPart(name).ToUpperInvariant(), LastPart(candidate).ToUpperInvariant()) <= (name.Length > 4 ? 1 : 0));

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static int Limit(int letters) => letters <= 3 ? 1 : Math.Max(2, letters / 3);

    /// <summary>Levenshtein's distance (1966): insertions, deletions and replacements of a letter.</summary>
    internal static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.Length];
    }
}
