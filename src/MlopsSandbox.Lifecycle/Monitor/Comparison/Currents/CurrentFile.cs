using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;

/// <summary>What is kept of the file that is judged.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Shared">The columns that the baseline has too, by name.</param>
/// <param name="NewColumns">Names of those that it has not.</param>
/// <param name="Order">In which order its stretches are told.</param>
public sealed record CurrentFile(string Name, long Rows, IReadOnlyDictionary<string, CurrentColumn> Shared, IReadOnlyList<string> NewColumns, ChunkOrder Order)
{
    /// <summary>What people should know of how the file was read, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A column of the file that is judged.</summary>
/// <param name="Profile">Its summary, of the same kind as the baseline's.</param>
/// <param name="Chunks">Its rows in the baseline's bins, for each stretch of the file in order.</param>
public sealed record CurrentColumn(ColumnProfile Profile, IReadOnlyList<int[]> Chunks);

/// <summary>The stretches of a file.</summary>
/// <param name="Column">The column of dates that orders them; null for the order of the rows.</param>
/// <param name="Begins">Of each stretch the number of its first row, from 0, or the ticks of its first time.</param>
/// <param name="Timeless">Rows whose time can't be read: they belong to no stretch.</param>
public sealed record ChunkOrder(string? Column, IReadOnlyList<long> Begins, long Timeless);
