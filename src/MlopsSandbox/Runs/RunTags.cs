using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Runs;

/// <summary>Tags of runs: words that a shell needs no quotes for.</summary>
internal static class RunTags
{
    private const int Longest = 60;

    /// <summary>Why a text can't be a tag; null when it can.</summary>
    /// <param name="name">Where the text was given, such as <c>--tag</c>.</param>
    /// <param name="text">The text.</param>
    public static string? Problem(string name, string text) => IsTag(text)
        ? null
        : $"{name} is '{text}'; expected a word of at most {Longest} letters, digits and the signs - _ . : /, such as baseline.";

    /// <summary>Marks a run; a tag that it has already changes nothing.</summary>
    /// <exception cref="MissingException">There is no such run.</exception>
    public static RunRow Add(CatalogStore catalog, string runId, IReadOnlyCollection<string> tags, Hints hints)
    {
        RunLookup.Show(catalog, runId, hints);
        return catalog.Write(tx =>
        {
            foreach (string tag in tags) tx.Marks.Tag(runId, tag);
            return tx.Runs.Show(runId)!;
        });
    }

    /// <summary>Takes tags from a run.</summary>
    /// <exception cref="MissingException">There is no such run, or it has no such tag; nothing was taken then.</exception>
    public static RunRow Remove(CatalogStore catalog, string runId, IReadOnlyCollection<string> tags, Hints hints)
    {
        RunRow before = RunLookup.Show(catalog, runId, hints);
        if (tags.FirstOrDefault(tag => !before.Tags.Contains(tag)) is { } missing)
            throw new MissingException($"run '{runId}' has no tag '{missing}'; expected one of its {before.Tags.Count}{(before.Tags.Count == 0 ? "" : $": {string.Join(", ", before.Tags)}")}.");
        return catalog.Write(tx =>
        {
            foreach (string tag in tags) tx.Marks.Untag(runId, tag);
            return tx.Runs.Show(runId)!;
        });
    }

    private static bool IsTag(string text) => text.Length is > 0 and <= Longest && text.All(c => char.IsLetterOrDigit(c) || "-_.:/".Contains(c, StringComparison.Ordinal));
}
