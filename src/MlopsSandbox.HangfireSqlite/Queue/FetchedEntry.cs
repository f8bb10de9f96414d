namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>One fetch of one queue entry. A later fetch of the same entry has a higher <paramref name="Fetch"/>.</summary>
internal readonly record struct FetchedEntry(long Id, long Fetch);
