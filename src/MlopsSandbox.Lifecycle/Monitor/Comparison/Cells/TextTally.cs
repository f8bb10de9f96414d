using MlopsSandbox.Lifecycle.Ingest;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Cells;

/// <summary>Counts texts, each exactly: the first so many different ones by name, all later ones together.</summary>
/// <param name="most">Different texts that are counted by name.</param>
internal sealed class TextTally(int most)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Different texts that are counted by name.</summary>
    public int Listed => _counts.Count;

    /// <summary>Rows of texts that came when the list was full.</summary>
    public int Unlisted { get; private set; }

    /// <summary>Counts a row.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        var counts = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (counts.TryGetValue(text, out int count)) counts[text] = count + 1;
        else if (_counts.Count < most) counts[text] = 1;
        else Unlisted++;
    }

    /// <summary>The texts by name with their rows, in ordinal order.</summary>
    /// <param name="written">How a text is written; those that are then the same go together.</param>
    public IReadOnlyList<ValueRows> Values(Func<string, string> written) =>
        [.. _counts.GroupBy(pair => written(pair.Key), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new ValueRows(group.Key, group.Sum(pair => pair.Value)))];

    /// <summary>True when each text that is counted by name is one of these.</summary>
    public bool All(Func<string, bool> isOne) => _counts.Keys.All(isOne);
}
